/**
 * @file The embeddings of a project's images on the disk, so that no image is decoded and embedded twice. A sidecar:
 * what is lost is computed again. Runs in the engine process, which is its only writer.
 *
 * Reading and writing block: they take microseconds, and inference blocks this process anyway. Syncing does not.
 */
import { promises as fs } from 'node:fs';
import { keepOnly } from './forgetting';
import type { Strangers } from './forgetting';
import { checkHash } from './key';
import { encodeRecord, Records } from './layout';
import type { EmbeddingRecord, Shape } from './layout';
import { RecordFile } from './recordFile';
import { dropOldSpaces, spaceFile } from './spaces';
import { told } from '../../../strings/words';

export interface EmbeddingStoreOptions {
  /** Values of an embedding. */
  dimension: number;
  /** Everything that an embedding depends on besides the image's bytes: another space is another file. */
  space: string;
  /** Float32 values kept beside each embedding; 0 unless given. */
  extra?: number;
  /** What is appended is then held in memory only, as for a project that another window has open. */
  readOnly?: boolean;
  /** Told in a sentence when something cannot be kept or was damaged; embedding goes on. */
  onProblem?: (sentence: string) => void;
}

export interface NewEmbedding {
  /** See `embeddingHash`. */
  hash: string;
  /** [dimension] */
  values: Float32Array;
  /** [extra] */
  extra?: Float32Array;
}

const SYNC_AFTER_MS = 1000;
const NONE = new Float32Array(0);

export class EmbeddingStore {
  /** Encoded records that are not in the file, since it may not or could not be written. */
  readonly #held = new Map<string, Uint8Array>();
  readonly #shape: Shape;
  readonly #path: string;
  #file: RecordFile | null = null;
  #timer: NodeJS.Timeout | null = null;
  #syncing: Promise<void> = Promise.resolve();
  #failing = false;

  private constructor(
    folder: string,
    private readonly options: EmbeddingStoreOptions,
  ) {
    this.#shape = { dimension: options.dimension, extra: options.extra ?? 0, space: options.space };
    this.#path = spaceFile(folder, this.#shape);
  }

  /** Where its file is, or would be. */
  get path(): string {
    return this.#path;
  }

  /**
   * Opens the embeddings of one space and checks every record. Where the disk allows no file, embeddings are held in
   * memory, and `onProblem` says so.
   * @param folder holds a file for every space; made where it is missing.
   */
  static async open(folder: string, options: EmbeddingStoreOptions): Promise<EmbeddingStore> {
    const store = new EmbeddingStore(folder, options);
    const { readOnly = false } = options;
    const file = store.#path;
    try {
      if (!readOnly) await fs.mkdir(folder, { recursive: true });
      store.#file = RecordFile.open(file, store.#shape, readOnly);
      if (!readOnly) await dropOldSpaces(file);
    } catch (error) {
      store.#fail(error);
    }
    if (store.#file?.damaged) options.onProblem?.(told().engine.keptDamaged);
    return store;
  }

  /** How many embeddings there are. */
  get size(): number {
    return (this.#file?.size ?? 0) + this.#held.size;
  }

  /** How many of them are in memory only. */
  get held(): number {
    return this.#held.size;
  }

  has(hash: string): boolean {
    return this.#held.has(hash) || (this.#file?.has(hash) ?? false);
  }

  /** Of all embeddings, once each. */
  hashes(): string[] {
    return [...(this.#file?.hashes() ?? []), ...this.#held.keys()];
  }

  /** A copy of the embedding, [dimension]; null where there is none. */
  read(hash: string): Float32Array | null {
    return this.#record(hash)?.values(0) ?? null;
  }

  /** A copy of what is kept beside it, [extra]; null where there is none. */
  readExtra(hash: string): Float32Array | null {
    return this.#record(hash)?.extra(0) ?? null;
  }

  /**
   * Keeps embeddings; one whose hash is there already is passed over. They can be read at once, and are on the disk
   * after `flush`, or about a second.
   * @throws {Error} where a record has another shape or a value that is not finite; none is kept then.
   */
  append(embeddings: readonly NewEmbedding[]): void {
    const records = embeddings.map(({ hash, values, extra = NONE }) => ({ hash, values, extra }));
    for (const record of records) checkRecord(record, this.#shape);
    for (const record of records) {
      if (!this.has(record.hash)) this.#held.set(record.hash, encodeRecord(record, this.#shape));
    }
    try {
      if (this.#write()) this.#syncSoon();
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Every embedding once. The views are good during the call only. */
  loadAll(visit: (record: EmbeddingRecord) => void): void {
    const each = (records: Records, i: number): void =>
      visit({ hash: records.hash(i), values: records.values(i), extra: records.extra(i) });
    this.#file?.visit(each);
    for (const bytes of this.#held.values()) each(new Records(bytes, this.#shape), 0);
  }

  /**
   * Forgets all embeddings but some, in the file as well.
   * @throws the system's error; the file is then as it was, and goes on being used
   */
  async keepOnly(keep: ReadonlySet<string>): Promise<Strangers> {
    await this.#syncing;
    await this.flush();
    for (const hash of this.#held.keys()) if (!keep.has(hash)) this.#held.delete(hash);
    if (!this.#file || this.options.readOnly) return { hashes: [], bytes: 0 };
    this.#file.close();
    this.#file = null;
    try {
      return keepOnly(this.#path, keep);
    } finally {
      this.#file = RecordFile.open(this.#path, this.#shape, false);
    }
  }

  /** @throws the system's error where not everything is on the disk that should be. */
  async flush(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    if (this.options.readOnly) return;
    this.#write();
    await this.#file?.sync();
  }

  /** @throws as `flush`; the file is closed all the same. */
  async close(): Promise<void> {
    try {
      await this.#syncing;
      await this.flush();
    } finally {
      this.#file?.close();
      this.#file = null;
    }
  }

  /** @returns whether anything was written. @throws the system's error; what was not written is held on to. */
  #write(): boolean {
    if (!this.#file || this.options.readOnly || this.#held.size === 0) return false;
    this.#file.add(this.#held);
    this.#held.clear();
    this.#failing = false;
    return true;
  }

  #syncSoon(): void {
    this.#timer ??= setTimeout(() => {
      this.#syncing = this.flush().catch((error: unknown) => this.#fail(error));
    }, SYNC_AFTER_MS);
  }

  /** Says so once, until writing succeeds again. */
  #fail(error: unknown): void {
    if (!this.#failing)
      this.options.onProblem?.(
        `${told().engine.notKept}: ${error instanceof Error ? error.message : String(error)}.`,
      );
    this.#failing = true;
  }

  #record(hash: string): Records | null {
    const held = this.#held.get(hash);
    return held ? new Records(held.slice(), this.#shape) : (this.#file?.read(hash) ?? null);
  }
}

/** A value that is not finite would spread to every class it is averaged into. */
function checkRecord({ hash, values, extra }: EmbeddingRecord, shape: Shape): void {
  checkHash(hash);
  if (values.length !== shape.dimension || extra.length !== shape.extra) {
    const [got, want] = [`${values.length} + ${extra.length}`, `${shape.dimension} + ${shape.extra}`];
    throw new Error(`An embedding of ${got} values cannot be kept among those of ${want}.`);
  }
  const at = values.findIndex((value) => !Number.isFinite(value));
  if (at >= 0) throw new Error(`The embedding of ${hash} has the value ${values[at]} at ${at}.`);
}
