/** @file Cross-entropy on scaled cosines in a learnt space, beside a sum in float64. */
import { describe, expect, it } from 'vitest';
import { tf } from '../../../../../../main/engine/backbone/tensorflow';
import { softmax } from '../../../../../../main/engine/imprinting/head';
import { scoped } from '../../../../../../main/engine/training/optimise/scope';
import {
  cosineSoftmax,
  START_SCALE,
} from '../../../../../../main/engine/training/projection/losses/cosineSoftmax';
import { pointsOf } from '../../../../../../main/engine/training/projection/points';
import { imprintedProxies } from '../../../../../../main/engine/training/projection/proxies';
import { synthetic } from '../sets';

const { set, space } = synthetic([3, 2, 4], 11, 8);
const points = pointsOf(set);
const D = 5;
const z = Float32Array.from({ length: 9 * D }, () => space.gaussian());
const row = (values: Float32Array, at: number) => values.subarray(at * D, (at + 1) * D);
const cosine = (x: Float32Array, y: Float32Array) => {
  const product = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, i) => sum + value * b[i]!, 0);
  return product(x, y) / Math.sqrt(product(x, x) * product(y, y));
};

describe('cosine softmax in a learnt space', () => {
  it('begins with imprinted rows, whatever the length of z', () =>
    scoped(async (own) => {
      const { of, trained } = cosineSoftmax.make(points, z, own);
      const shots = Int32Array.of(0, 3, 4, 8);
      const batch = {
        shots,
        labels: Int32Array.of(0, 1, 1, 2),
        weights: Float32Array.of(0.4, 0.2, 0.2, 0.2),
      };
      const proxies = imprintedProxies(points, z);
      const expected = [...shots].reduce((sum, shot, i) => {
        const logits = [0, 1, 2].map((c) => START_SCALE * cosine(row(z, shot), row(proxies, c)));
        return sum - batch.weights[i]! * Math.log(softmax(logits)[batch.labels[i]!]!);
      }, 0);
      for (const length of [1, 7]) {
        const some = Float32Array.from(
          [...shots].flatMap((shot) => [...row(z, shot)].map((x) => x * length)),
        );
        const loss = tf.tidy(() => of(tf.tensor2d(some, [4, D]), batch).dataSync()[0]!);
        expect(loss).toBeCloseTo(expected, 4);
      }
      expect(trained.map(({ variable }) => variable.size)).toEqual([3 * D, 1]);
      await Promise.resolve();
    }));
});
