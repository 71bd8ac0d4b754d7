/**
 * @file The backbone's own classifier and what the joins need to know of it. Pure: runs in the engine and in tests.
 * Source: METHODS 2.
 */
import { requireLength, requirePositive } from '../checks';
import { squaredLength, type Vector } from '../vectors';

/** A linear classifier a·W + b over K base classes, with constants measured on varied images, never a project's own. */
export interface BaseClassifier {
  /** K */
  readonly classes: number;
  /** D */
  readonly dimension: number;
  /** W [D, K], one column per base class. */
  readonly weights: Float32Array;
  /** b [K] */
  readonly bias: Float32Array;
  /** μ [D], the mean raw embedding. */
  readonly mean: Float32Array;
  /** |a - μ|, its mean over images, above 0. */
  readonly radius: number;
  /**
   * Where some of the backbone's classes are left out: all of them, and which these are. What the joins take from all classes
   * (w̄, κ, the mean |w|) stays as it is with all, so that leaving one out moves no other.
   */
  readonly part?: { readonly whole: BaseClassifier; readonly indices: readonly number[] };
}

/** |w|, the mean length of the weights of all of the backbone's classes. */
export function meanLength(base: BaseClassifier): number {
  const { whole } = base.part ?? { whole: base };
  return meanOf(rowLengths(baseRows(whole), whole.dimension));
}

/** Throws RangeError where the parts do not fit together. */
export function requireBase({ classes, dimension, weights, bias, mean, radius }: BaseClassifier): void {
  requireLength('base weights', weights.length, dimension * classes);
  requireLength('base bias', bias.length, classes);
  requireLength('mean embedding', mean.length, dimension);
  requirePositive('distance to the mean embedding', radius);
}

/** w_k by rows [K, D]. */
export function baseRows({ classes, dimension, weights }: BaseClassifier): Float32Array {
  const rows = new Float32Array(weights.length);
  for (let i = 0; i < dimension; i++)
    for (let k = 0; k < classes; k++) rows[k * dimension + i] = weights[i * classes + k]!;
  return rows;
}

/** |w_k| for rows [K, D]. */
export function rowLengths(rows: Vector, dimension: number): Float64Array {
  const length = (_: unknown, k: number) =>
    Math.sqrt(squaredLength(rows.subarray(k * dimension, (k + 1) * dimension)));
  return Float64Array.from({ length: rows.length / dimension }, length);
}

/** Mean of the values. */
export function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
