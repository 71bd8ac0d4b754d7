/** @file Images that look alike come beside each other, few and many, and nothing is lost on the way. */
import { describe, expect, it } from 'vitest';
import { arrange, workOf } from '../../../../../main/engine/alike/arrange';
import { tf } from '../../../../../main/engine/backbone/tensorflow';
import { EmbeddingMatrix } from '../../../../../main/engine/guessing/embeddings';
import { tensorScorer } from '../../../../../main/engine/guessing/tensorScorer';
import { Synthetic } from '../imprinting/synthetic';

const D = 32;

/** Row i shows kind i % kinds. */
function kinds(count: number, rows: number) {
  const space = new Synthetic(11, D, 0.3, 0.1);
  const centres = Array.from({ length: count }, () => space.centre());
  const matrix = new EmbeddingMatrix(D);
  for (let row = 0; row < rows; row++) matrix.set(row, space.image(centres[row % count]!));
  return matrix;
}

const all = (matrix: EmbeddingMatrix) => Uint32Array.from({ length: matrix.count }, (_, row) => row);
const parts = (matrix: EmbeddingMatrix, step: (work: number) => Promise<void> = () => Promise.resolve()) => ({
  matrix,
  scorer: tensorScorer(tf),
  step,
});

/** How often the kind changes along the order, and once for its beginning. */
const runs = (order: Uint32Array, count: number) =>
  order.reduce((sum, row, at) => sum + Number(at === 0 || order[at - 1]! % count !== row % count), 0);

describe('an arrangement', () => {
  it.each([
    ['one dendrogram', 12, 600],
    ['several cells', 30, 3000],
  ])('of %s puts each kind in one run', async (_, count, rows) => {
    const matrix = kinds(count, rows);
    const order = await arrange(all(matrix), parts(matrix));
    expect([...order].sort((a, b) => a - b)).toEqual([...all(matrix)]);
    // A kind that lies in two cells may lie in two runs.
    expect(runs(order, count)).toBeLessThanOrEqual(rows > 1024 ? 2 * count : count);
  });

  it('is the same each time', async () => {
    const matrix = kinds(9, 2000);
    const first = await arrange(all(matrix), parts(matrix));
    expect(await arrange(all(matrix), parts(matrix))).toEqual(first);
  });

  it('is of the rows asked for only', async () => {
    const matrix = kinds(4, 40);
    const some = all(matrix).filter((row) => row % 3 === 0);
    const order = await arrange(some, parts(matrix));
    expect([...order].sort((a, b) => a - b)).toEqual([...some]);
    expect(await arrange(new Uint32Array(0), parts(matrix))).toHaveLength(0);
  });

  it('of thousands of equal images keeps them all', async () => {
    const matrix = kinds(1, 2500);
    for (const row of all(matrix))
      matrix.set(
        row,
        Float32Array.from({ length: D }, (_, i) => i + 1),
      );
    const order = await arrange(all(matrix), parts(matrix));
    expect([...order].sort((a, b) => a - b)).toEqual([...all(matrix)]);
  });

  it('tells how far it is, and all in the end', async () => {
    const matrix = kinds(9, 2600);
    let done = 0;
    await arrange(
      all(matrix),
      parts(matrix, (work) => ((done += work), Promise.resolve())),
    );
    expect(done).toBe(workOf(2600));
  });

  it('leaves no tensor behind when it is given up', async () => {
    const matrix = kinds(9, 2600);
    const before = tf.memory().numTensors;
    let left = 12;
    const step = () => (left-- === 0 ? Promise.reject(new Error('enough')) : Promise.resolve());
    await expect(arrange(all(matrix), parts(matrix, step))).rejects.toThrow('enough');
    expect(tf.memory().numTensors).toBe(before);
  });
});
