/**
 * @file The items of the open project, row by row: what the grid shows and what the engine indexes by. A row's
 * index never changes while the project is open, so guesses (typed arrays) need no ids. Runs in main.
 */
import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Box, ImageFailure, ItemRow, ItemState } from '../contract/model';
import { embeddingHash } from '../engine/embeddings/key';
import type { FoundImage } from './scan';
import { keyOf } from './scanDiff';
import type { ContentFacts, IndexEntry } from './scanIndexFile';

interface Known {
  row: ItemRow;
  file: FoundImage;
  /** SHA-256 of the file's bytes; null: not read yet. */
  content: string | null;
  absolute: string;
}

export class Items {
  readonly #known: Known[] = [];
  readonly #byId = new Map<string, number>();
  readonly #byToken = new Map<string, number>();
  readonly #changed = new Set<number>();
  /** Rows before this one have been told. */
  #told = 0;

  /** @param secret differs by project, so that a token tells nothing about its path */
  constructor(
    private readonly secret: string,
    private readonly onChange: () => void,
  ) {}

  get rows(): ItemRow[] {
    return this.#known.map((k) => k.row);
  }

  /** Rows that `takeChanged` has given out, as they are now. */
  get told(): ItemRow[] {
    return this.#known.slice(0, this.#told).map((k) => k.row);
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
    const content = known?.hash ?? null;
    return this.#put({ row, file, content, absolute: path.join(root, file.path) });
  }

  /**
   * Adds a box's row, or renews it: the box or its image's content may have changed, or it was removed and is back.
   * @param id `box:<id>`
   * @param image row of its image
   */
  addBox(id: string, image: number, box: Box): number {
    const of = this.#at(image);
    const index = this.#byId.get(id) ?? this.#known.length;
    const before = this.#known[index]?.row;
    const row: ItemRow = {
      ...of.row,
      ...{ index, id, box, image, state: 'waiting', failure: null },
      token: before?.token ?? this.#tokenOf(id),
      ...sizeOf(of.row, box),
      thumbnail: (before?.thumbnail ?? 0) + (of.content === null ? 0 : 1),
    };
    return this.#put({ ...of, row });
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

  /** What embedding and thumbnail are kept under: the content's hash, for a box that of content and box. */
  hash(index: number): string | null {
    const { content, row } = this.#at(index);
    return content === null ? null : embeddingHash(content, row.box);
  }

  /** SHA-256 of the file's bytes, lower-case hex; null: not read yet. */
  content(index: number): string | null {
    return this.#at(index).content;
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
    known.content = facts.hash;
    const { box } = known.row;
    const size = box ? sizeOf(facts, box) : {};
    this.#edit(index, { ...seen(facts), ...size, thumbnail: known.row.thumbnail + (thumbnail ? 1 : 0) });
  }

  waiting(index: number): void {
    this.#become(index, 'waiting', null);
  }

  ready(index: number): void {
    this.#become(index, 'ready', null);
  }

  failed(index: number, failure: ImageFailure): void {
    this.#become(index, 'failed', failure);
  }

  /** @param reason a sentence */
  gone(index: number, reason: string): void {
    this.#become(index, 'gone', { code: 'gone', reason });
  }

  /** It is not listed any more: a deleted box, an image that is known by another name. Its row stays, for undo. */
  removed(index: number): void {
    this.#edit(index, { state: 'removed', failure: null });
  }

  /** An image that was not listed any more is so again, though its file is gone. */
  listed(index: number, reason: string): void {
    this.#edit(index, { state: 'gone', failure: { code: 'gone', reason } });
  }

  /**
   * Rows changed since the last call.
   * @param most new rows at a time, in their order; those told before come whenever they change
   */
  takeChanged(most = Infinity): ItemRow[] {
    const end = Math.min(this.#told + most, this.count);
    const taken = [...this.#changed].filter((index) => index < end);
    for (const index of taken) this.#changed.delete(index);
    this.#told = end;
    return taken.map((index) => this.row(index));
  }

  /** Whether `takeChanged` left any. */
  get hasChanged(): boolean {
    return this.#changed.size > 0;
  }

  #put(known: Known): number {
    const { index, id, token } = known.row;
    this.#known[index] = known;
    this.#byId.set(id, index);
    this.#byToken.set(token, index);
    this.#touch(index);
    return index;
  }

  /** Work on a box may be under way while it is deleted. */
  #become(index: number, state: ItemState, failure: ImageFailure | null): void {
    if (this.row(index).state !== 'removed') this.#edit(index, { state, failure });
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

/** A box's own size in pixels. */
function sizeOf(
  { width, height }: Pick<ItemRow, 'width' | 'height'>,
  box: Box,
): Pick<ItemRow, 'width' | 'height'> {
  if (width === null || height === null) return { width, height };
  const side = (length: number, fraction: number): number => Math.max(1, Math.round(length * fraction));
  return { width: side(width, box.width), height: side(height, box.height) };
}
