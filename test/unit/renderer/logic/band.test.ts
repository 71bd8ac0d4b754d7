/** @file Which cells a rubber band touches. */
import { describe, expect, it } from 'vitest';
import { placesIn, rectangle } from '../../../../renderer/logic/band';

/** Three columns of 100 pixels with gaps of 6 between margins of 8, rows of 94 pixels and a gap of 6. */
const SHAPE = {
  columns: 3,
  rowsPerPage: 4,
  rowHeight: 100,
  narrow: false,
  picture: { width: 88, height: 58 },
};
const WIDTH = 8 + 100 + 6 + 100 + 6 + 100 + 8;
const touched = (x: number, y: number, toX: number, toY: number, length = 8) =>
  placesIn(rectangle({ x, y }, { x: toX, y: toY }), WIDTH, SHAPE, length);

describe('a band', () => {
  it.each([
    ['within one cell', [20, 20, 30, 30], [0]],
    ['over two cells of a line, drawn backwards', [130, 50, 100, 40], [0, 1]],
    ['over all', [0, 0, WIDTH, 1000], [0, 1, 2, 3, 4, 5, 6, 7]],
    ['over a column', [120, 0, 121, 1000], [1, 4, 7]],
    ['in the gap between columns', [109, 0, 113, 1000], []],
    ['in the gap between lines', [0, 103, WIDTH, 107], []],
    ['in the margin', [0, 0, 7, 7], []],
    ['beyond the last image', [250, 210, 300, 290], []],
    ['from above the list', [20, -50, 30, 20], [0]],
  ] as const)('%s', (_, [x, y, toX, toY], expected) => expect(touched(x, y, toX, toY)).toEqual(expected));

  it('touches nothing in an empty list', () => {
    expect(touched(0, 0, WIDTH, 500, 0)).toEqual([]);
  });
});
