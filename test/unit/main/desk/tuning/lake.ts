/**
 * @file A project of real photos as tuning in main sees it: the engine's own room with a small backbone, and in place of decoder,
 * store and library what hands out photos that sharp has reduced. For tests.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TuningState } from '../../../../../main/contract/areas/tuning';
import type { ProjectDocument } from '../../../../../main/contract/model';
import { KeptTunings } from '../../../../../main/desk/tuning/keptTunings';
import { Tuning, type TuningParts } from '../../../../../main/desk/tuning/tuning';
import type { EngineEvents } from '../../../../../main/engine/protocol';
import { EngineRoom } from '../../../../../main/engine/room';
import { Caller, reply, type Signatures } from '../../../../../main/engine/rpc';
import { EngineGone, type Engine } from '../../../../../main/engine/supervisor';
import type { DecodeRequest } from '../../../../../main/images/decoder/decoder';
import type { InputMessage } from '../../../../../main/images/decoder/protocol';
import { PixelsAgain } from '../../../../../main/images/pixelsAgain';
import type { Command } from '../../../../../main/projects/commands';
import { newDocument } from '../../../../../main/projects/document';
import { applyPatches } from '../../../../../main/projects/patches';
import { reduce } from '../../../../../main/projects/reduce';
import { SMALL_ID, SMALL_SIDE, smallBackbone } from '../../engine/backbone/small';
import { CLASSES, PER_CLASS, photos } from '../../engine/export/photos';
import { inputOf } from '../../exporting/checkLine';
import { success } from '../../images/decoder/fakeHost';

const framing = { kind: 'stretch' } as const;
const at = '2026-01-01T00:00:00.000Z';

export const itemOf = (n: number): string => `f/${n}.webp`;

export class Lake {
  readonly document: ProjectDocument;
  readonly told: TuningState[] = [];
  readonly read: number[] = [];
  readonly kept: KeptTunings;
  readonly tuning: Tuning;
  /** Called when something of the run was told. */
  onTold: () => unknown = () => undefined;
  /** Called before a photo is decoded. */
  onRead: (row: number) => void = () => undefined;
  #caller: Caller;
  #jobs = 0;

  private constructor(
    private readonly folder: string,
    private readonly room: EngineRoom,
    /** The photos as the decoder would hand them over. */
    private readonly inputs: readonly InputMessage[],
  ) {
    this.#caller = new Caller((request) => {
      void reply(room.calls as Signatures, request).then((answer) => this.#caller.settle(answer));
    });
    this.document = newDocument({ name: 'Lake', folders: [], now: at });
    this.document.settings.backbone = SMALL_ID;
    this.document.classes = CLASSES.map((name, i) => ({
      id: `c${i}`,
      name,
      colour: i,
      key: null,
      kind: 'class',
    }));
    photos.forEach((_, n) => this.label(n, `c${Math.floor(n / PER_CLASS)}`));
    this.kept = new KeptTunings(path.join(folder, 'tuned'));
    this.tuning = new Tuning(this.#parts());
  }

  static async open(): Promise<Lake> {
    const folder = await mkdtemp(path.join(tmpdir(), 'imprint-lake-'));
    const inputs = await Promise.all(photos.map((file, n) => inputOf(n, file, framing, SMALL_SIDE)));
    const backboneDir = await smallBackbone(folder);
    const lake: Lake = new Lake(
      folder,
      new EngineRoom((name, payload) => lake.#event(name, payload), ''),
      inputs,
    );
    await lake.room.calls.load({ backboneDir, modelCache: path.join(folder, 'models') });
    await lake.see(null);
    return lake;
  }

  /** As the reader has the engine open the project. */
  async see(tuned: string | null): Promise<void> {
    await this.room.calls.open({
      sidecar: path.join(this.folder, 'embeddings'),
      framing,
      readOnly: false,
      tuned,
    });
  }

  label(n: number, of: string | null): void {
    if (of === null) delete this.document.labels[itemOf(n)];
    else this.document.labels[itemOf(n)] = { class: of, how: 'hand', by: 'me', at };
  }

  /** As before any run: labels, backbone, and, where told, nothing read. */
  async anew(unread = false): Promise<void> {
    this.onRead = this.onTold = () => undefined;
    await this.tuning.discard();
    this.document.settings.backbone = SMALL_ID;
    this.document.labels = {};
    photos.forEach((_, n) => this.label(n, `c${Math.floor(n / PER_CLASS)}`));
    await this.tuning.follow(this.document);
    this.told.length = this.read.length = 0;
    if (unread) await rm(path.join(this.folder, 'features'), { recursive: true, force: true });
  }

  /** While the run trains, once it has told of this many epochs (that before the first step is one). */
  epochs(count: number): Promise<void> {
    return new Promise((resolve) => {
      this.onTold = () => (this.tuning.state.run?.epochs.length ?? 0) >= count && resolve();
    });
  }

  /** What waits for the engine hears that it has ended. */
  engineEnds(): void {
    this.#caller.rejectAll(new EngineGone('The engine ended.'));
    this.tuning.engineGone();
  }

  async close(): Promise<void> {
    await this.tuning.close();
    await rm(this.folder, { recursive: true, force: true });
  }

  #event(name: keyof EngineEvents, payload: unknown): void {
    if (name === 'featured') this.tuning.featured(payload as EngineEvents['featured']);
    if (name === 'tuning') this.tuning.progressed(payload as EngineEvents['tuning']);
  }

  #parts(): TuningParts {
    const items = {
      indexOf: (item: string) => photos.findIndex((_, n) => itemOf(n) === item),
      hash: (row: number) => this.inputs[row]?.hash ?? null,
      row: (index: number) => ({ index, box: null, state: 'ready' }),
    };
    const files = {
      pixelsAgain: (tell: ConstructorParameters<typeof PixelsAgain>[0]['tell']) =>
        new PixelsAgain({
          items,
          decoder: this.#decoder(),
          request: (row: number) => ({ url: String(row) }),
          tell,
        } as never),
    };
    const store = {
      document: this.document,
      readOnly: null,
      apply: (command: Command) =>
        Promise.resolve(
          applyPatches(this.document, reduce(this.document, command, { by: 'me', now: at }).patches),
        ),
    };
    const engine = { call: this.#caller.call.bind(this.#caller) as Engine['call'] };
    const library = { items, reader: { files } };
    return {
      ...({ store, library, engine } as unknown as Pick<TuningParts, 'store' | 'library' | 'engine'>),
      kept: this.kept,
      features: path.join(this.folder, 'features'),
      changed: (state) => {
        this.told.push(state);
        this.onTold();
      },
    };
  }

  #decoder() {
    const decode = async (id: number, row: number) => {
      this.onRead(row);
      this.read.push(row);
      const input = { ...this.inputs[row]!, id };
      await Promise.resolve();
      this.room.embed([input]);
      return success(id, input.hash);
    };
    return {
      nextId: () => ++this.#jobs,
      submit: ({ url }: DecodeRequest) => {
        const id = ++this.#jobs;
        return { id, result: decode(id, Number(url)) };
      },
    };
  }
}
