/** @file TensorFlow's products beside plain loops, and what it leaves behind: nothing. */
import { describe, expect, it } from 'vitest';
import { tf } from '../../../../../main/engine/backbone/tensorflow';
import { plainScorer, type RowSet } from '../../../../../main/engine/guessing/scorer';
import { tensorScorer } from '../../../../../main/engine/guessing/tensorScorer';
import { Synthetic } from '../imprinting/synthetic';

const space = new Synthetic(9, 40);
const matrixOf = (count: number) => {
  const values = new Float32Array(count * 40);
  for (let i = 0; i < count; i++) values.set(space.image(space.centre()), i * 40);
  return values;
};
const units = matrixOf(70);
const rows: RowSet = { rows: matrixOf(9), count: 9, dimension: 40 };
const bias = Float32Array.from({ length: 9 }, () => space.gaussian());
const factors = Float32Array.from({ length: 70 }, () => 1 + Math.abs(space.gaussian()));

function both<T>(set: RowSet, use: (prepared: ReturnType<typeof plainScorer.prepare>) => T): [T, T] {
  const [plain, tensor] = [plainScorer, tensorScorer(tf)].map((scorer) => scorer.prepare(set));
  try {
    return [use(plain!), use(tensor!)];
  } finally {
    tensor!.dispose();
  }
}

const largestDifference = (a: Float32Array, b: Float32Array) =>
  a.reduce((most, value, i) => Math.max(most, Math.abs(value - b[i]!) / (1 + Math.abs(value))), 0);

describe('tensorScorer', () => {
  it('gives the products that loops give', () => {
    const [plain, tensor] = both(rows, (prepared) => prepared.products(units));
    expect(tensor).toHaveLength(70 * 9);
    expect(largestDifference(plain, tensor)).toBeLessThan(1e-6);
  });

  it.each([
    ['alone', rows, null],
    ['with bias', { ...rows, bias }, null],
    ['with factors and bias', { ...rows, bias }, factors],
  ] as const)('finds the best row, %s', (_, set, factor) => {
    const [plain, tensor] = both(set, (prepared) => prepared.best(units, factor));
    expect([...tensor.row]).toEqual([...plain.row]);
    expect(largestDifference(plain.value, tensor.value)).toBeLessThan(1e-6);
  });

  it('leaves no tensor behind, also when it fails', () => {
    const before = tf.memory().numTensors;
    both({ ...rows, bias }, (prepared) => [prepared.products(units), prepared.best(units, factors)]);
    const prepared = tensorScorer(tf).prepare(rows);
    expect(() => prepared.products(new Float32Array(41))).toThrow();
    expect(() => prepared.best(units, new Float32Array(3))).toThrow();
    prepared.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });
});
