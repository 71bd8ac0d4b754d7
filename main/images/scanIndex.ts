/**
 * @file What is known of each image file: size and time when it was read, and what reading it gave. Lets a project
 * open without decoding anything. A sidecar: when it is lost, the images are read once more. Runs in main.
 */
import { performance } from 'node:perf_hooks';
import { promises as fs } from 'node:fs';
import path from 'node:path';
import { inSlices } from '../organise/slices';
import { errorCode, explain } from '../projects/errors';
import { writeDurably } from '../projects/files';
import { DECODER_VERSION } from './decoder/protocol';
import type { FoundImage, ScanProblem, ScanResult } from './scan';
import { diffScan, isSame, keyOf } from './scanDiff';
import type { ScanDiff } from './scanDiff';
import { decodeIndex, encodingIndex, type ImageFacts, type IndexEntry } from './scanIndexFile';
import { told } from '../../strings/words';

/** Saving takes at most a twentieth of main's time, and is at most this far behind, ms. */
const SAVE_AFTER = 2000;
const SHARE = 20;

export interface ScanIndexOptions {
  /** Told in a sentence when the index could not be saved or was not readable; nothing is lost by either. */
  onProblem: (sentence: string) => void;
  /** Nothing is saved, as for a project that another window has open. */
  readOnly?: boolean;
  /** The clock, ms since 1970. */
  now?: () => number;
}

export class ScanIndex {
  readonly #entries = new Map<string, IndexEntry>();
  #dirty = false;
  /** Why it could not be saved the last time. */
  #failed: Error | null = null;
  #timer: NodeJS.Timeout | null = null;
  #saving: Promise<void> = Promise.resolve();
  #delay = SAVE_AFTER;
  #closed = false;

  private constructor(
    private readonly file: string,
    private readonly options: ScanIndexOptions,
  ) {}

  /** Reads the index; one that is missing or broken is begun anew (and a broken one reported). */
  static async open(file: string, options: ScanIndexOptions): Promise<ScanIndex> {
    const index = new ScanIndex(file, options);
    try {
      const entries = decodeIndex(await fs.readFile(file, 'utf8'), DECODER_VERSION);
      for (const entry of entries) index.#entries.set(keyOf(entry), entry);
    } catch (error) {
      const { what } = explain(error);
      if (errorCode(error) !== 'ENOENT') {
        options.onProblem(told().images.indexUnusable(what));
      }
    }
    return index;
  }

  get entries(): IterableIterator<IndexEntry> {
    return this.#entries.values();
  }

  get(key: string): IndexEntry | null {
    return this.#entries.get(key) ?? null;
  }

  /**
   * Takes a scan of these folders in. Facts of changed files are forgotten; gone files are kept and marked. Nothing is
   * said of images in places that could not be read.
   */
  update(
    { images, problems }: Pick<ScanResult, 'images' | 'problems'>,
    folders: readonly string[],
  ): ScanDiff<IndexEntry> {
    const isRead = (key: string): boolean => !problems.some((problem) => concerns(problem, key));
    const scanned: IndexEntry[] = [];
    for (const [key, entry] of this.#entries)
      if (folders.includes(entry.folder) && isRead(key)) scanned.push(entry);
    const diff = diffScan(scanned, images);
    const addedAt = (this.options.now ?? Date.now)();
    for (const now of diff.added) this.#put({ ...now, facts: null, gone: false, addedAt });
    for (const { before, now } of diff.changed) this.#put({ ...before, ...now, facts: null, gone: false });
    for (const entry of diff.kept) if (entry.gone) this.#put({ ...entry, gone: false });
    for (const entry of diff.gone) if (!entry.gone) this.#put({ ...entry, gone: true });
    return diff;
  }

  /**
   * Takes in an image that a scan has just come upon, before the scan as a whole. What is known of it is forgotten where it
   * has changed.
   * @returns its entry, the one before if there was one, and whether it is new or has changed
   */
  meet(image: FoundImage): {
    entry: IndexEntry;
    before: IndexEntry | null;
    news: 'added' | 'changed' | null;
  } {
    const before = this.#entries.get(keyOf(image)) ?? null;
    const news = before ? (isSame(before, image) ? null : 'changed') : 'added';
    if (before && news === null && !before.gone) return { entry: before, before, news };
    const addedAt = before?.addedAt ?? (this.options.now ?? Date.now)();
    const facts = before && news === null ? before.facts : null;
    const entry = { ...image, facts, gone: false, addedAt };
    this.#put(entry);
    return { entry, before, news };
  }

  /**
   * Remembers what reading a file gave; a failure only where the file is to blame, since it is not read again then.
   * Nothing is remembered where it is no longer the file that was read.
   */
  learn(file: FoundImage, facts: ImageFacts): void {
    const entry = this.#entries.get(keyOf(file));
    if (!entry || entry.size !== file.size || entry.mtimeMs !== file.mtimeMs) return;
    this.#put({ ...entry, facts });
  }

  /** Nothing of these files is known any more, on the disk neither. @throws what kept it from being saved */
  async forget(keys: readonly string[]): Promise<void> {
    for (const key of keys) this.#dirty = this.#entries.delete(key) || this.#dirty;
    await this.flush();
    if (this.#failed !== null) throw this.#failed;
  }

  /** Saves what is not saved. Never throws: what failed is reported, and tried again with the next change. */
  flush(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    this.#saving = this.#saving.then(() => this.#save());
    return this.#saving;
  }

  /** Saves what is not saved, and nothing from then on: the folder may be another's by then, or gone. */
  close(): Promise<void> {
    const saved = this.flush();
    this.#closed = true;
    return saved;
  }

  #put(entry: IndexEntry): void {
    this.#entries.set(keyOf(entry), entry);
    this.#dirty = true;
    if (this.#closed) return;
    this.#timer ??= setTimeout(() => void this.flush(), this.#delay);
  }

  async #save(): Promise<void> {
    if (!this.#dirty || this.options.readOnly) return;
    this.#dirty = false;
    try {
      const start = performance.now();
      const bytes = await inSlices(encodingIndex(this.#entries.values(), DECODER_VERSION));
      this.#delay = Math.max(SAVE_AFTER, SHARE * (performance.now() - start));
      await fs.mkdir(path.dirname(this.file), { recursive: true });
      if (bytes) await writeDurably(this.file, bytes);
      this.#failed = null;
    } catch (error) {
      this.#dirty = true;
      this.#failed = error instanceof Error ? error : new Error(String(error));
      const { what } = explain(error);
      this.options.onProblem(told().images.indexNotSaved(what));
    }
  }
}

/** Whether the image is, or lies in, what could not be read. */
function concerns({ folder, path: place }: ScanProblem, key: string): boolean {
  if (place === '') return key.startsWith(`${folder}/`);
  return key === `${folder}/${place}` || key.startsWith(`${folder}/${place}/`);
}
