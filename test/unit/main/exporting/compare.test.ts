/** @file Comparing what the app says with what a written model says. */
import { describe, expect, it } from 'vitest';
import { compare, passes } from '../../../../main/exporting/compare';

const app = { labels: ['a', 'b', 'c'], probabilities: Float32Array.of(0.6, 0.3, 0.1, 0.1, 0.2, 0.7) };
const file = (probabilities: number[], labels = app.labels) => ({
  labels,
  probabilities: Float32Array.from(probabilities),
});

describe('compare', () => {
  it('finds the largest difference of any class, and who comes first', () => {
    const found = compare(app, file([0.6, 0.25, 0.15, 0.6, 0.2, 0.2]))!;
    expect(found).toMatchObject({ images: 2, top1Agreement: 0.5 });
    expect(found.maxAbsDiff).toBeCloseTo(0.5, 6);
  });

  it('finds classes by their labels, not their places', () => {
    expect(compare(app, file([0.3, 0.6, 0.1, 0.2, 0.1, 0.7], ['b', 'a', 'c']))).toEqual({
      images: 2,
      maxAbsDiff: 0,
      top1Agreement: 1,
    });
    expect(compare(app, file([...app.probabilities], ['b', 'a', 'c']))!.top1Agreement).toBe(0.5);
  });

  it('takes labels that occur twice in the order they come', () => {
    const twice = { labels: ['crane', 'crane'], probabilities: Float32Array.of(0.9, 0.1) };
    expect(compare(twice, twice)!.maxAbsDiff).toBe(0);
  });

  it.each([[['a', 'b']], [['a', 'b', 'd']], [['a', 'a', 'c']]])(
    'cannot compare with other classes: %s',
    (labels) => {
      expect(compare(app, file([...app.probabilities], labels))).toBeNull();
    },
  );

  it('counts a tie within 1e-6 as agreeing, and nothing beyond', () => {
    const tie = { labels: ['a', 'b'], probabilities: Float32Array.of(0.5, 0.5) };
    const other = (by: number) =>
      compare(tie, { ...tie, probabilities: Float32Array.of(0.5 - by, 0.5 + by) })!;
    expect(other(2e-7).top1Agreement).toBe(1);
    const clear = { labels: ['a', 'b'], probabilities: Float32Array.of(0.5001, 0.4999) };
    expect(compare(clear, { ...clear, probabilities: Float32Array.of(0.4999, 0.5001) })!.top1Agreement).toBe(
      0,
    );
  });
});

describe('passes', () => {
  const found = { images: 10, maxAbsDiff: 1e-5, top1Agreement: 1 };

  it('asks for images, nearness and agreement', () => {
    expect(passes(found)).toBe(true);
    expect(passes({ ...found, images: 0 })).toBe(false);
    expect(passes({ ...found, maxAbsDiff: 1.1e-3 })).toBe(false);
    expect(passes({ ...found, top1Agreement: 0.99 })).toBe(false);
  });

  it('takes no number for an answer', () => {
    const broken = compare(app, file([NaN, NaN, NaN, NaN, NaN, NaN]))!;
    expect(broken.maxAbsDiff).toBeNaN();
    expect(passes(broken)).toBe(false);
  });
});
