/**
 * @file The items of the open project, row by row: what the grid shows and what the engine indexes by. A row's
 * index never changes while the project is open, so guesses (typed arrays) need no ids. Runs in main.
 */
import { createHash } from 'node:crypto';
import path from 'node:path';
import type { ImageFailure, ItemRow } from '../contract/model';
import type { FoundImage } from './scan';
import { keyOf } from './scanDiff';
import type { ContentFacts, IndexEntry } from './scanIndexFile';

interface Known {
  row: ItemRow;
  file: FoundImage;
  hash: string | null;
  absolute: string;
}

export class Items {
  readonly #known: Known[] = [];
  readonly #byId = new Map<string, number>();
  readonly #byToken = new Map<string, number>();
  readonly #changed = new Set<number>();

  /** @param secret differs by project, so that a token tells nothing about its path */
  constructor(
    private readonly secret: string,
    private readonly onChange: () => void,
  ) {}

  get rows(): ItemRow[] {
    return this.#known.map((k) => k.row);
  }

  get count(): number {
    return this.#known.length;
  }

  /**
   * Adds a file's row, or renews it where its content may have changed.
   * @param entry the file, and what is known of its content from an earlier session
   */
  add(entry: Omit<IndexEntry, 'gone'>, root: string): number {
    const { facts, addedAt, ...file } = entry;
    const id = keyOf(file);
    const index = this.#byId.get(id) ?? this.#known.length;
    const token = this.#known[index]?.row.token ?? this.#tokenOf(id);
    const known = facts && 'hash' in facts ? facts : null;
    const row: ItemRow = {
      index,
      id,
      token,
      path: file.path,
      folder: file.folder,
      size: file.size,
      state: 'waiting',
      failure: null,
      ...seen(known),
      ...{ box: null, image: index, modifiedAt: file.mtimeMs, addedAt },
      thumbnail: (this.#known[index]?.row.thumbnail ?? 0) + (known ? 1 : 0),
    };
    this.#known[index] = { row, file, hash: known?.hash ?? null, absolute: path.join(root, file.path) };
    this.#byId.set(id, index);
    this.#byToken.set(token, index);
    this.#touch(index);
    return index;
  }

  indexOf(id: string): number | null {
    return this.#byId.get(id) ?? null;
  }

  byToken(token: string): number | null {
    return this.#byToken.get(token) ?? null;
  }

  row(index: number): ItemRow {
    return this.#at(index).row;
  }

  hash(index: number): string | null {
    return this.#at(index).hash;
  }

  file(index: number): FoundImage {
    return this.#at(index).file;
  }

  absolute(index: number): string {
    return this.#at(index).absolute;
  }

  /** The file has been read, and a thumbnail made of it or not. */
  decoded(index: number, facts: ContentFacts, thumbnail: boolean): void {
    const known = this.#at(index);
    known.hash = facts.hash;
    this.#edit(index, { ...seen(facts), thumbnail: known.row.thumbnail + (thumbnail ? 1 : 0) });
  }

  waiting(index: number): void {
    this.#edit(index, { state: 'waiting', failure: null });
  }

  ready(index: number): void {
    this.#edit(index, { state: 'ready', failure: null });
  }

  failed(index: number, failure: ImageFailure): void {
    this.#edit(index, { state: 'failed', failure });
  }

  gone(index: number): void {
    this.#edit(index, {
      state: 'gone',
      failure: { code: 'gone', reason: 'The file is no longer there. Its label is kept.' },
    });
  }

  /** Rows changed since the last call. */
  takeChanged(): ItemRow[] {
    const rows = [...this.#changed].map((index) => this.row(index));
    this.#changed.clear();
    return rows;
  }

  #tokenOf(id: string): string {
    return createHash('sha256').update(`${this.secret}\0${id}`).digest('base64url').slice(0, 22);
  }

  #at(index: number): Known {
    const known = this.#known[index];
    if (!known) throw new RangeError(`There is no item ${index}; there are ${this.#known.length}.`);
    return known;
  }

  #edit(index: number, changes: Partial<ItemRow>): void {
    const known = this.#at(index);
    known.row = { ...known.row, ...changes };
    this.#touch(index);
  }

  #touch(index: number): void {
    if (this.#changed.size === 0) this.onChange();
    this.#changed.add(index);
  }
}

/** What reading a file gives and the window is told. */
function seen(
  facts: ContentFacts | null,
): Omit<ContentFacts, 'hash'> | Record<keyof Omit<ContentFacts, 'hash'>, null> {
  if (!facts) return { width: null, height: null, capturedAt: null, camera: null, pixelHash: null };
  const { width, height, capturedAt, camera, pixelHash } = facts;
  return { width, height, capturedAt, camera, pixelHash };
}
