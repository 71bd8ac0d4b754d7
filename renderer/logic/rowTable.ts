/**
 * @file What rows say of themselves, as typed arrays, so that a filter over 50,000 of them is one quick pass: state,
 * kind, times, folders and places. Strings that many rows share (folders, places) are numbered.
 */
import type { DocumentPatch, ItemRow, ProjectDocument } from '../../main/contract/model';
import { NONE } from './labels';

export const WAITING = 0;
export const READY = 1;
export const FAILED = 2;
export const GONE = 3;
/** A box that was deleted: its row stays, and is listed nowhere. */
export const REMOVED = 4;
const STATES: readonly string[] = ['waiting', 'ready', 'failed', 'gone', 'removed'];

/** Numbers for strings, in the order they are first seen. */
export class Names {
  readonly list: string[] = [];
  readonly #numbers = new Map<string, number>();

  of(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    this.#numbers.set(name, this.list.length);
    return this.list.push(name) - 1;
  }
}

export class RowTable {
  /** [rows] WAITING … REMOVED. */
  states = new Uint8Array(0);
  /** [rows] 1 for a box, 0 for an image. */
  boxes = new Uint8Array(0);
  /** [rows] 1 where the folder is only to be classified: its images never teach and are not counted. */
  foreign = new Uint8Array(0);
  /** [rows] 1 where another image shows the same, as main last said. */
  duplicates = new Uint8Array(0);
  /** [rows] capture time, local, as milliseconds of that clock; NaN where it is not known. */
  captured = new Float64Array(0);
  /** [rows] when the project first saw the item, ms since 1970; NaN where it is not known. */
  added = new Float64Array(0);
  /** [rows] index into `folders.list`. */
  folder = new Int32Array(0);
  /** [rows] index into `places.list`, or NONE. */
  place = new Int32Array(0);
  /** '<folder id>/<path below it>', without a file name; '<folder id>/' for its root. */
  readonly folders = new Names();
  readonly places = new Names();
  #length = 0;
  #items: readonly ItemRow[] = [];
  #letters: string[] | null = null;

  get length(): number {
    return this.#length;
  }

  /** [rows] paths in small letters, for searching in them; made when first asked for. */
  get letters(): readonly string[] {
    return (this.#letters ??= this.#items.map(({ path }) => path.toLowerCase()));
  }

  /** Takes rows over that are new or have changed. */
  take(items: readonly ItemRow[], rows: Iterable<number>, document: ProjectDocument): void {
    this.#items = items;
    this.#letters = null;
    if (items.length > this.states.length) this.#grow(items.length);
    this.#length = items.length;
    const folders = new Map(document.folders.map((folder) => [folder.id, folder]));
    for (const row of rows) {
      const item = items[row];
      if (!item) continue;
      const folder = folders.get(item.folder);
      this.states[row] = STATES.indexOf(item.state);
      this.boxes[row] = item.box === null ? 0 : 1;
      this.foreign[row] = folder?.purpose === 'classify' ? 1 : 0;
      this.added[row] = item.addedAt === 0 ? NaN : item.addedAt;
      this.folder[row] = this.folders.of(`${item.folder}/${insideOf(item.path)}`);
      this.#decide(row, item, document, folder?.subfolders === 'places');
    }
  }

  /** Takes over which rows show the same as another one. */
  takeDuplicates(rows: Iterable<number>): void {
    this.duplicates.fill(0);
    for (const row of rows) this.duplicates[row] = 1;
  }

  /** Follows a change of the document. */
  follow(patches: readonly DocumentPatch[], document: ProjectDocument): void {
    const parts = new Set(patches.map(({ path }) => path[0]));
    if (!['folders', 'places', 'times'].some((part) => parts.has(part))) return;
    this.take(this.#items, this.#items.keys(), document);
  }

  /** Time and place as a person gave them; else the file's own, and the folder's. */
  #decide(row: number, item: ItemRow, document: ProjectDocument, inPlaces: boolean): void {
    this.captured[row] = localTime(document.times[item.id] ?? item.capturedAt);
    const place = document.places[item.id] ?? (inPlaces ? insideOf(item.path) : '');
    this.place[row] = place === '' ? NONE : this.places.of(place);
  }

  #grow(rows: number): void {
    const size = Math.max(rows, Math.min(2 * this.states.length, rows + 10_000));
    this.states = grown(this.states, new Uint8Array(size));
    this.boxes = grown(this.boxes, new Uint8Array(size));
    this.foreign = grown(this.foreign, new Uint8Array(size));
    this.duplicates = grown(this.duplicates, new Uint8Array(size));
    this.captured = grown(this.captured, new Float64Array(size));
    this.added = grown(this.added, new Float64Array(size));
    this.folder = grown(this.folder, new Int32Array(size));
    this.place = grown(this.place, new Int32Array(size));
  }
}

function grown<T extends Uint8Array | Int32Array | Float64Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

/** The folders between an item's folder and its file: 'a/b' of 'a/b/c.jpg'. */
export function insideOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** Milliseconds of a local clock that shows 'YYYY-MM-DDTHH:MM:SS' or a part of it; NaN for anything else. */
export function localTime(text: string | null): number {
  return text === null ? NaN : Date.parse(text.length <= 10 ? `${text}T00:00:00Z` : `${text}Z`);
}
