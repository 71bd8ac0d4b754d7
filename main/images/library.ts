/**
 * @file The images of the open project: finds them, keeps their rows, and has each one decoded and embedded once.
 * Runs in main.
 */
import type { Framing, ImageFailure, ImageFolder, ItemRow, Progress } from '../contract/model';
import { EngineGone, type Engine } from '../engine/supervisor';
import type { Decoder, DecodeRequest } from './decoder/decoder';
import type { DecodeResult } from './decoder/protocol';
import { Gathered } from './gathered';
import { Items } from './items';
import { Pipeline } from './pipeline';
import { scanFolders } from './scan';
import { keyOf } from './scanDiff';
import type { ScanIndex } from './scanIndex';
import type { ThumbnailStore } from './thumbnails';

export interface LibraryEvents {
  items(rows: ItemRow[]): void;
  progress(progress: Progress): void;
  /** The engine has embeddings of more rows, or of fewer. */
  embeddings(): void;
  /** Places that could not be read, each a sentence. */
  problems(sentences: string[]): void;
  trouble(title: string, error: unknown): void;
}

export interface LibraryParts {
  /** Differs by project; its tokens are made from it. */
  secret: string;
  framing: Framing;
  index: ScanIndex;
  /** null: nobody looks at the images, so none are made. */
  thumbnails: ThumbnailStore | null;
  decoder: Decoder;
  engine: Engine;
  /** Where the engine keeps the project's embeddings. */
  sidecar: string;
  readOnly: boolean;
  /** Side of the backbone's input, pixels. */
  inputSize: number;
  events: LibraryEvents;
}

export interface Found {
  added: number;
  changed: number;
  gone: number;
}

export const THUMBNAIL_SIZE = 256;
const ANNOUNCE_MS = 100;
/** Failures that say nothing of the file: it is tried again next time. */
const PASSING = new Set(['decoder-unavailable', 'engine-ended', 'engine-rejected']);

export class Library {
  readonly items: Items;
  readonly #pipeline: Pipeline;
  readonly #changedRows: Gathered;
  readonly #embedded: Gathered;
  #framing: Framing;
  #engineOpen = false;
  #newlyEmbedded: number[] = [];
  #telling: Promise<void> = Promise.resolve();

