/** @file The blind check: what may be drawn, what is drawn, how sure the result would be. */
import { describe, expect, test } from 'vitest';
import { drawCheck } from '../../../../main/organise/checkDraw';
import { expectedPoints, usualSize, wilson } from '../../../../main/organise/checkPlan';

const pool = Array.from({ length: 1000 }, (_, i) => i);

describe('the draw', () => {
  test('is the same for the same seed, another for another, and draws nothing twice', () => {
    const once = drawCheck(pool, 100, 7);
    expect(drawCheck(pool, 100, 7)).toEqual(once);
    expect(drawCheck(pool, 100, 8)).not.toEqual(once);
    expect(new Set(once).size).toBe(100);
  });

  test('gives all there is where more were asked for', () => {
    expect(drawCheck([1, 2, 3], 10, 1).sort()).toEqual([1, 2, 3]);
    expect(drawCheck([], 10, 1)).toEqual([]);
  });

  test('draws every item about equally often', () => {
    const times = new Uint32Array(20);
    for (let seed = 0; seed < 4000; seed++)
      for (const item of drawCheck(pool.slice(0, 20), 5, seed)) times[item]!++;
    // 1000 expected, standard deviation 27.
    for (const count of times) expect(Math.abs(count - 1000)).toBeLessThan(140);
  });
});

describe('the interval', () => {
  test('is Wilson’s', () => {
    // Newcombe 1998, table I: 81 of 263, and 0 of 20.
    expect(wilson(81, 263).map((x) => x.toFixed(4))).toEqual(['0.2553', '0.3662']);
    expect(wilson(0, 20).map((x) => x.toFixed(4))).toEqual(['0.0000', '0.1611']);
    expect(wilson(20, 20)[1]).toBe(1);
  });

  test('is about 7 points with 100, 14 with 25, 3 with 400', () => {
    expect([25, 50, 100, 200, 400].map(expectedPoints)).toEqual([14, 10, 7, 5, 3]);
  });

  test('100 are usual, half where that is less, and never too few to say anything', () => {
    expect([5000, 200, 150, 31, 1, 0].map(usualSize)).toEqual([100, 100, 75, 20, 1, 0]);
  });
});
