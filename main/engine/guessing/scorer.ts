/**
 * @file Products of many embeddings with a few rows, behind an interface so that nothing else here needs TensorFlow.
 * Runs in the engine and in tests.
 */
import { argmax, dot } from '../imprinting/vectors';

/** Rows of classes to score embeddings against. */
export interface RowSet {
  /** [C, D] */
  readonly rows: Float32Array;
  readonly count: number;
  readonly dimension: number;
  /** [C] added to every score; none: 0. */
  readonly bias?: Float32Array;
}

/** The best row of each embedding, and its score. */
export interface Best {
  /** [n] */
  readonly row: Int32Array;
  /** [n] */
  readonly value: Float32Array;
}

/** Rows made ready for any number of blocks of embeddings; to be disposed of. */
export interface PreparedRows {
  /** Inner products [n, C] of embeddings [n, D] with the rows, without bias. */
  products(units: Float32Array): Float32Array;
  /** Best row by factor_i·(u_i·row) + bias; factors [n], none: 1. */
  best(units: Float32Array, factors: Float32Array | null): Best;
  dispose(): void;
}

export interface Scorer {
  prepare(rows: RowSet): PreparedRows;
}

/** Loops in plain JavaScript, in float64: the reference, and enough for small projects. */
export const plainScorer: Scorer = {
  prepare({ rows, count, dimension, bias }) {
    const products = (units: Float32Array): Float32Array => {
      const scores = new Float32Array((units.length / dimension) * count);
      for (let at = 0, i = 0; i < units.length; i += dimension)
        for (let c = 0; c < rows.length; c += dimension)
          scores[at++] = dot(units.subarray(i, i + dimension), rows.subarray(c, c + dimension));
      return scores;
    };
    const best = (units: Float32Array, factors: Float32Array | null): Best => {
      const scores = products(units).map(
        (score, at) => score * (factors?.[Math.floor(at / count)] ?? 1) + (bias?.[at % count] ?? 0),
      );
      const row = Int32Array.from({ length: units.length / dimension }, (_, i) =>
        argmax(scores.subarray(i * count, (i + 1) * count)),
      );
      return { row, value: Float32Array.from(row, (c, i) => scores[i * count + c]!) };
    };
    return { products, best, dispose: () => undefined };
  },
};
