/** @file The principal plane beside eigenvectors computed another way. */
import { describe, expect, it } from 'vitest';
import { tf } from '../../../../../main/engine/backbone/tensorflow';
import { EmbeddingMatrix } from '../../../../../main/engine/guessing/embeddings';
import { tensorScorer } from '../../../../../main/engine/guessing/tensorScorer';
import { tensorSquares } from '../../../../../main/engine/map/covariance';
import { eigenvectors } from '../../../../../main/engine/map/eigen';
import { principalPlane } from '../../../../../main/engine/map/pca';
import { project } from '../guessing/project';

const { matrix } = project(1500);
const plane = (rows: Uint32Array, seed = 1, of: EmbeddingMatrix = matrix) =>
  principalPlane(rows, {
    matrix: of,
    scorer: tensorScorer(tf),
    squares: tensorSquares(tf),
    seed,
    pause: () => Promise.resolve(),
  });
const all = Uint32Array.from({ length: 1500 }, (_, row) => row);

describe('eigenvectors', () => {
  it('are those of a known matrix, the largest first', () => {
    const [first, second, third] = eigenvectors(Float64Array.of(2, 1, 0, 1, 2, 0, 0, 0, 5), 3);
    expect(Math.abs(first![2]!)).toBeCloseTo(1, 12);
    expect([second![0]! / second![1]!, third![0]! / third![1]!]).toEqual([
      expect.closeTo(1, 12),
      expect.closeTo(-1, 12),
    ]);
  });
});

describe('the principal plane', () => {
  it('has the two directions of most variance of the centred unit embeddings', async () => {
    const D = matrix.dimension;
    const centred = [...all].map((row) => Float64Array.from(matrix.unit(row)));
    const mean = new Float64Array(D);
    for (const u of centred) u.forEach((value, i) => (mean[i]! += value / centred.length));
    for (const u of centred) u.forEach((value, i) => (u[i] = value - mean[i]!));
    const covariance = new Float64Array(D * D);
    for (const u of centred)
      for (let i = 0; i < D; i++) for (let j = 0; j < D; j++) covariance[i * D + j]! += u[i]! * u[j]!;
    const found = await plane(all);
    eigenvectors(covariance, D)
      .slice(0, 2)
      .forEach((vector, axis) => {
        const most = vector.reduce((best, value) => (Math.abs(value) > Math.abs(best) ? value : best), 0);
        centred.forEach((u, i) => {
          const expected = u.reduce((sum, value, at) => sum + value * vector[at]!, 0) * Math.sign(most);
          expect(found[2 * i + axis]).toBeCloseTo(expected, 4);
        });
      });
  });

  it('is the same for the same seed to the bit, and nearly for another', async () => {
    const [one, same, other] = [await plane(all, 1), await plane(all, 1), await plane(all, 2)];
    expect(same).toEqual(one);
    other.forEach((value, i) => expect(value).toBeCloseTo(one[i]!, 4));
  });

  it('is of the rows asked about only, and zero where all are equal', async () => {
    expect(await plane(Uint32Array.of(3, 900))).toHaveLength(4);
    const equal = new EmbeddingMatrix(matrix.dimension);
    for (let row = 0; row < 4; row++) equal.set(row, new Float32Array(matrix.dimension).fill(1));
    const points = await plane(Uint32Array.of(0, 1, 2, 3), 1, equal);
    points.forEach((value) => expect(value).toBeCloseTo(0, 6));
  });

  it('leaves no tensor behind, also when it is given up', async () => {
    const before = tf.memory().numTensors;
    await plane(all);
    let pauses = 0;
    const parts = { matrix, scorer: tensorScorer(tf), squares: tensorSquares(tf), seed: 1 };
    const given = principalPlane(all, {
      ...parts,
      pause: () => (++pauses === 2 ? Promise.reject(new Error('enough')) : Promise.resolve()),
    });
    await expect(given).rejects.toThrow('enough');
    expect(tf.memory().numTensors).toBe(before);
  });
});
