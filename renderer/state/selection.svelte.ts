/** @file Which rows are selected, which one has the focus, and where a range begins. Rows are item indices. */
import type { GridList } from '../logic/gridList';
import { NONE } from '../logic/labels';

export class SelectionState {
  #flags = new Uint8Array(0);
  #tick = $state(0);
  #count = $state(0);
  #focus = $state(NONE);
  #anchor = NONE;

  get count(): number {
    return this.#count;
  }

  /** The row that keys act on when nothing is selected, and whose details are shown; NONE where there is none. */
  get focus(): number {
    return this.#focus;
  }

  /** Counts up with every change of what is selected, also where the same is selected again. */
  get version(): number {
    return this.#tick;
  }

  has(row: number): boolean {
    void this.#tick;
    return this.#flags[row] === 1;
  }

  /** Selected rows in the order of the list; the focused one when nothing is selected. */
  targets(list: GridList): number[] {
    if (this.#count === 0) return this.#focus === NONE ? [] : [this.#focus];
    return Array.from(list.order).filter((row) => this.#flags[row] === 1);
  }

  /** Selects the row alone. */
  only(row: number): void {
    this.#flags.fill(0);
    this.#mark([row]);
    this.#place(row);
  }

  /** Selects these rows; `add` keeps what was selected before. */
  select(rows: readonly number[], add = false, focus = rows[0] ?? NONE): void {
    if (!add) this.#flags.fill(0);
    this.#mark(rows);
    if (focus !== NONE) this.#place(focus);
  }

  /** Moves the focus and leaves the selection. */
  focusOn(row: number): void {
    this.#focus = row;
  }

  toggle(row: number): void {
    if (this.#flags[row] === 1) {
      this.#flags[row] = 0;
      this.#count--;
      this.#tick++;
    } else this.#mark([row]);
    this.#place(row);
  }

  /** Selects from where the range began to the row; `add` keeps what was selected before. */
  extendTo(row: number, list: GridList, add = false): void {
    const from = list.placeOf(this.#anchor === NONE ? row : this.#anchor);
    const to = list.placeOf(row);
    if (to === NONE) return;
    if (!add) this.#flags.fill(0);
    const start = from === NONE ? to : from;
    this.#mark(list.order.subarray(Math.min(start, to), Math.max(start, to) + 1));
    this.#focus = row;
    if (this.#anchor === NONE) this.#anchor = row;
  }

  /** What is selected now, to come back to while a rubber band is drawn. */
  snapshot(): Uint8Array {
    return this.#flags.slice();
  }

  /** Selects the rows under a rubber band, beside what was selected before it; null: nothing. */
  band(rows: readonly number[], before: Uint8Array | null): void {
    this.#flags.fill(0);
    if (before) this.#flags.set(before.subarray(0, this.#flags.length));
    this.#mark(rows);
    const last = rows.at(-1);
    if (last !== undefined) this.#focus = last;
  }

  all(list: GridList): void {
    this.#mark(list.order);
  }

  clear(): void {
    this.#flags.fill(0);
    this.#mark([]);
    this.#anchor = this.#focus;
  }

  /** Drops what the list does not show, so that no key reaches what cannot be seen. */
  keepWithin(list: GridList): void {
    for (let row = 0; row < this.#flags.length; row++) if (!list.has(row)) this.#flags[row] = 0;
    this.#mark([]);
    if (!list.has(this.#anchor)) this.#anchor = NONE;
    if (!list.has(this.#focus)) this.#focus = list.rowAt(0);
  }

  #place(row: number): void {
    this.#focus = row;
    this.#anchor = row;
  }

  /** Adds the rows and tells of it once: telling costs more than marking. */
  #mark(rows: readonly number[] | Uint32Array): void {
    for (const row of rows) {
      if (row >= this.#flags.length) this.#grow(row + 1);
      if (row >= 0) this.#flags[row] = 1;
    }
    let count = 0;
    for (const flag of this.#flags) count += flag;
    this.#count = count;
    this.#tick++;
  }

  #grow(rows: number): void {
    const flags = new Uint8Array(Math.max(rows, this.#flags.length * 2));
    flags.set(this.#flags);
    this.#flags = flags;
  }
}
