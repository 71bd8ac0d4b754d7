/**
 * @file Finds hashes near to one without comparing it to all: by four parts of 16 bits. Two hashes that differ in at
 * most t bits have a part in which they differ in at most ⌊t/4⌋ (Norouzi, Punjani, Fleet, CVPR 2012). Pure; runs in main.
 */
import { bitsIn, type HashTable } from './hashes';

const PARTS = 4;
const VALUES = 65_536;

/** Entries by the value of one part: those of value v are `entries[starts[v]] … entries[starts[v + 1] - 1]`. */
interface Part {
  starts: Uint32Array;
  entries: Uint32Array;
}

export class MultiIndex {
  readonly #parts: Part[];

  constructor(private readonly table: HashTable) {
    this.#parts = Array.from({ length: PARTS }, (_, part) => this.#sorted(part));
  }

  /**
   * Calls `visit` for every entry that can lie within `distance` bits of `entry`, itself included; more than once for
   * some, and for some that lie further away.
   */
  near(entry: number, distance: number, visit: (other: number) => void): void {
    const masks = masksWithin(Math.floor(distance / PARTS));
    for (const [part, { starts, entries }] of this.#parts.entries()) {
      const value = this.#valueOf(entry, part);
      for (const mask of masks) {
        const end = starts[(value ^ mask) + 1]!;
        for (let at = starts[value ^ mask]!; at < end; at++) visit(entries[at]!);
      }
    }
  }

  /** How many calls `near` would make. */
  count(entry: number, distance: number): number {
    let calls = 0;
    for (const [part, { starts }] of this.#parts.entries()) {
      const value = this.#valueOf(entry, part);
      for (const mask of masksWithin(Math.floor(distance / PARTS)))
        calls += starts[(value ^ mask) + 1]! - starts[value ^ mask]!;
    }
    return calls;
  }

  #valueOf(entry: number, part: number): number {
    const half = part < 2 ? this.table.high[entry]! : this.table.low[entry]!;
    return part % 2 === 0 ? half >>> 16 : half & 0xffff;
  }

  /** Counting sort. */
  #sorted(part: number): Part {
    const count = this.table.high.length;
    const starts = new Uint32Array(VALUES + 1);
    for (let entry = 0; entry < count; entry++) starts[this.#valueOf(entry, part) + 1]!++;
    for (let value = 0; value < VALUES; value++) starts[value + 1]! += starts[value]!;
    const next = starts.slice(0, VALUES);
    const entries = new Uint32Array(count);
    for (let entry = 0; entry < count; entry++) entries[next[this.#valueOf(entry, part)]!++] = entry;
    return { starts, entries };
  }
}

const known = new Map<number, Uint32Array>();

/** All 16-bit numbers of at most so many bits: 1, 17, 137, 697 of them. */
function masksWithin(bits: number): Uint32Array {
  let masks = known.get(bits);
  if (!masks) {
    masks = Uint32Array.from(Array.from({ length: VALUES }, (_, v) => v).filter((v) => bitsIn(v) <= bits));
    known.set(bits, masks);
  }
  return masks;
}
