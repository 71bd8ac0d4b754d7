/** @file Where the arrow keys lead, and how cells fit. */
import { expect, it } from 'vitest';
import { shapeOf } from '../../../../renderer/logic/shape';
import { stepFrom, topRowAfter } from '../../../../renderer/logic/steps';

/** Ten images in rows of four: the last row holds 8 and 9. */
const shape = { columns: 4, rowsPerPage: 2 };
const from = (place: number, step: Parameters<typeof stepFrom>[1]) => stepFrom(place, step, 10, shape);

it.each([
  [0, 'left', 0],
  [3, 'right', 4],
  [9, 'right', 9],
  [1, 'up', 1],
  [5, 'up', 1],
  [5, 'down', 9],
  [6, 'down', 9],
  [8, 'down', 8],
  [6, 'pageUp', 2],
  [2, 'pageUp', 2],
  [1, 'pageDown', 5],
  [5, 'home', 0],
  [5, 'end', 9],
] as const)('from %i %s leads to %i', (place, step, expected) => {
  expect(from(place, step)).toBe(expected);
});

it('begins at the first image, and nowhere in an empty list', () => {
  expect(from(-1, 'down')).toBe(0);
  expect(stepFrom(-1, 'down', 0, shape)).toBe(-1);
});

it.each([
  ['what was first stays first', 6, -1, 8, 4, 12],
  ['what has the focus stays in view', 6, 60, 8, 4, 14],
  ['what has the focus and is near the top changes nothing', 6, 49, 8, 4, 12],
  ['what has the focus out of view is not looked for', 6, 90, 8, 4, 12],
  ['more columns lead up', 12, 49, 4, 8, 6],
] as const)('keeps the place in another shape: %s', (_, first, focus, before, after, expected) => {
  const shapeOf = (columns: number) => ({ columns, rowsPerPage: 2 });
  expect(topRowAfter(first, focus, shapeOf(before), shapeOf(after))).toBe(expected);
});

it('fits cells of about the wished width, at least one', () => {
  expect(shapeOf(744, 700, 160, false).columns).toBe(4);
  expect(shapeOf(40, 700, 320, false).columns).toBe(1);
  const tall = shapeOf(744, 700, 160, true).rowHeight - shapeOf(744, 700, 160, false).rowHeight;
  expect(tall).toBe(16);
});
