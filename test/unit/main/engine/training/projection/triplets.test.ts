/** @file Semi-hard triplets and their loss (METHODS 4). */
import { describe, expect, it } from 'vitest';
import { tf, type Tensor2D } from '../../../../../../main/engine/backbone/tensorflow';
import {
  MARGIN,
  semiHard,
  tripletLoss,
} from '../../../../../../main/engine/training/projection/losses/triplets';
import { squaredDistances, unitRows } from '../../../../../../main/engine/training/projection/losses/unit';
import { Synthetic } from '../../imprinting/synthetic';

const [N, D] = [48, 6];
const labels = Int32Array.from({ length: N }, (_, i) => i % 8);
const space = new Synthetic(17);
const rows = Float32Array.from({ length: N * D }, (_, at) =>
  labels[Math.floor(at / D)]! === at % D ? 1.5 + space.gaussian() : space.gaussian(),
);

const points = (values: Float32Array): Tensor2D => unitRows(tf.tensor2d(values, [values.length / D, D]));

describe('semi-hard triplets', () => {
  const distances = tf.tidy(() => {
    const u = points(rows);
    return squaredDistances(u, u);
  });
  const d = distances.dataSync<'float32'>();
  distances.dispose();
  const mined = semiHard(d, labels);

  it('are of the class, of another, and beyond the positive by less than the margin', () => {
    expect(mined.anchors.length).toBeGreaterThan(50);
    mined.anchors.forEach((a, i) => {
      const [p, n] = [mined.positives[i]!, mined.negatives[i]!];
      expect(a).not.toBe(p);
      expect(labels[p]).toBe(labels[a]);
      expect(labels[n]).not.toBe(labels[a]);
      expect(d[a * N + n]!).toBeGreaterThan(d[a * N + p]!);
      expect(d[a * N + n]!).toBeLessThan(d[a * N + p]! + MARGIN);
    });
  });

  it('are found for every pair that has one, with the nearest negative', () => {
    let pairs = 0;
    for (let a = 0; a < N; a++)
      for (let p = 0; p < N; p++) {
        if (a === p || labels[a] !== labels[p]) continue;
        const [from, to] = [d[a * N + p]!, d[a * N + p]! + MARGIN];
        const beyond = [...d.subarray(a * N, (a + 1) * N)].filter(
          (value, n) => labels[n] !== labels[a] && value > from && value < to,
        );
        if (beyond.length === 0) continue;
        const negative = mined.negatives[pairs++]!;
        expect(d[a * N + negative]).toBe(Math.min(...beyond));
      }
    expect(pairs).toBe(mined.anchors.length);
  });

  it('have the mean of [d_ap - d_an + .2]+ as their loss', () => {
    const expected = mined.anchors.reduce((sum, a, i) => {
      const loss = d[a * N + mined.positives[i]!]! - d[a * N + mined.negatives[i]!]! + MARGIN;
      return sum + loss / mined.anchors.length;
    }, 0);
    expect(tf.tidy(() => tripletLoss(points(rows), mined).dataSync()[0]!)).toBeCloseTo(expected, 5);
  });

  it('cost nothing where there are none, and the gradient is zero, not missing', () => {
    const apart = Float32Array.from({ length: 4 * D }, (_, at) =>
      at % D === Math.floor(at / D / 2) ? 1 : 0,
    );
    const classes = Int32Array.from([0, 0, 1, 1]);
    tf.tidy(() => {
      const u = points(apart);
      const none = semiHard(squaredDistances(u, u).dataSync<'float32'>(), classes);
      expect(none.anchors).toHaveLength(0);
      const { value, grad } = tf.valueAndGrad((x) => tripletLoss(unitRows(x as Tensor2D), none))(
        tf.tensor2d(apart, [4, D]),
      );
      expect(value.dataSync()[0]).toBe(0);
      expect([...grad.dataSync()].every((one) => one === 0)).toBe(true);
    });
  });
});