  constructor(private readonly parts: LibraryParts) {
    this.#framing = parts.framing;
    this.#changedRows = new Gathered(ANNOUNCE_MS, () => parts.events.items(this.items.takeChanged()));
    this.#embedded = new Gathered(ANNOUNCE_MS, () => this.#tellEngine());
    this.items = new Items(parts.secret, () => this.#changedRows.mark());
    this.#pipeline = new Pipeline({
      submit: (index) => parts.decoder.submit({ ...this.#request(index), wantInput: true }),
      decoded: (index, result) => this.#decoded(index, result),
      embedded: (index) => {
        this.#newlyEmbedded.push(index);
        this.#embedded.mark();
      },
      failed: (index, failure) => this.#failed(index, failure),
      progress: (progress) => parts.events.progress(progress),
    });
  }

  get progress(): Progress {
    return this.#pipeline.progress;
  }

  /** Whether the engine knows this project: it can be taught. */
  get engineOpen(): boolean {
    return this.#engineOpen;
  }

  /** Looks what is in the folders now, and has what is new or changed embedded. */
  async scan(folders: readonly ImageFolder[]): Promise<Found> {
    const result = await scanFolders(folders);
    const known = this.items.count > 0;
    const diff = this.parts.index.update(
      result,
      folders.map((f) => f.id),
    );
    const roots = new Map(folders.map((f) => [f.id, f.path]));
    const changed = new Set(diff.changed.map((c) => keyOf(c.now)));
    const rows: number[] = [];
    for (const file of result.images) {
      const index = this.items.indexOf(keyOf(file));
      const stays = index !== null && !changed.has(keyOf(file)) && this.items.row(index).state !== 'gone';
      const facts = this.parts.index.get(keyOf(file))?.facts ?? null;
      if (!stays) rows.push(this.items.add(file, roots.get(file.folder) ?? '', facts));
    }
    for (const entry of diff.gone) this.#gone(keyOf(entry));
    if (result.problems.length > 0) this.parts.events.problems(result.problems.map((p) => p.reason));
    await this.#place(rows);
    return {
      added: known ? diff.added.length : rows.length,
      changed: diff.changed.length,
      gone: diff.gone.length,
    };
  }

  /** The folder was taken out of the project. */
  dropFolder(id: string): void {
    for (const row of this.items.rows) if (row.folder === id) this.#gone(row.id);
    this.parts.events.embeddings();
  }

  /** The engine is new: it learns again which rows there are. */
  async engineStarted(): Promise<void> {
    await this.#openInEngine();
    // Rows that wait are in the pipeline's hands already.
    const ready = this.items.rows.filter((row) => row.state === 'ready').map((row) => row.index);
    this.#readAgain(await this.#handOver(ready));
    this.parts.events.embeddings();
  }

  engineGone(): void {
    this.#engineOpen = false;
    this.#pipeline.engineGone();
  }

  async setFraming(framing: Framing): Promise<void> {
    if (JSON.stringify(framing) === JSON.stringify(this.#framing)) return;
    this.#framing = framing;
    this.#pipeline.clear();
    if (this.#engineOpen) await this.#openInEngine();
    const rows = this.items.rows.filter((row) => row.state !== 'gone').map((row) => row.index);
    for (const index of rows) this.items.waiting(index);
    await this.#place(rows);
  }

  engineEmbedded(ids: number[]): void {
    this.#pipeline.engineEmbedded(ids);
  }

  engineRejected(ids: number[], reason: string): void {
    this.#pipeline.engineRejected(ids, reason);
  }

  trouble(sentence: string | null): void {
    this.#pipeline.trouble(sentence);
  }

  pause(): void {
    this.#pipeline.pause();
  }

  resume(): void {
    this.#pipeline.resume();
  }

  cancel(): void {
    this.#pipeline.cancel();
  }

  /** Resolves when nothing is waiting to be embedded. */
  idle(): Promise<void> {
    return this.#pipeline.idle();
  }

  /** Resolves when nothing is waiting to be embedded and the engine counts every image that was. */
  async settled(): Promise<void> {
    do {
      await this.idle();
      this.#embedded.flush();
      await this.#telling;
    } while (this.progress.done < this.progress.total);
  }

  /** JPEG of a row, made anew where the cache has lost it; null where the file cannot be shown. */
  async thumbnail(token: string): Promise<Buffer | null> {
    const index = this.items.byToken(token);
    const hash = index === null ? null : this.items.hash(index);
    if (index === null || hash === null) return null;
    const kept = await this.parts.thumbnails?.get(hash);
    if (kept) return kept;
    const result = await this.parts.decoder.decode({ ...this.#request(index), wantInput: false });
    if ('failure' in result || !result.thumbnail) return null;
    const bytes = Buffer.from(result.thumbnail);
    await this.parts.thumbnails?.put(result.hash, bytes);
    return bytes;
  }

  file(token: string): string | null {
    const index = this.items.byToken(token);
    return index === null ? null : this.items.absolute(index);
  }

  async close(): Promise<void> {
    this.#pipeline.clear();
    this.#changedRows.cancel();
    this.#embedded.cancel();
    await this.parts.index.flush();
  }

  async #openInEngine(): Promise<void> {
    const { engine, readOnly, sidecar } = this.parts;
    await engine.call('open', { sidecar, framing: this.#framing, readOnly });
    this.#engineOpen = true;
  }

  #request(index: number): Omit<DecodeRequest, 'wantInput'> {
    return {
      url: `img://file/${this.items.row(index).token}`,
      framing: this.#framing,
      inputSize: this.parts.inputSize,
      thumbnailSize: this.parts.thumbnails ? THUMBNAIL_SIZE : null,
      bytes: this.items.row(index).size,
    };
  }

  /** Rows whose content has an embedding are ready; the others are read. */
  async #place(rows: number[]): Promise<void> {
    const unread = rows.filter((index) => !this.#known(index));
    const read = rows.filter((index) => this.items.hash(index) !== null);
    // Ready before the engine is asked: one that starts meanwhile is told of every row that is.
    for (const index of read) this.items.ready(index);
    this.#pipeline.add(unread);
    this.#readAgain(await this.#handOver(read));
    this.parts.events.embeddings();
  }

  /** Whether reading the row's file is known to give an image, or known to fail. */
  #known(index: number): boolean {
    const facts = this.parts.index.get(this.items.row(index).id)?.facts ?? null;
    if (facts && 'failure' in facts) this.items.failed(index, facts.failure);
    return facts !== null;
  }

  /** @returns rows whose content the engine has no embedding of */
  async #handOver(rows: number[]): Promise<number[]> {
    const known = rows
      .map((index) => ({ index, hash: this.items.hash(index) }))
      .filter((row) => row.hash !== null);
    // Nothing is missing as far as is known: `engineStarted` asks again.
    if (known.length === 0 || !this.#engineOpen) return [];
    return (await this.parts.engine.call('setItems', known)).missing;
  }

  #decoded(index: number, result: Extract<DecodeResult, { hash: string }>): void {
    const { hash, width, height, thumbnail } = result;
    // A thumbnail that cannot be kept is made again when it is asked for.
    if (thumbnail) void this.parts.thumbnails?.put(hash, Buffer.from(thumbnail)).catch(() => undefined);
    this.items.decoded(index, { hash, width, height, thumbnail: thumbnail !== null });
    this.parts.index.learn(this.items.file(index), { hash, width, height });
  }

  #failed(index: number, failure: ImageFailure): void {
    this.items.failed(index, failure);
    if (!PASSING.has(failure.code)) this.parts.index.learn(this.items.file(index), { failure });
  }

  #gone(id: string): void {
    const index = this.items.indexOf(id);
    if (index === null) return;
    this.items.gone(index);
    void this.parts.engine.call('setItems', [{ index, hash: null }]).catch(() => undefined);
  }

  /** Rows that were embedded since the last time become ready together, and guesses for them are asked for. */
  #tellEngine(): void {
    const rows = this.#newlyEmbedded;
    this.#newlyEmbedded = [];
    for (const index of rows) this.items.ready(index);
    this.#telling = this.#handOver(rows)
      .then((missing) => {
        this.#readAgain(missing);
        this.parts.events.embeddings();
      })
      .catch((error: unknown) => {
        // A new engine is told of every row that is ready, so nothing is lost.
        if (!(error instanceof EngineGone)) this.parts.events.trouble('New images could not be added', error);
      });
  }

  /** Their embeddings went with an engine that ended, or were made for another framing. */
  #readAgain(rows: number[]): void {
    for (const index of rows) this.items.waiting(index);
    this.#pipeline.add(rows);
  }
}
