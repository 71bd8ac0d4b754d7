/** @file Rows that wait to be read, in the order they came but for those that somebody looks at. Pure. Runs in main. */

export class RowQueue {
  #rows: number[] = [];
  /** Place of the next one in `#rows`. */
  #next = 0;
  /** How often each row waits. */
  readonly #waiting = new Map<number, number>();
  /** How often a row was taken before its turn. */
  readonly #taken = new Map<number, number>();
  #preferred: number[] = [];

  /** How many wait. */
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(row: number): void {
    this.#rows.push(row);
    this.#length++;
    count(this.#waiting, row, 1);
  }

  /** These come before all others from now on, in this order, where they wait; those named before no longer do. */
  prefer(rows: readonly number[]): void {
    this.#preferred = rows.filter((row) => this.#waiting.has(row));
  }

  /** Whether the next one is one that somebody looks at. */
  get isPreferred(): boolean {
    while (this.#preferred.length > 0 && !this.#waiting.has(this.#preferred[0]!)) this.#preferred.shift();
    return this.#preferred.length > 0;
  }

  /** undefined: nothing waits. */
  take(): number | undefined {
    if (this.#length === 0) return undefined;
    const isEarly = this.isPreferred;
    const row = isEarly ? this.#preferred.shift()! : this.#inTurn();
    if (isEarly) count(this.#taken, row, 1);
    count(this.#waiting, row, -1);
    this.#length--;
    return row;
  }

  /** Takes all, in the order they came. */
  clear(): number[] {
    const all: number[] = [];
    while (this.#length > 0) {
      const row = this.#inTurn();
      count(this.#waiting, row, -1);
      this.#length--;
      all.push(row);
    }
    this.#preferred = [];
    return all;
  }

  #inTurn(): number {
    for (;;) {
      const row = this.#rows[this.#next++]!;
      // What is behind is let go now and then.
      if (this.#next > 1000 && this.#next * 2 > this.#rows.length) {
        this.#rows = this.#rows.slice(this.#next);
        this.#next = 0;
      }
      if (!this.#taken.has(row)) return row;
      count(this.#taken, row, -1);
    }
  }
}

function count(counts: Map<number, number>, row: number, change: number): void {
  const now = (counts.get(row) ?? 0) + change;
  if (now === 0) counts.delete(row);
  else counts.set(row, now);
}
