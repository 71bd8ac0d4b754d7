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
    this.#wipe();
    this.#set(row, true);
    this.#place(row);
  }

  /** Moves the focus and leaves the selection. */
  focusOn(row: number): void {
    this.#focus = row;
  }

  toggle(row: number): void {
    this.#set(row, this.#flags[row] !== 1);
    this.#place(row);
  }

  /** Selects from where the range began to the row; `add` keeps what was selected before. */
  extendTo(row: number, list: GridList, add = false): void {
    const from = list.placeOf(this.#anchor === NONE ? row : this.#anchor);
    const to = list.placeOf(row);
    if (to === NONE) return;
    if (!add) this.#wipe();
    const start = from === NONE ? to : from;
    for (let place = Math.min(start, to); place <= Math.max(start, to); place++) {
      this.#set(list.rowAt(place), true);
    }
    this.#focus = row;
    if (this.#anchor === NONE) this.#anchor = row;
  }

  /** Selects these rows; `add` keeps what was selected before. */
  select(rows: readonly number[], add = false, focus = rows[0] ?? NONE): void {
    if (!add) this.#wipe();
    for (const row of rows) this.#set(row, true);
    if (focus !== NONE) this.#place(focus);
  }

  all(list: GridList): void {
    list.order.forEach((row) => this.#set(row, true));
  }

  clear(): void {
    this.#wipe();
    this.#anchor = this.#focus;
  }

  /** Drops what the list does not show, so that no key reaches what cannot be seen. */
  keepWithin(list: GridList): void {
    for (let row = 0; row < this.#flags.length; row++) if (!list.has(row)) this.#set(row, false);
    if (!list.has(this.#anchor)) this.#anchor = NONE;
    if (!list.has(this.#focus)) this.#focus = list.rowAt(0);
  }

  #place(row: number): void {
    this.#focus = row;
    this.#anchor = row;
  }

  #wipe(): void {
    this.#flags.fill(0);
    this.#count = 0;
    this.#tick++;
  }

  #set(row: number, on: boolean): void {
    if (row < 0) return;
    if (row >= this.#flags.length) this.#grow(row + 1);
    if ((this.#flags[row] === 1) === on) return;
    this.#flags[row] = on ? 1 : 0;
    this.#count += on ? 1 : -1;
    this.#tick++;
  }

  #grow(rows: number): void {
    const flags = new Uint8Array(Math.max(rows, this.#flags.length * 2));
    flags.set(this.#flags);
    this.#flags = flags;
  }
}
