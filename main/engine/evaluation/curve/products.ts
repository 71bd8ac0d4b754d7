/**
 * @file Inner products of shots and images, from which imprinting with any shots follows without touching an embedding again. Runs in
 * the engine and in tests.
 *
 * [Note: imprinting from products]
 * The cosine of u to p_c = norm(Σ shots) is Σ u·shot/|Σ shots|, and |Σ shots|² the sum of the shots' products with each other. One
 * more shot adds one product to each sum. So a curve over n costs additions, and a whole draw of 1,000 images takes a millisecond.
 */
import type { Scorer } from '../../guessing/scorer';
import { unitOf, type EvaluatedSet } from '../evaluatedSet';
import type { Shot } from '../splits/split';

export interface Products {
  /** [G, N] shots by images of the set. */
  readonly withImages: Float32Array;
  /** [G, G] */
  readonly withShots: Float32Array;
  readonly shots: number;
  readonly images: number;
}

/** @param shots G of them, in the order that the products have */
export function productsOf(set: EvaluatedSet, shots: readonly Shot[], scorer: Scorer): Products {
  const means = meansOf(set, shots);
  const [images, { dimension }] = [set.labels.length, set];
  const product = (rows: Float32Array, count: number): Float32Array => {
    const prepared = scorer.prepare({ rows, count, dimension });
    try {
      return prepared.products(means);
    } finally {
      prepared.dispose();
    }
  };
  return {
    withImages: product(set.units, images),
    withShots: product(means, shots.length),
    shots: shots.length,
    images,
  };
}

/** [G, D] means of the images of each shot. */
function meansOf(set: EvaluatedSet, shots: readonly Shot[]): Float32Array {
  const means = new Float32Array(shots.length * set.dimension);
  shots.forEach(({ rows }, g) => {
    const mean = new Float64Array(set.dimension);
    for (const row of rows) unitOf(set, row).forEach((value, i) => (mean[i]! += value / rows.length));
    means.set(mean, g * set.dimension);
  });
  return means;
}
