/** @file NCA against scikit-learn's objective and gradient, kept in test/golden/training, and its identities (METHODS 4). */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { tf, type Tensor2D } from '../../../../../../main/engine/backbone/tensorflow';
import { ncaObjective } from '../../../../../../main/engine/training/projection/losses/nca';
import { orthonormalRows } from '../../../../../../main/engine/training/projection/orthonormal';
import { Synthetic } from '../../imprinting/synthetic';
import { ncaReference, product } from './reference';

interface Golden {
  dimension: number;
  target: number;
  cases: { points: number[]; labels: number[]; matrix: number[]; objective: number; gradient: number[] }[];
}

const golden = JSON.parse(
  readFileSync(new URL('../../../../../golden/training/nca.json', import.meta.url), 'utf8'),
) as Golden;
const { dimension, target } = golden;

/** The objective by TensorFlow of points [N, dimension] under A. */
function objective(points: readonly number[], matrix: ArrayLike<number>, labels: readonly number[]): number {
  return tf.tidy(() => {
    const a = tf.tensor2d(Float32Array.from(matrix), [matrix.length / dimension, dimension]);
    const z = tf.tensor2d([...points], [labels.length, dimension]).matMul(a, false, true);
    return ncaObjective(z as Tensor2D, tf.tensor1d([...labels], 'int32')).dataSync()[0]!;
  });
}

describe('the objective of NCA', () => {
  it.each(golden.cases)("is scikit-learn's to 1e-9 in float64, to 1e-5 in TensorFlow", (one) => {
    const reference = ncaReference(product(one.points, one.matrix, dimension), one.labels, target);
    expect(Math.abs(reference - one.objective)).toBeLessThan(1e-9);
    expect(Math.abs(objective(one.points, one.matrix, one.labels) - one.objective)).toBeLessThan(1e-5);
  });

  it.each(golden.cases)("has scikit-learn's gradient", ({ points, labels, matrix, gradient }) => {
    const found = tf.tidy(() => {
      const x = tf.tensor2d(points, [labels.length, dimension]);
      const y = tf.tensor1d(labels, 'int32');
      const f = (a: unknown) => ncaObjective(tf.matMul(x, a as Tensor2D, false, true), y);
      return tf
        .grad(f)(tf.tensor2d(matrix, [target, dimension]))
        .dataSync();
    });
    gradient.forEach((value, i) => expect(Math.abs(found[i]! - value)).toBeLessThan(1e-4));
  });

  it('does not change when the projection is turned', async () => {
    const space = new Synthetic(11);
    const random = Float64Array.from({ length: target * target }, () => space.gaussian());
    const q = await orthonormalRows(random, target, () => Promise.resolve());
    for (const { points, labels, matrix } of golden.cases) {
      const columns = Array.from({ length: dimension }, (_, i) => i).flatMap((i) =>
        Array.from({ length: target }, (_, row) => matrix[row * dimension + i]!),
      );
      const turned = product(q, columns, target);
      const before = ncaReference(product(points, matrix, dimension), labels, target);
      const after = ncaReference(product(points, turned, dimension), labels, target);
      expect(Math.abs(after - before)).toBeLessThan(1e-9);
      expect(Math.abs(objective(points, turned, labels) - before)).toBeLessThan(1e-5);
    }
  });

  it('does not count a point as its own neighbour', () => {
    const far = Array.from({ length: 2 * dimension }, (_, at) => (at < dimension ? 0 : 9));
    const identity = Array.from({ length: dimension ** 2 }, (_, at) => (at % (dimension + 1) === 0 ? 1 : 0));
    expect(objective(far, identity, [0, 1])).toBe(0);
    expect(objective(far, identity, [0, 0])).toBe(2);
  });
});
