/** @file Ranking by bits beside a plain sort. */
import { describe, expect, it } from 'vitest';
import { descending, ranked } from '../../../../../main/engine/searching/ranking';
import { Synthetic } from '../imprinting/synthetic';

const space = new Synthetic(3, 4);
const plainly = (scores: Float32Array): number[] =>
  [...scores.keys()].filter((i) => !Number.isNaN(scores[i])).sort((i, j) => scores[j]! - scores[i]! || i - j);

describe('ranking', () => {
  it('is that of a stable sort, whatever the signs and however many are equal', () => {
    const scores = Float32Array.from({ length: 5000 }, (_, i) =>
      i % 3 === 0 ? Math.round(4 * space.gaussian()) / 4 : space.gaussian(),
    );
    expect([...descending(scores)]).toEqual(plainly(scores));
  });

  it('takes both zeros for equal, and knows the ends of the numbers there are', () => {
    const scores = Float32Array.of(0, -0, 0, Infinity, -Infinity, 1e-45, -1e-45, 3.4e38, -3.4e38);
    expect([...descending(scores)]).toEqual([3, 7, 5, 0, 1, 2, 6, 8, 4]);
  });

  it('leaves out what has no score', () => {
    const { rows, scores } = ranked(Float32Array.of(NaN, 0.25, NaN, 0.75));
    expect([[...rows], [...scores]]).toEqual([
      [3, 1],
      [0.75, 0.25],
    ]);
    expect(descending(new Float32Array(3).fill(NaN))).toHaveLength(0);
  });

  it('refuses more than it can tell apart', () => {
    expect(() => descending(new Float32Array(2 ** 21 + 1))).toThrow('2097153 scores');
  });
});
