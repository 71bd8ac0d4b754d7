/**
 * @file A project on the disk with real photos and their embeddings, by a small backbone unless told otherwise, and an engine of its
 * own for it, as often as a test wants one: from the document to exported files, with nothing in memory in between. For tests. The
 * photos are scaled by sharp, which is not the app's decoder.
 */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { ExportOptions } from '../../../../main/contract/exporting';
import type { ProjectDocument } from '../../../../main/contract/model';
import type { NowParts } from '../../../../main/desk/heads/now';
import { lessonOf } from '../../../../main/desk/lesson';
import { embeddingHash } from '../../../../main/engine/embeddings/key';
import type { Answer } from '../../../../main/engine/guessing/guesser';
import type { Lesson, LessonHead } from '../../../../main/engine/guessing/lesson';
import type { EngineEvents } from '../../../../main/engine/protocol';
import { EngineRoom, type Emit } from '../../../../main/engine/room';
import type { Engine } from '../../../../main/engine/supervisor';
import type { InputMessage } from '../../../../main/images/decoder/protocol';
import type { Command } from '../../../../main/projects/commands';
import { projectPaths } from '../../../../main/projects/paths';
import { inputOf } from '../exporting/checkLine';
import { SMALL_SIDE, smallBackbone } from '../engine/backbone/small';
import { BACKBONE } from '../engine/backbone/support';
import { photos } from '../engine/export/photos';
import { open, photos as addPhotos, projectFolder } from '../projects/support';

const framing = { kind: 'stretch' } as const;
const FORMATS = ['tfjs', 'savedmodel'] as const;
/** The same for all exports; the app writes the time of the export here. */
const about = {
  name: 'Garden',
  version: '1.2.3',
  createdAt: '2026-01-02T03:04:05.000Z',
  framing,
  boxes: false,
  manifest: { sha256: 'a'.repeat(64), items: 0 },
};

/** The same for all labs of a process: it is never changed. */
const root = mkdtempSync(path.join(os.tmpdir(), 'imprint-lab-'));
process.once('exit', () => rmSync(root, { recursive: true, force: true }));
const BACKBONES = {
  small: { dir: smallBackbone(root), side: SMALL_SIDE },
  shipped: { dir: Promise.resolve(BACKBONE), side: 224 },
};

/** Folder of the backbone by which labs see unless told otherwise. */
export const usualBackbone = (): Promise<string> => BACKBONES.small.dir;

const itemOf = (file: string): string => `f/${path.basename(path.dirname(file))}/${path.basename(file)}`;
/** All photos there are: five of each class of `CLASSES`, one class after the other. */
export const ITEMS = photos.map(itemOf);
const fileOf = new Map(photos.map((file) => [itemOf(file), file]));

const read = new Map<string, Promise<InputMessage>>();
/** A photo as the decoder would hand it over, read once. */
function pixelsOf(file: string, side: number): Promise<InputMessage> {
  const key = `${file} ${side}`;
  const known = read.get(key) ?? inputOf(0, file, framing, side);
  read.set(key, known);
  return known;
}

/** What comes of a project: files of exports by name, and guesses by item. */
export interface Outcome {
  files: Map<string, Buffer>;
  guesses: Map<string, string>;
}

/** One engine; the project's embeddings are read from the disk, and made where they are not there. */
export class Lab {
  readonly #rows = new Map<string, number>();
  readonly #hashes: string[] = [];
  /** Told what the engine reports of a training. */
  onHead: (report: EngineEvents['head']) => void = () => undefined;

  private constructor(
    readonly folder: string,
    private readonly room: EngineRoom,
    private readonly base: ExportOptions['base'],
    private readonly side: number,
  ) {}

  /** @param items whose files are there, whatever is said of them */
  static async start(
    folder: string,
    items: readonly string[] = ITEMS,
    base: ExportOptions['base'] = 'none',
    backbone: keyof typeof BACKBONES = 'small',
  ): Promise<Lab> {
    const { dir, side } = BACKBONES[backbone];
    const emit: Emit = (name, payload) => {
      if (name === 'head') lab.onHead(payload as EngineEvents['head']);
    };
    const lab: Lab = new Lab(folder, new EngineRoom(emit, 'no map here'), base, side);
    const backboneDir = await dir;
    await lab.room.calls.load({ backboneDir, modelCache: path.join(folder, 'cache', 'models') });
    const sidecar = projectPaths(folder).embeddings;
    await lab.room.calls.open({ sidecar, framing, readOnly: false, given: projectPaths(folder).given });
    await lab.show(items);
    return lab;
  }

