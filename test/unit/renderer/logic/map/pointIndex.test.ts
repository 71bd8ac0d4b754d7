import { describe, expect, it } from 'vitest';
import { NONE } from '../../../../../renderer/logic/labels';
import { lengthen, PointIndex } from '../../../../../renderer/logic/map/pointIndex';

/** A lattice of 5 × 4 points, 10 apart: row = 5·y + x. The last row is not shown. */
const world = Float32Array.from({ length: 40 }, (_, i) => {
  const row = i >> 1;
  return i % 2 === 0 ? (row % 5) * 10 : Math.floor(row / 5) * 10;
});
const index = new PointIndex(
  world,
  Uint32Array.from({ length: 19 }, (_, row) => row),
);

describe('the points of the map', () => {
  it('finds the nearest within reach, and only what is shown', () => {
    expect(index.nearest(12, 9, 5)).toBe(6);
    expect(index.nearest(15.5, 5, 3)).toBe(NONE);
    expect(index.nearest(40, 30)).not.toBe(19);
  });

  it('finds what a rectangle holds, its edges with it', () => {
    expect(index.within({ left: 10, top: 0, right: 20, bottom: 10 })).toEqual([1, 2, 6, 7]);
    expect(index.within({ left: 1, top: 1, right: 9, bottom: 9 })).toEqual([]);
  });

  it('finds what a lasso holds, also one with a bay', () => {
    // A U around (10, 10): open at the top.
    const bay = [
      { x: -5, y: -5 },
      { x: 5, y: -5 },
      { x: 5, y: 15 },
      { x: 15, y: 15 },
      { x: 15, y: -5 },
      { x: 25, y: -5 },
      { x: 25, y: 25 },
      { x: -5, y: 25 },
    ];
    expect(index.inside(bay)).toEqual([0, 2, 5, 7, 10, 11, 12]);
    expect(index.inside([...bay].reverse())).toEqual(index.inside(bay));
    expect(index.inside(bay.slice(0, 2))).toEqual([]);
  });

  it('finds the same rows as going through all of them, whatever the rectangle', () => {
    for (let i = 0; i < 200; i++) {
      const [left = 0, right = 0] = [(i * 37) % 50, (i * 53) % 50].sort((a, b) => a - b);
      const [top = 0, bottom = 0] = [(i * 29) % 40, (i * 31) % 40].sort((a, b) => a - b);
      const slow = [...index.rows].filter((row) => {
        const { x, y } = index.at(row);
        return x >= left && x <= right && y >= top && y <= bottom;
      });
      expect(index.within({ left, top, right, bottom })).toEqual(slow);
    }
  });

  it('goes to the next one in a direction and stays where there is none', () => {
    expect([index.next(6, 'right'), index.next(6, 'left')]).toEqual([7, 5]);
    expect([index.next(6, 'up'), index.next(6, 'down')]).toEqual([1, 11]);
    expect(index.next(4, 'right')).toBe(NONE);
    expect(index.next(0, 'up')).toBe(NONE);
  });

  it('draws no corner where the pointer hardly moved', () => {
    const line = [{ x: 0, y: 0 }];
    expect(lengthen(line, { x: 1, y: 1 }, 3)).toBe(line);
    expect(lengthen(line, { x: 3, y: 0 }, 3)).toHaveLength(2);
    expect(lengthen([], { x: 3, y: 0 }, 3)).toHaveLength(1);
  });
});
