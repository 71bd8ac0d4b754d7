/**
 * @file Sets of images that show the same: the same file twice, or pictures whose difference hashes are near AND that
 * were taken within minutes of each other or lie in one folder. Never by an embedding alone: two photos of one kind of
 * thing are near in that and are not duplicates. Pure; runs in main.
 */
import { Nearby } from './nearby';
import type { TakenRow } from './times';

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
/** Beyond it photos of different things begin to be near (docs/groups.md). */
export const MOST_DISTANCE = 10;
/** A day. */
export const MOST_MINUTES = 1440;

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
const STEP = 16;

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
  /** [rows] place among those that have a hash, or -1. */
  readonly #placeOf: Int32Array;
  readonly #hashed: number[];
  readonly #nearby: Nearby;
  readonly #byContent = new Map<string, number[]>();

  constructor(
    private readonly rows: readonly HashedRow[],
    times: Readonly<Record<string, string>>,
    private readonly hashOf: (row: number) => string | null,
    private readonly options: DuplicateOptions,
  ) {
    this.#taken = new Uint8Array(rows.length);
    this.#hashed = rows.flatMap(({ pixelHash }, entry) => (pixelHash === null ? [] : [entry]));
    this.#placeOf = new Int32Array(rows.length).fill(-1);
    this.#hashed.forEach((entry, place) => (this.#placeOf[entry] = place));
    const hashed = this.#hashed.map((entry) => rows[entry]!);
    const hashes = hashed.map(({ pixelHash }) => pixelHash ?? '');
    this.#nearby = new Nearby(hashed, hashes, times, options.minutes * 60);
    rows.forEach((row, entry) => this.#enterContent(hashOf(row.index), entry));
  }

  /** The set of which the entry is the one to keep; null where it is in another, or alone. */
  take(first: number): DuplicateSet | null {
    if (!this.#claim(first)) return null;
    const content = this.hashOf(this.rows[first]!.index) ?? '';
    const same = new Set((this.#byContent.get(content) ?? []).filter((entry) => this.#claim(entry)));
    const others = [...same, ...this.#near(first)];
    if (others.length === 0) return null;
    others.sort((a, b) => this.rows[a]!.index - this.rows[b]!.index);
    return {
      rows: [first, ...others].map((entry) => this.rows[entry]!.index),
      distances: [0, ...others.map((entry) => this.#distance(first, entry))],
      same: [true, ...others.map((entry) => same.has(entry))],
    };
  }

  #enterContent(content: string | null, entry: number): void {
    if (content === null) return;
    const same = this.#byContent.get(content);
    if (same) same.push(entry);
    else this.#byContent.set(content, [entry]);
  }

  /** Whether no set had the entry; now one has. */
  #claim(entry: number): boolean {
    const free = this.#taken[entry] === 0;
    this.#taken[entry] = 1;
    return free;
  }

  #near(first: number): number[] {
    const place = this.#placeOf[first]!;
    const near: number[] = [];
    if (place < 0) return near;
    this.#nearby.near(place, this.options.distance, (other) => {
      const entry = this.#hashed[other]!;
      if (this.#claim(entry)) near.push(entry);
    });
    return near;
  }

  #distance(a: number, b: number): number | null {
    const [one, other] = [this.#placeOf[a]!, this.#placeOf[b]!];
    return one < 0 || other < 0 ? null : this.#nearby.distance(one, other);
  }
}
