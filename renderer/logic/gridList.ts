/** @file The grid's list: rows in the order shown, and each row's place in it. Made once, never changed. */
import { NONE } from './labels';

export class GridList {
  /** [places] row shown at each place. */
  readonly order: Uint32Array;
  /** [rows] place of each row, or NONE. */
  readonly places: Int32Array;

  constructor(order: Uint32Array, rows: number) {
    this.order = order;
    this.places = new Int32Array(rows).fill(NONE);
    order.forEach((row, place) => (this.places[row] = place));
  }

  get length(): number {
    return this.order.length;
  }

  rowAt(place: number): number {
    return this.order[place] ?? NONE;
  }

  placeOf(row: number): number {
    return this.places[row] ?? NONE;
  }

  has(row: number): boolean {
    return this.placeOf(row) !== NONE;
  }

  /** The same list with rows added at its end. */
  with(added: readonly number[], rows: number): GridList {
    const fresh = added.filter((row) => !this.has(row));
    const order = new Uint32Array(this.length + fresh.length);
    order.set(this.order);
    order.set(fresh, this.length);
    return new GridList(order, rows);
  }

  /** The same list without some rows. */
  without(removed: readonly number[]): GridList {
    const gone = new Set(removed);
    return new GridList(
      this.order.filter((row) => !gone.has(row)),
      this.places.length,
    );
  }

  /** The first row after `from`, going round once, that satisfies the condition; NONE where there is none. */
  next(from: number, wanted: (row: number) => boolean): number {
    const start = this.placeOf(from);
    for (let step = 1; step <= this.length; step++) {
      const row = this.rowAt((start + step) % this.length);
      if (row !== from && wanted(row)) return row;
    }
    return NONE;
  }
}
