/** @file Where a step of the keyboard leads in a grid of so many columns. */
import type { Step } from '../keyboard/keymap';

export interface GridShape {
  columns: number;
  /** Whole rows that fit on the screen. */
  rowsPerPage: number;
}

/** The place that a step from `place` leads to, in a list of `length`; -1 in an empty list. */
export function stepFrom(place: number, step: Step, length: number, shape: GridShape): number {
  if (length === 0) return -1;
  if (place < 0) return 0;
  const { columns } = shape;
  const page = columns * Math.max(1, shape.rowsPerPage - 1);
  switch (step) {
    case 'left':
      return Math.max(0, place - 1);
    case 'right':
      return Math.min(length - 1, place + 1);
    case 'up':
      return place >= columns ? place - columns : place;
    case 'down':
      return downFrom(place, columns, length, columns);
    case 'pageUp':
      return place >= page ? place - page : place % columns;
    case 'pageDown':
      return downFrom(place, page, length, columns);
    case 'home':
      return 0;
    case 'end':
      return length - 1;
  }
}

/**
 * The row of cells to put at the top when the grid gets another shape: what was first stays first, and what has the
 * focus stays in view if it was.
 * @param first row that was at the top @param focus place of the focused image, -1 where there is none
 */
export function topRowAfter(first: number, focus: number, before: GridShape, after: GridShape): number {
  const top = Math.floor((first * before.columns) / after.columns);
  const offset = Math.floor(focus / before.columns) - first;
  if (focus < 0 || offset < 0 || offset >= before.rowsPerPage) return top;
  return Math.max(top, Math.floor(focus / after.columns) - after.rowsPerPage + 1);
}

/** Keeps the column; in the last row, which may be short, the last item stands in for a missing column. */
function downFrom(place: number, by: number, length: number, columns: number): number {
  if (place + by < length) return place + by;
  const lastRow = Math.floor((length - 1) / columns);
  const column = place % columns;
  return Math.floor(place / columns) === lastRow ? place : Math.min(length - 1, lastRow * columns + column);
}
