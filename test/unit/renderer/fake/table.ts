/** @file Guess tables by hand: rows of [class, confidence, cosine] triples, best first. */
import type { GuessTable, ItemRow } from '../../../../main/contract/model';
import { fakeRow } from './photos';

export interface RowGuess {
  top: [classIndex: number, confidence: number, cosine: number][];
  word?: 0 | 1 | 2 | 3;
  base?: [index: number, wins: boolean];
}

export function guessTable(
  classes: string[],
  rows: RowGuess[],
  scale: number | null = 10,
  k = 2,
): GuessTable {
  const count = rows.length;
  const table: GuessTable = {
    ...{ revision: 1, count, k, classes, scale, baseNames: { 7: 'tench' } },
    top: new Int16Array(count * k).fill(-1),
    confidence: new Float32Array(count * k).fill(NaN),
    cosine: new Float32Array(count * k).fill(NaN),
    word: Uint8Array.from(rows, (row) => row.word ?? 0),
    base: Int16Array.from(rows, (row) => row.base?.[0] ?? -1),
    baseWins: Uint8Array.from(rows, (row) => (row.base?.[1] ? 1 : 0)),
  };
  rows.forEach((row, index) =>
    row.top.forEach(([classIndex, confidence, cosine], rank) => {
      table.top[index * k + rank] = classIndex;
      table.confidence[index * k + rank] = confidence;
      table.cosine[index * k + rank] = cosine;
    }),
  );
  return table;
}

export function rows(count: number, changes: Record<number, Partial<ItemRow>> = {}): ItemRow[] {
  return Array.from({ length: count }, (_, index) => ({ ...fakeRow([], index, true), ...changes[index] }));
}
