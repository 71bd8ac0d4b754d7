/** @file Raw embeddings of some rows as they leave the engine. Runs in the engine and in tests. */
import type { EmbeddingBlock } from '../protocol';
import type { EmbeddingMatrix } from './embeddings';

/** @returns rows without an embedding are left out; values [rows, D] to float32 precision (see Note: memory layout) */
export function embeddingBlock(matrix: EmbeddingMatrix, wanted: readonly number[]): EmbeddingBlock {
  const { dimension } = matrix;
  const rows = wanted.filter((row) => matrix.has(row));
  const values = new Float32Array(rows.length * dimension);
  rows.forEach((row, i) => values.set(matrix.raw(row), i * dimension));
  return { rows, dimension, values };
}
