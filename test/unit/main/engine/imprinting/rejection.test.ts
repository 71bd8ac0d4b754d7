/** @file The conformal threshold and what it lets through (METHODS 1b). */
import { describe, expect, it } from 'vitest';
import { holdOut } from '../../../../../main/engine/imprinting/folds';
import {
  conformalThreshold,
  foreignAccepted,
  rejectedShare,
  trueClassScores,
} from '../../../../../main/engine/imprinting/rejection';
import { unitEmbedding } from '../../../../../main/engine/imprinting/unit';
import { supportClass, Synthetic } from './synthetic';

const options = { balanced: true, base: false };
const scores = (count: number) => Array.from({ length: count }, (_, i) => (i * 7919) % count);

describe('the threshold', () => {
  it.each([
    [9, 0.1, 0],
    [19, 0.1, 1],
    [28, 0.1, 1],
    [29, 0.1, 2],
    [19, 0.05, 0],
    [99, 0.29, 28],
  ])('of %d scores at α = %d is the floor(α(N+1))-th smallest', (count, alpha, threshold) => {
    expect(conformalThreshold(scores(count), alpha)).toEqual({ possible: true, threshold });
  });

  it.each([
    [8, 0.1, 9],
    [0, 0.1, 9],
    [18, 0.05, 19],
    [2, 0.3, 3],
  ])('of %d scores at α = %d is not possible, and says that %d are needed', (groups, alpha, needed) => {
    expect(conformalThreshold(scores(groups), alpha)).toEqual({ possible: false, groups, needed });
    expect(conformalThreshold(scores(needed), alpha).possible).toBe(true);
  });

  it.each([0, 1, -0.1, NaN])('refuses α = %d', (alpha) => {
    expect(() => conformalThreshold(scores(50), alpha)).toThrow(`within (0, 1), got ${alpha}`);
  });

  it('takes one image per group, to its true class', () => {
    const cosines = [Float32Array.of(0.5, 0.25), Float32Array.of(0.75, 1)];
    expect(trueClassScores([{ class: 1, group: 'a', cosines }])).toEqual([0.25]);
  });

  it('rejects at most a share α of new images of known classes', () => {
    let [rejected, images] = [0, 0];
    for (let seed = 0; seed < 20; seed++) {
      const space = new Synthetic(seed, 32);
      const centres = [0, 1, 2, 3].map(() => space.centre());
      const held = holdOut(
        centres.map((centre) => supportClass(space.samples(6, () => 1, centre))),
        options,
      );
      const { own, threshold } = {
        own: trueClassScores(held),
        threshold: conformalThreshold(trueClassScores(held), 0.2),
      };
      if (!threshold.possible) throw new Error('24 groups are enough for α = .2');
      expect(rejectedShare(own, threshold.threshold)).toBeLessThanOrEqual(0.2);
      // New images, scored as those of the folds were: by classes that have one image fewer.
      const fresh = holdOut(
        centres.map((centre) => supportClass(space.samples(6, () => 1, centre))),
        options,
      );
      rejected += trueClassScores(fresh).filter((score) => score < threshold.threshold).length;
      images += fresh.length;
    }
    expect(rejected / images).toBeLessThan(0.2);
    expect(rejected / images).toBeGreaterThan(0.1);
  });
});

describe('foreign images', () => {
  const axis = (i: number) => unitEmbedding(Float32Array.from([0, 1, 2, 3], (k) => (k === i ? 1 : 0.2)));
  const classOf = (...groups: Float32Array[][]) =>
    supportClass(groups.flatMap((images, g) => images.map((u) => ({ group: `${g}`, u }))));

  it('are the images of each class in turn, scored by the others; every group weighs the same', () => {
    const support = [classOf([axis(0)]), classOf([axis(0)], [axis(0), axis(2)]), classOf([axis(1)])];
    // Of class 0 all are near class 1; of class 1 one and a half group near class 0; of class 2 none near any.
    expect(foreignAccepted(support, 0.9, { balanced: false, base: false })).toBe((1 + 1 + 0.5 + 0) / 4);
  });

  it('are none with one class, or where all were accepted in bulk', () => {
    expect(foreignAccepted([classOf([axis(0)])], 0, options)).toBeNull();
    const bulk = [0, 1].map((i) => supportClass([{ group: 'a', u: axis(i), bulk: true }]));
    expect(foreignAccepted(bulk, 0, options)).toBeNull();
    expect(rejectedShare([], 0.5)).toBeNull();
  });
});
