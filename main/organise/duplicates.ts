/**
 * @file Sets of images that show the same: the same file twice, or pictures whose difference hashes are near AND that
 * were taken within minutes of each other or lie in one folder. Never by an embedding alone: two photos of one kind of
 * thing are near in that and are not duplicates. Pure; runs in main.
 */
import { distanceIn, hashTable, type HashTable } from './hashes';
import { MultiIndex } from './multiIndex';
import { directoryOf, takenAt, type TakenRow } from './times';

export interface HashedRow extends TakenRow {
  /** 64-bit difference hash of the upright picture, 16 hex digits; null where none was made. */
  pixelHash: string | null;
  width: number | null;
  height: number | null;
}

export interface DuplicateOptions {
  /** Bits of 64 that two hashes may differ in. */
  distance: number;
  /** Minutes between two images of different folders. */
  minutes: number;
}

export const DEFAULT_DISTANCE = 4;
export const DEFAULT_MINUTES = 10;
export const MOST_DISTANCE = 8;

/** Every image of a set is near to its first, which is the one to keep; the others need not be near to each other. */
export interface DuplicateSet {
  /** The one to keep first: the largest picture, then the first by row. */
  rows: number[];
  /** [rows] bits that each differs in from the first; 0 for the first itself; null: the same file, no hash known. */
  distances: (number | null)[];
  /** [rows] whether it is the same file as the first, byte by byte. */
  same: boolean[];
}

/** Images between two looks at the clock. */
const STEP = 64;

/**
 * @param rows whole images, at most one each
 * @param hashOf content hash of a row, or null
 * @yields images looked at so far, so that whoever calls can pause; returns the sets in the order of their firsts' rows
 */
export function* findDuplicates(
  rows: readonly HashedRow[],
  times: Readonly<Record<string, string>>,
  hashOf: (row: number) => string | null,
  options: DuplicateOptions,
): Generator<number, DuplicateSet[]> {
  const finder = new Finder(rows, times, hashOf, options);
  yield 0;
  const sets: DuplicateSet[] = [];
  for (const [done, first] of byPreference(rows).entries()) {
    const set = finder.take(first);
    if (set) sets.push(set);
    if (done % STEP === STEP - 1) yield done + 1;
  }
  return sets.sort((a, b) => a.rows[0]! - b.rows[0]!);
}

/** Entries in the order in which they are to be kept. */
function byPreference(rows: readonly HashedRow[]): number[] {
  const pixels = rows.map(({ width, height }) => (width ?? 0) * (height ?? 0));
  return rows.map((_, i) => i).sort((a, b) => pixels[b]! - pixels[a]! || rows[a]!.index - rows[b]!.index);
}

/** Takes the neighbours of one image after another out of what is left. */
class Finder {
  readonly #taken: Uint8Array;
  /** Entries that have a hash, and where each stands among them. */
  readonly #hashed: number[] = [];
  readonly #placeOf: Int32Array;
  readonly #table: HashTable;
  readonly #index: MultiIndex;
  readonly #directories: Int32Array;
  readonly #seconds: Float64Array;
  readonly #byContent = new Map<string, number[]>();

  constructor(
    private readonly rows: readonly HashedRow[],
    times: Readonly<Record<string, string>>,
    private readonly hashOf: (row: number) => string | null,
    private readonly options: DuplicateOptions,
  ) {
    this.#taken = new Uint8Array(rows.length);
    this.#placeOf = new Int32Array(rows.length).fill(-1);
    const numbers = new Map<string, number>();
    this.#directories = Int32Array.from(rows, (row) => numberOf(numbers, directoryOf(row)));
    this.#seconds = Float64Array.from(rows, (row) => takenAt(row, times) ?? NaN);
    rows.forEach((row, entry) => this.#enter(row, entry));
    this.#table = hashTable(this.#hashed.map((entry) => rows[entry]!.pixelHash!));
    this.#index = new MultiIndex(this.#table);
  }

  /** The set of which the entry is the one to keep; null where it is in another, or alone. */
  take(first: number): DuplicateSet | null {
    if (this.#taken[first] === 1) return null;
    this.#taken[first] = 1;
    const same = this.#free(this.#byContent.get(this.#contentOf(first) ?? '') ?? []);
    const near = this.#near(first);
    const others = [...same, ...near].sort((a, b) => this.rows[a]!.index - this.rows[b]!.index);
    if (others.length === 0) return null;
    const sameSet = new Set(same);
    return {
      rows: [first, ...others].map((entry) => this.rows[entry]!.index),
      distances: [0, ...others.map((entry) => this.#distance(first, entry))],
      same: [true, ...others.map((entry) => sameSet.has(entry))],
    };
  }

  #enter(row: HashedRow, entry: number): void {
    const content = this.hashOf(row.index);
    if (content !== null) {
      const same = this.#byContent.get(content);
      if (same) same.push(entry);
      else this.#byContent.set(content, [entry]);
    }
    if (row.pixelHash === null) return;
    this.#placeOf[entry] = this.#hashed.length;
    this.#hashed.push(entry);
  }

  #contentOf(entry: number): string | null {
    return this.hashOf(this.rows[entry]!.index);
  }

  /** Those that no set has yet; they are in one from now on. */
  #free(entries: readonly number[]): number[] {
    const free = entries.filter((entry) => this.#taken[entry] === 0);
    for (const entry of free) this.#taken[entry] = 1;
    return free;
  }

  #near(first: number): number[] {
    const place = this.#placeOf[first]!;
    if (place < 0) return [];
    const near: number[] = [];
    this.#index.near(place, this.options.distance, (other) => {
      const entry = this.#hashed[other]!;
      if (this.#taken[entry] === 1 || !this.#together(first, entry)) return;
      if (distanceIn(this.#table, place, other) > this.options.distance) return;
      this.#taken[entry] = 1;
      near.push(entry);
    });
    return near;
  }

  /** In one folder, or taken within the minutes. An unknown time is near to none. */
  #together(a: number, b: number): boolean {
    if (this.#directories[a] === this.#directories[b]) return true;
    return Math.abs(this.#seconds[a]! - this.#seconds[b]!) <= this.options.minutes * 60;
  }

  #distance(a: number, b: number): number | null {
    const [one, other] = [this.#placeOf[a]!, this.#placeOf[b]!];
    return one < 0 || other < 0 ? null : distanceIn(this.#table, one, other);
  }
}

function numberOf(numbers: Map<string, number>, name: string): number {
  const known = numbers.get(name);
  if (known !== undefined) return known;
  numbers.set(name, numbers.size);
  return numbers.size - 1;
}
