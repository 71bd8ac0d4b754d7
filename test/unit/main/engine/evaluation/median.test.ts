/** @file The median of what was measured several times. */
import { expect, test } from 'vitest';
import { median } from '../../../../../main/engine/evaluation/statistics/median';

test('it is the middle one, or what lies between the two in the middle', () => {
  expect([median([3, 1, 2]), median([4, 1, 2, 3]), median([7])]).toEqual([2, 2.5, 7]);
  expect(median([10, 9, -1])).toBe(9);
});

test('values are numbers and not text, and stay as they were', () => {
  const values = [100, 20, 3];
  expect(median(values)).toBe(20);
  expect(values).toEqual([100, 20, 3]);
});

test('of nothing there is none', () => {
  expect(median([])).toBeNaN();
});
