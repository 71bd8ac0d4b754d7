/** @file Episodes of prototypical networks. */
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { describe, expect, it } from 'vitest';
import { tf } from '../../../../../../main/engine/backbone/tensorflow';
import { softmax } from '../../../../../../main/engine/imprinting/head';
import { squaredDistance } from '../../../../../../main/engine/imprinting/vectors';
import { batches } from '../../../../../../main/engine/training/projection/batches';
import { episodeLoss, episodeOf } from '../../../../../../main/engine/training/projection/losses/episodes';
import { Synthetic } from '../../imprinting/synthetic';

const given = [7, 7, 2, 2, 2, 2, 5, 5, 5];
const batch = batches(Int32Array.from(given), 1)();
const drawnBy = (seed: number) => episodeOf(batch, xoroshiro128plus(seed));

describe('an episode', () => {
  it('asks about what is not in the support: every class has both, and classes weigh the same', () => {
    for (let seed = 0; seed < 50; seed++) {
      const { ways, means, labels, weights } = drawnBy(seed);
      expect(ways).toBe(3);
      for (let p = 0; p < 3; p++) {
        const shots = [...labels.keys()].filter((shot) => labels[shot] === p);
        const support = shots.filter((shot) => means[p * 9 + shot]! > 0);
        expect(support.length).toBeGreaterThan(0);
        expect(support.length).toBeLessThan(shots.length);
        expect(support.every((shot) => weights[shot] === 0)).toBe(true);
        const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
        expect(sum(shots.map((shot) => means[p * 9 + shot]!))).toBeCloseTo(1, 6);
        expect(sum(shots.map((shot) => weights[shot]!))).toBeCloseTo(1 / 3, 6);
        expect(sum([...means.subarray(p * 9, p * 9 + 9)])).toBeCloseTo(1, 6);
      }
    }
  });

  it('is drawn by its seed', () => {
    expect(drawnBy(4)).toEqual(drawnBy(4));
    expect(
      new Set(Array.from({ length: 10 }, (_, seed) => String(drawnBy(seed).weights))).size,
    ).toBeGreaterThan(1);
  });

  it('has the cross-entropy of a softmax over negative squared distances to the means of its support', () => {
    const space = new Synthetic(2);
    const z = Array.from({ length: 9 }, () => Float64Array.from({ length: 4 }, () => space.gaussian()));
    const { ways, means, labels, weights } = drawnBy(3);
    const centres = Array.from({ length: ways }, (_, p) =>
      Float64Array.from({ length: 4 }, (__, i) =>
        z.reduce((sum, row, b) => sum + means[p * 9 + b]! * row[i]!, 0),
      ),
    );
    const expected = z.reduce((sum, row, b) => {
      const shares = softmax(centres.map((centre) => -squaredDistance(row, centre)));
      return sum - weights[b]! * Math.log(shares[labels[b]!]!);
    }, 0);
    const loss = tf.tidy(() =>
      episodeLoss(tf.tensor2d(z.map((row) => [...row])), { ways, means, labels, weights }).dataSync(),
    );
    expect(loss[0]).toBeCloseTo(expected, 4);
  });
});
