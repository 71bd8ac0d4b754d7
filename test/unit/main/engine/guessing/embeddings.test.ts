/** @file The matrix of embeddings: rows that come, change and go. */
import { describe, expect, it } from 'vitest';
import { BLOCK_ROWS, EmbeddingMatrix } from '../../../../../main/engine/guessing/embeddings';
import { unitEmbedding } from '../../../../../main/engine/imprinting/unit';
import { bytes, Synthetic } from '../imprinting/synthetic';

const space = new Synthetic(1, 16);
const image = () => space.image(space.centre());

describe('EmbeddingMatrix', () => {
  it('keeps u and |a| of each row, from which a follows to float32 precision', () => {
    const [matrix, a] = [new EmbeddingMatrix(16), image()];
    matrix.set(3, a);
    expect(matrix.count).toBe(4);
    expect([0, 1, 2, 3, 4].map((index) => matrix.has(index))).toEqual([false, false, false, true, false]);
    expect(bytes(matrix.unit(3))).toBe(bytes(unitEmbedding(a)));
    matrix
      .raw(3)
      .forEach((value, i) => expect(Math.abs(value - a[i]!)).toBeLessThanOrEqual(2 ** -22 * (a[i]! + 1e-3)));
  });

  it('grows without moving what is there', () => {
    const [matrix, a] = [new EmbeddingMatrix(16), image()];
    matrix.set(0, a);
    const before = matrix.unit(0);
    matrix.set(5 * BLOCK_ROWS, image());
    expect(matrix.unit(0).buffer).toBe(before.buffer);
    expect(bytes(matrix.unit(0))).toBe(bytes(unitEmbedding(a)));
  });

  it('tells by its version whether a row has changed', () => {
    const matrix = new EmbeddingMatrix(16);
    const versions = [matrix.version(7)];
    for (const change of [
      () => matrix.set(7, image()),
      () => matrix.set(7, image()),
      () => matrix.remove(7),
    ]) {
      change();
      versions.push(matrix.version(7));
    }
    expect(new Set(versions).size).toBe(4);
    matrix.set(
      8,
      matrix.unit(6).map((_, i) => i),
    );
    matrix.set(
      8,
      matrix.unit(6).map((_, i) => i),
    );
    expect(matrix.version(8)).toBe(1);
    expect(matrix.has(7)).toBe(false);
    expect([...matrix.unit(7)]).toEqual([...new Float32Array(16)]);
    matrix.remove(7);
    expect(matrix.version(7)).toBe(versions.at(-1));
  });

  it('goes through all rows block by block, or through as many as asked', () => {
    const matrix = new EmbeddingMatrix(16);
    matrix.grow(2 * BLOCK_ROWS + 5);
    const shape = (count?: number) =>
      [...matrix.blocks(count)].map((block) => [block.first, block.count, block.units.length / 16]);
    expect(shape()).toEqual([
      [0, BLOCK_ROWS, BLOCK_ROWS],
      [BLOCK_ROWS, BLOCK_ROWS, BLOCK_ROWS],
      [2 * BLOCK_ROWS, 5, 5],
    ]);
    expect(shape(BLOCK_ROWS + 1).at(-1)).toEqual([BLOCK_ROWS, 1, 1]);
  });

  it('refuses what is no embedding and leaves the row as it was', () => {
    const [matrix, a] = [new EmbeddingMatrix(16), image()];
    matrix.set(0, a);
    expect(() => matrix.set(0, new Float32Array(16))).toThrow('zero in all 16 values');
    expect(() =>
      matrix.set(
        0,
        a.map((value, i) => (i === 2 ? NaN : value)),
      ),
    ).toThrow('NaN at position 2 of 16');
    expect(() => matrix.set(0, new Float32Array(4))).toThrow('has 4 values, expected 16');
    expect(bytes(matrix.unit(0))).toBe(bytes(unitEmbedding(a)));
    expect(matrix.version(0)).toBe(1);
    expect(() => matrix.unit(BLOCK_ROWS)).toThrow(`no row ${BLOCK_ROWS} among 1`);
  });
});
