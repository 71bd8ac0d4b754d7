/**
 * @file The engine's own room with a project of real photos, as the export's main half sees it. For tests.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { EngineRoom } from '../../../../main/engine/room';
import { readDescription } from '../../../../main/engine/backbone/description';
import type { ItemRow } from '../../../../main/contract/model';
import type { Lesson } from '../../../../main/engine/guessing/lesson';
import { Caller, reply, type Signatures } from '../../../../main/engine/rpc';
import type { Engine, EngineEvent } from '../../../../main/engine/supervisor';
import type { InputMessage } from '../../../../main/images/decoder/protocol';
import type { CheckLine } from '../../../../main/exporting/checkLine';
import { ExportLog } from '../../../../main/projects/exports/exportLog';
import { manifestItems, type ManifestSource } from '../../../../main/exporting/manifestItems';
import type { ExportParts } from '../../../../main/exporting/request';
import { BACKBONE, type FolderOf } from '../engine/backbone/support';
import { CLASSES, lessonOf, PER_CLASS, photos, type Teaching } from '../engine/export/photos';
import { inputOf } from './checkLine';
import { SAMPLES } from './sampleSources';

const framing = { kind: 'stretch' } as const;

export class Studio {
  readonly engine: Pick<Engine, 'call'>;
  readonly files: string[];
  readonly hashes: string[] = [];

  private constructor(
    private readonly room: EngineRoom,
    private readonly folder: string,
    files: readonly string[],
  ) {
    this.files = [...files];
    const caller: Caller = new Caller((request) => {
      void reply(room.calls as Signatures, request).then((answer) => caller.settle(answer));
    });
    this.engine = { call: caller.call.bind(caller) as Engine['call'] };
  }

  static async start(
    folderOf: FolderOf = () => BACKBONE,
    files: readonly string[] = photos,
    onEvent: (event: EngineEvent) => void = () => undefined,
  ): Promise<Studio> {
    const folder = await mkdtemp(path.join(tmpdir(), 'imprint-studio-'));
    const backboneDir = await folderOf(folder);
    const { size } = (await readDescription(backboneDir)).input;
    const studio = new Studio(
      new EngineRoom(
        (name, payload) => onEvent({ kind: 'event', name, payload } as EngineEvent),
        'no map here',
      ),
      folder,
      files,
    );
    await studio.engine.call('load', { backboneDir, modelCache: path.join(folder, 'models') });
    await studio.engine.call('open', { sidecar: path.join(folder, 'embeddings'), framing, readOnly: false });
    const inputs = await Promise.all(files.map((file, i) => inputOf(i, file, framing, size)));
    studio.room.embed(inputs);
    studio.hashes.push(...inputs.map(({ hash }) => hash));
    await studio.engine.call(
      'setItems',
      studio.hashes.map((hash, index) => ({ index, hash })),
    );
    return studio;
  }

  /** @param more replaces what a test wants otherwise */
  parts(startCheck: () => CheckLine, teaching: Teaching, more: Partial<ExportParts> = {}): ExportParts {
    return {
      engine: this.engine,
      startCheck,
      samples: SAMPLES,
      name: 'Garden',
      version: '1.2.3',
      framing,
      boxes: false,
      lesson: (base) => lessonOf({ ...teaching, settings: { ...teaching.settings, base } }),
      candidates: () =>
        this.files.map((_, index) => ({ index, stratum: CLASSES[Math.floor(index / PER_CLASS)] ?? 'other' })),
      hash: (index) => this.hashes[index] ?? null,
      manifest: (lesson) => manifestItems(lesson, this.source(lesson)),
      log: new ExportLog(this.place('exports.jsonl'), null),
      ...more,
    };
  }

  /** What the document and the items say of a lesson's rows. */
  private source({ samples, checks, classes }: Lesson): ManifestSource {
    const given = { how: 'hand', by: 'Ada', at: '2026-01-02T03:04:05.000Z' } as const;
    const labels = [...samples, ...checks].map(
      ({ index, class: own }) => [this.files[index]!, { class: classes[own]!.id, ...given }] as const,
    );
    return {
      document: { labels: Object.fromEntries(labels) },
      items: {
        row: (index) => ({ id: this.files[index]!, state: 'ready', box: null }) as ItemRow,
        content: (index) => this.hashes[index] ?? null,
        hash: (index) => this.hashes[index] ?? null,
      },
      learnt: null,
    };
  }

  /** Pixels, as the decoder hands them over. */
  take(batch: InputMessage[]): void {
    this.room.embed(batch);
  }

  /** A path below the folder that goes with the studio. */
  place(name: string): string {
    return path.join(this.folder, name);
  }

  async stop(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }
}
