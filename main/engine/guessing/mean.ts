/** @file The mean of many unit embeddings. Runs in the engine and in tests. */
import { BLOCK_ROWS, type EmbeddingMatrix } from './embeddings';
import type { Pause } from './pace';

/**
 * @param rows rows with an embedding, one at least
 * @returns [D], not normalised
 */
export async function meanOf(
  rows: Uint32Array,
  { matrix, pause }: { readonly matrix: EmbeddingMatrix; readonly pause: Pause },
): Promise<Float64Array> {
  const mean = new Float64Array(matrix.dimension);
  for (const [at, row] of rows.entries()) {
    const unit = matrix.unit(row);
    for (let i = 0; i < mean.length; i++) mean[i] = mean[i]! + unit[i]!;
    if (at % BLOCK_ROWS === 0) await pause();
  }
  return mean.map((value) => value / rows.length);
}
