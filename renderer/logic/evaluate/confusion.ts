/** @file The confusion matrix as it is shown: which columns there are, what a cell holds, and where the arrow keys lead. */
import type { Confusion } from '../../../main/contract/evaluation';
import type { Step } from '../../keyboard/keymap';

/** A place in the matrix: the class that it is, and the one that it was called; `column` may be the base's. */
export interface Place {
  row: number;
  column: number;
}

export interface ConfusionCell extends Place {
  n: number;
  /** Of the images of its row, 0 to 1. */
  share: number;
}

/** Columns worth showing: all classes, and the base's only where something was called so. */
export function columnsOf({ counts }: Confusion): number[] {
  const classes = counts.length;
  const base = counts.some((row) => (row[classes] ?? 0) > 0);
  return Array.from({ length: classes + (base ? 1 : 0) }, (_, column) => column);
}

export function totalOf({ counts }: Confusion, row: number): number {
  return (counts[row] ?? []).reduce((sum, n) => sum + n, 0);
}

export function cellAt(confusion: Confusion, { row, column }: Place): ConfusionCell {
  const n = confusion.counts[row]?.[column] ?? 0;
  return { row, column, n, share: n === 0 ? 0 : n / totalOf(confusion, row) };
}

/** Rows of the evaluated set that a cell holds. */
export function itemsAt({ counts, items }: Confusion, { row, column }: Place): readonly number[] {
  return items[row * (counts.length + 1) + column] ?? [];
}

/** Every mistake that was made: the most frequent first, of equals the one that is a larger share of its class. */
export function confusedPairs(confusion: Confusion): ConfusionCell[] {
  const cells = confusion.counts.flatMap((counts, row) =>
    counts.map((_, column) => cellAt(confusion, { row, column })),
  );
  return cells
    .filter(({ row, column, n }) => n > 0 && row !== column)
    .sort((a, b) => b.n - a.n || b.share - a.share);
}

/** The mistake to look at first; the first cell where there is none. */
export function firstPlace(confusion: Confusion): Place {
  const [worst] = confusedPairs(confusion);
  return worst ? { row: worst.row, column: worst.column } : { row: 0, column: 0 };
}

/** Where a step leads from a place; at the edge it stays. */
export function placeAfter({ row, column }: Place, step: Step, rows: number, columns: number): Place {
  const within = (value: number, count: number) => Math.max(0, Math.min(count - 1, value));
  switch (step) {
    case 'left':
      return { row, column: within(column - 1, columns) };
    case 'right':
      return { row, column: within(column + 1, columns) };
    case 'up':
      return { row: within(row - 1, rows), column };
    case 'down':
      return { row: within(row + 1, rows), column };
    case 'home':
      return { row, column: 0 };
    case 'end':
      return { row, column: columns - 1 };
    case 'pageUp':
      return { row: 0, column };
    case 'pageDown':
      return { row: rows - 1, column };
  }
}
