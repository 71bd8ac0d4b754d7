/** @file Comparing what the app says with what a written model says. */
import { describe, expect, it } from 'vitest';
import { compare, inOrderOf, passes, type Answers } from '../../../../main/exporting/compare';

const LIMIT = 1e-4;
const compared = (mine: Answers, theirs: Answers, tie = 1e-6) => compare(mine, theirs, tie);

const app = { labels: ['a', 'b', 'c'], probabilities: Float32Array.of(0.6, 0.3, 0.1, 0.1, 0.2, 0.7) };
const file = (probabilities: number[], labels = app.labels) => ({
  labels,
  probabilities: Float32Array.from(probabilities),
});

describe('compare', () => {
  it('finds the largest difference of any class, and who comes first', () => {
    const found = compared(app, file([0.6, 0.25, 0.15, 0.6, 0.2, 0.2]))!;
    expect(found).toMatchObject({ images: 2, top1Agreement: 0.5 });
    expect(found.maxAbsDiff).toBeCloseTo(0.5, 6);
  });

  it('finds classes by their labels, not their places', () => {
    expect(compared(app, file([0.3, 0.6, 0.1, 0.2, 0.1, 0.7], ['b', 'a', 'c']))).toEqual({
      images: 2,
      maxAbsDiff: 0,
      top1Agreement: 1,
    });
    expect(compared(app, file([...app.probabilities], ['b', 'a', 'c']))!.top1Agreement).toBe(0.5);
  });

  it('takes labels that occur twice in the order they come', () => {
    const twice = { labels: ['crane', 'crane'], probabilities: Float32Array.of(0.9, 0.1) };
    expect(compared(twice, twice)!.maxAbsDiff).toBe(0);
  });

  it.each([[['a', 'b']], [['a', 'b', 'd']], [['a', 'a', 'c']]])(
    'cannot compare with other classes: %s',
    (labels) => {
      expect(compared(app, file([...app.probabilities], labels))).toBeNull();
    },
  );

  it('counts a tie as agreeing, and nothing beyond', () => {
    const tie = { labels: ['a', 'b'], probabilities: Float32Array.of(0.5, 0.5) };
    const other = (by: number) =>
      compared(tie, { ...tie, probabilities: Float32Array.of(0.5 - by, 0.5 + by) })!;
    expect(other(2e-7).top1Agreement).toBe(1);
    const clear = { labels: ['a', 'b'], probabilities: Float32Array.of(0.5001, 0.4999) };
    const turned = { ...clear, probabilities: Float32Array.of(0.4999, 0.5001) };
    expect(compared(clear, turned)!.top1Agreement).toBe(0);
    expect(compared(clear, turned, 1e-3)!.top1Agreement).toBe(1);
  });
});

describe('passes', () => {
  const found = { images: 10, maxAbsDiff: 1e-5, top1Agreement: 1 };

  it('asks for images, nearness and agreement', () => {
    expect(passes(found, LIMIT)).toBe(true);
    expect(passes({ ...found, images: 0 }, LIMIT)).toBe(false);
    expect(passes({ ...found, maxAbsDiff: 1.1e-4 }, LIMIT)).toBe(false);
    expect(passes({ ...found, top1Agreement: 0.99 }, LIMIT)).toBe(false);
  });

  it('goes by the limit that it is given', () => {
    expect(passes({ ...found, maxAbsDiff: 4e-3 }, 5e-3)).toBe(true);
    expect(passes({ ...found, maxAbsDiff: 6e-3 }, 5e-3)).toBe(false);
  });

  it('takes no number for an answer', () => {
    const broken = compared(app, file([NaN, NaN, NaN, NaN, NaN, NaN]))!;
    expect(broken.maxAbsDiff).toBeNaN();
    expect(passes(broken, LIMIT)).toBe(false);
  });
});

describe('inOrderOf', () => {
  it('gives rows in the order of other labels, and nothing for other classes', () => {
    const rows = inOrderOf(['c', 'a', 'b'], app)!;
    expect(rows.map((row) => row.map((value) => Number(value.toFixed(6))))).toEqual([
      [0.1, 0.6, 0.3],
      [0.7, 0.1, 0.2],
    ]);
    expect(inOrderOf(['a', 'b'], app)).toBeNull();
  });
});