  /** Rows for items that had none, boxes among them. */
  async show(items: readonly string[], box: InputMessage['box'] = null, image = items[0]!): Promise<void> {
    for (const item of items) {
      const index = this.#rows.size;
      this.#rows.set(item, index);
      const input = { ...(await pixelsOf(fileOf.get(box ? image : item)!, this.side)), id: index };
      const hash = embeddingHash(input.hash, box);
      this.#hashes.push(hash);
      const known = await this.room.calls.setItems([{ index, hash }]);
      if (known.missing.length === 0) continue;
      this.room.embed([{ ...input, box }]);
      await this.room.calls.setItems([{ index, hash }]);
    }
  }

  /** The engine as main calls it. */
  get engine(): Pick<Engine, 'call'> {
    const calls = this.room.calls as Record<string, (arg: unknown) => unknown>;
    return { call: ((name: string, arg: unknown) => Promise.resolve(calls[name]!(arg))) as Engine['call'] };
  }

  /** Rows as main knows them. */
  get library(): NowParts['library'] {
    const items = { row: () => ({ state: 'ready' }), hash: (row: number) => this.#hashes[row] ?? null };
    return { items, progress: { state: 'idle' } } as unknown as NowParts['library'];
  }

  lessonOf(document: ProjectDocument): Lesson {
    const lesson = lessonOf(document, 1, (item) => this.#rows.get(item) ?? null);
    return { ...lesson, settings: { ...lesson.settings, base: this.base } };
  }

  /** What the engine answers to the project on the disk. */
  async taught(): Promise<Answer> {
    const store = await open(this.folder);
    const lesson = this.lessonOf(store.document);
    await store.close();
    return this.room.calls.teach(lesson);
  }

  /**
   * What the project on the disk comes to.
   * @param headFor the head that guesses are to come from
   * @param formats of which files are written
   */
  async outcome(
    headFor: (lesson: Lesson) => LessonHead | null = () => null,
    formats: readonly (typeof FORMATS)[number][] = FORMATS,
  ): Promise<Outcome> {
    const store = await open(this.folder);
    const plain = this.lessonOf(store.document);
    await store.close();
    const lesson = { ...plain, head: headFor(plain) };
    const { guesses } = await this.room.calls.teach(lesson);
    await this.room.calls.prepareExport({ lesson, about });
    const files = new Map<string, Buffer>();
    for (const format of formats) {
      const folder = path.join(mkdtempSync(path.join(this.folder, 'export-')), format);
      await this.room.calls.writeExport({ format, folder });
      for (const name of readdirSync(folder).sort())
        files.set(`${format}/${name}`, readFileSync(path.join(folder, name)));
    }
    const { k, top, confidence, cosine, word } = guesses;
    const of = (row: number) =>
      [top, confidence, cosine].map((values) => values.slice(row * k, (row + 1) * k).join(' '));
    const told = [...this.#rows].map(([item, row]) => [item, [...of(row), word[row]].join(', ')] as const);
    return { files, guesses: new Map(told) };
  }

  async stop(): Promise<void> {
    await this.room.calls.endExport(undefined);
    await this.room.calls.closeMap(undefined);
  }
}

/** A new project that was told this, saved and closed. */
export async function projectOf(...commands: Command[]): Promise<string> {
  const folder = await projectFolder();
  await told(folder, addPhotos, ...commands);
  return folder;
}

/** Tells a project more: opened, saved and closed. */
export async function told(folder: string, ...commands: Command[]): Promise<void> {
  const store = await open(folder);
  for (const command of commands) await store.apply(command);
  await store.close();
}

/** The embeddings of one project are those of another's same photos. */
export function shareEmbeddings(from: string, to: string): void {
  const [source, target] = [projectPaths(from), projectPaths(to)];
  cpSync(source.embeddings, target.embeddings, { recursive: true });
  cpSync(path.join(from, 'cache', 'models'), path.join(to, 'cache', 'models'), { recursive: true });
}
