/**
 * @file Which images can be near-duplicates of one at all: those in its folder, and those taken within minutes of it.
 * Most folders and minutes hold few; of large ones only what an index of the hashes offers is looked at, where that is
 * less. Pure; runs in main.
 */
import { distanceIn, hashTable, type HashTable } from './hashes';
import { MultiIndex } from './multiIndex';
import { directoryOf, takenAt, type TakenRow } from './times';

/** Comparing with so many is quicker than asking the index how many it offers. */
const FEW = 200;

/** Entries are positions in the array of rows. */
export class Nearby {
  readonly #table: HashTable;
  /** [entries] number of its folder. */
  readonly #directories: Int32Array;
  /** Entries of each folder. */
  readonly #members: number[][] = [];
  /** [entries] by the clock; NaN where unknown. */
  readonly #seconds: Float64Array;
  /** Entries with a time, earliest first, and their times. */
  readonly #byTime: Int32Array;
  readonly #times: Float64Array;
  #index: MultiIndex | null = null;

  /**
   * @param rows each with a hash, in `hashes`
   * @param window most seconds between two images of different folders
   */
  constructor(
    rows: readonly TakenRow[],
    hashes: readonly string[],
    times: Readonly<Record<string, string>>,
    private readonly window: number,
  ) {
    this.#table = hashTable(hashes);
    this.#directories = this.#enterDirectories(rows);
    const seconds = Float64Array.from(rows, (row) => takenAt(row, times) ?? NaN);
    const timed = rows.flatMap((_, entry) => (Number.isNaN(seconds[entry]) ? [] : [entry]));
    this.#seconds = seconds;
    this.#byTime = Int32Array.from(timed).sort((a, b) => seconds[a]! - seconds[b]!);
    this.#times = Float64Array.from(this.#byTime, (entry) => seconds[entry]!);
  }

  distance(a: number, b: number): number {
    return distanceIn(this.#table, a, b);
  }

  /** Calls `visit` for each entry within `most` bits of the first; more than once for some, the first included. */
  near(first: number, most: number, visit: (entry: number) => void): void {
    const time = this.#seconds[first]!;
    const from = this.#placeOf(time - this.window);
    const to = Number.isNaN(time) ? from : this.#placeOf(time + this.window + 1);
    const members = this.#members[this.#directories[first]!]!;
    const look = (entry: number): void => {
      if (this.distance(first, entry) <= most) visit(entry);
    };
    const index = this.#worthwhile(first, most, to - from + members.length);
    if (index) return index.near(first, most, (entry) => this.#together(first, entry) && look(entry));
    members.forEach(look);
    for (let place = from; place < to; place++) look(this.#byTime[place]!);
  }

  /** The index, where it offers less than there is to compare with. */
  #worthwhile(first: number, most: number, others: number): MultiIndex | null {
    if (others <= FEW) return null;
    this.#index ??= new MultiIndex(this.#table);
    return this.#index.count(first, most) < others ? this.#index : null;
  }

  /** The members of each folder, too. */
  #enterDirectories(rows: readonly TakenRow[]): Int32Array {
    const numbers = new Map<string, number>();
    return Int32Array.from(rows, (row, entry) => {
      const directory = directoryOf(row);
      const number = numbers.get(directory) ?? numbers.size;
      numbers.set(directory, number);
      (this.#members[number] ??= []).push(entry);
      return number;
    });
  }

  /** How many were taken before the time; whole seconds. */
  #placeOf(time: number): number {
    let [low, high] = [0, this.#times.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#times[middle]! < time) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #together(a: number, b: number): boolean {
    if (this.#directories[a] === this.#directories[b]) return true;
    return Math.abs(this.#seconds[a]! - this.#seconds[b]!) <= this.window;
  }
}
