/** @file The confusion matrix as it is shown. */
import { describe, expect, it } from 'vitest';
import type { Confusion } from '../../../../../main/contract/evaluation';
import {
  cellAt,
  columnsOf,
  confusedPairs,
  firstPlace,
  itemsAt,
  placeAfter,
} from '../../../../../renderer/logic/evaluate/confusion';

/** Three classes; of the second two of four are called the first, of the third one of two. */
const confusion: Confusion = {
  counts: [
    [5, 0, 0, 0],
    [2, 2, 0, 0],
    [0, 1, 1, 0],
  ],
  items: { 0: [0, 1, 2, 3, 4], 4: [7, 9], 5: [6, 8], 9: [11], 10: [12] },
};

describe('a confusion matrix', () => {
  it('has a column for the base only where something was called so', () => {
    expect(columnsOf(confusion)).toEqual([0, 1, 2]);
    const withBase = { ...confusion, counts: confusion.counts.map((row) => [...row.slice(0, 3), 1]) };
    expect(columnsOf(withBase)).toEqual([0, 1, 2, 3]);
  });

  it('says how many images a cell holds, which, and what share of their class they are', () => {
    expect(cellAt(confusion, { row: 1, column: 0 })).toEqual({ row: 1, column: 0, n: 2, share: 0.5 });
    expect(itemsAt(confusion, { row: 1, column: 0 })).toEqual([7, 9]);
    expect(itemsAt(confusion, { row: 2, column: 0 })).toEqual([]);
  });

  it('has no share where a class was not asked about', () => {
    const empty: Confusion = { counts: [[0, 0]], items: {} };
    expect(cellAt(empty, { row: 0, column: 0 })).toEqual({ row: 0, column: 0, n: 0, share: 0 });
    expect(firstPlace(empty)).toEqual({ row: 0, column: 0 });
  });

  it('lists the mistakes alone, the most frequent first', () => {
    expect(confusedPairs(confusion).map(({ row, column, n }) => [row, column, n])).toEqual([
      [1, 0, 2],
      [2, 1, 1],
    ]);
    expect(firstPlace(confusion)).toEqual({ row: 1, column: 0 });
  });

  it.each([
    ['left', { row: 1, column: 0 }],
    ['right', { row: 1, column: 2 }],
    ['up', { row: 0, column: 1 }],
    ['down', { row: 2, column: 1 }],
    ['home', { row: 1, column: 0 }],
    ['end', { row: 1, column: 2 }],
    ['pageUp', { row: 0, column: 1 }],
    ['pageDown', { row: 2, column: 1 }],
  ] as const)('is walked through by keys: %s', (step, expected) => {
    expect(placeAfter({ row: 1, column: 1 }, step, 3, 3)).toEqual(expected);
  });

  it('ends at its edges', () => {
    expect(placeAfter({ row: 0, column: 0 }, 'up', 3, 3)).toEqual({ row: 0, column: 0 });
    expect(placeAfter({ row: 2, column: 2 }, 'right', 3, 3)).toEqual({ row: 2, column: 2 });
  });
});
