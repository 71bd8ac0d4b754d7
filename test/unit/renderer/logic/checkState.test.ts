/** @file How far a check is, what came after it, and which images were confused. */
import { expect, it } from 'vitest';
import { addedSince, checkItems, confusedRows, countsOf } from '../../../../renderer/logic/checkState';
import { fakeDocument } from '../fake/project';
import { guessTable, rows } from '../fake/table';

const BEGUN = '2026-01-01T00:00:00.000Z';
const label = (name: string, at = BEGUN) => ({ class: name, how: 'hand' as const, by: 'me', at });
const later = { addedAt: Date.parse(BEGUN) + 1000 };
const items = rows(6, { 3: { state: 'gone' }, 4: later, 5: { ...later, folder: 'elsewhere' } });
const id = (row: number): string => items[row]?.id ?? '';
const document = {
  ...fakeDocument(),
  roles: {
    [id(2)]: 'check' as const,
    [id(0)]: 'check' as const,
    [id(1)]: 'check' as const,
    [id(3)]: 'check' as const,
  },
  labels: { [id(0)]: label('perch'), [id(1)]: label('roach', '2026-02-01T00:00:00.000Z') },
};
const rowOf = (item: string) => items.findIndex((one) => one.id === item);
const classOf = (row: number) =>
  (document.labels as Record<string, { class: string }>)[id(row)]?.class ?? null;
const checked = checkItems(document, items, rowOf, classOf);

it('comes in the order drawn, without files that are gone', () => {
  expect(checked.map(({ row }) => row)).toEqual([2, 0, 1]);
  expect(countsOf(checked)).toEqual({ total: 3, labelled: 2, cannotTell: 0, left: 1 });
  const excluded = { [id(2)]: true as const };
  const out = checkItems({ ...document, excluded }, items, rowOf, classOf);
  expect(countsOf(out)).toEqual({ total: 3, labelled: 2, cannotTell: 1, left: 0 });
});

it('is out of date by what came to the folders to label after it had begun', () => {
  expect(addedSince(checked, items, document)).toBe(1);
  expect(addedSince([], items, document)).toBe(0);
});

it('leads to the images that were taken for something else', () => {
  const as = (guess: number) => ({ top: [[guess, 0.9, 0.6] as [number, number, number]], word: 3 as const });
  const guesses = guessTable(['perch', 'roach'], [as(1), as(1), as(0), as(0), as(0), as(0)], 10);
  expect([...confusedRows(checked, guesses, { class: 'perch', guessed: 'roach' })]).toEqual([0]);
  expect([...confusedRows(checked, guesses, { class: 'roach', guessed: 'perch' })]).toEqual([]);
});
