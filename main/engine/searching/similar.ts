/**
 * @file Which items look like some others: the exact cosine of all. Runs in the engine and in tests.
 */
import type { Similar } from '../../contract/areas/search';
import type { EmbeddingMatrix } from '../guessing/embeddings';
import type { Scorer } from '../guessing/scorer';
import { writeNormalised } from '../imprinting/unit';
import { ranked } from './ranking';

export interface SimilarQuery {
  /** Rows that others are compared with; those without an embedding have no say. */
  rows: readonly number[];
  /** Rows that are not to be found, such as those of excluded images. */
  leftOut: readonly number[];
}

/**
 * All rows that have an embedding, nearest first and of equals the first; those asked about are among them. Of several the
 * mean of their unit embeddings, normalised, is what the cosine is to.
 * @returns nothing where none of the rows asked about has an embedding
 */
export function similarTo({ rows, leftOut }: SimilarQuery, matrix: EmbeddingMatrix, scorer: Scorer): Similar {
  const query = direction(
    rows.filter((row) => matrix.has(row)),
    matrix,
  );
  if (!query) return { rows: new Uint32Array(0), cosines: new Float32Array(0) };
  const cosines = cosinesTo(query, matrix, scorer);
  for (const row of leftOut) cosines[row] = NaN;
  const found = ranked(cosines);
  return { rows: found.rows, cosines: found.scores };
}

/** [rows] cosine of each row to a unit vector [D]; NaN where there is no embedding. */
export function cosinesTo(query: Float32Array, matrix: EmbeddingMatrix, scorer: Scorer): Float32Array {
  const cosines = new Float32Array(matrix.count).fill(NaN);
  const prepared = scorer.prepare({ rows: query, count: 1, dimension: matrix.dimension });
  try {
    for (const { first, units } of matrix.blocks()) cosines.set(prepared.products(units), first);
  } finally {
    prepared.dispose();
  }
  for (let row = 0; row < cosines.length; row++) if (!matrix.has(row)) cosines[row] = NaN;
  return cosines;
}

/** The unit vector [D] that is nearest to all of them; of one row its own, to the bit. */
function direction(rows: readonly number[], matrix: EmbeddingMatrix): Float32Array | null {
  if (rows.length === 0) return null;
  if (rows.length === 1) return matrix.unit(rows[0]!).slice();
  const mean = new Float64Array(matrix.dimension);
  for (const row of rows) matrix.unit(row).forEach((value, i) => (mean[i]! += value / rows.length));
  const unit = new Float32Array(matrix.dimension);
  writeNormalised(mean, unit);
  return unit;
}
