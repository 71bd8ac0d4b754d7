/**
 * @file The two directions in which a project's embeddings differ most, for a map that is there at once. Runs in the engine
 * and in tests.
 *
 * Principal components of the centred unit embeddings: the covariance [D, D] by TensorFlow, its first eigenvectors by subspace
 * iteration with a few vectors more than are wanted and a Rayleigh-Ritz step at the end (Halko, Martinsson, Tropp, SIAM Review
 * 53, 2011), which converges also where the second and the third are nearly equal. The sign, which nothing decides, is
 * such that the value of most weight is positive.
 */
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { EmbeddingMatrix } from '../guessing/embeddings';
import { BLOCK_ROWS } from '../guessing/embeddings';
import { meanOf } from '../guessing/mean';
import type { Pause } from '../guessing/pace';
import type { Scorer } from '../guessing/scorer';
import type { SumOfSquares } from './covariance';
import { eigenvectors } from './eigen';
import { gaussian } from './random';

export interface PcaParts {
  readonly matrix: EmbeddingMatrix;
  readonly scorer: Scorer;
  /** Where Σ x·xᵀ is added up. */
  readonly squares: (dimension: number) => SumOfSquares;
  readonly seed: number;
  readonly pause: Pause;
}

const OVERSAMPLED = 8;
const ITERATIONS = 40;

/**
 * @param rows rows with an embedding
 * @returns [n, 2] coordinates, the first of larger variance; zero where all embeddings are equal
 */
export async function principalPlane(rows: Uint32Array, parts: PcaParts): Promise<Float32Array> {
  const { matrix, scorer, pause } = parts;
  const mean = await meanOf(rows, parts);
  const covariance = await covarianceOf(rows, mean, parts);
  const components = await leading(covariance, matrix.dimension, parts);
  const prepared = scorer.prepare({
    rows: components,
    count: 2,
    dimension: matrix.dimension,
  });
  const plane = new Float32Array(2 * rows.length);
  try {
    for (const { from, centred } of chunks(rows, mean, matrix)) {
      plane.set(prepared.products(centred), 2 * from);
      await pause();
    }
  } finally {
    prepared.dispose();
  }
  return plane;
}

async function covarianceOf(
  rows: Uint32Array,
  mean: Float64Array,
  { matrix, squares, pause }: PcaParts,
): Promise<Float32Array> {
  const sum = squares(matrix.dimension);
  try {
    for (const { centred } of chunks(rows, mean, matrix)) {
      sum.add(centred);
      await pause();
    }
    return sum.value();
  } finally {
    sum.dispose();
  }
}

/** Centred embeddings [n, D], some at a time. */
function* chunks(rows: Uint32Array, mean: Float64Array, matrix: EmbeddingMatrix) {
  const { dimension } = matrix;
  for (let from = 0; from < rows.length; from += BLOCK_ROWS) {
    const some = rows.subarray(from, from + BLOCK_ROWS);
    const centred = new Float32Array(some.length * dimension);
    some.forEach((row, at) => {
      const unit = matrix.unit(row);
      for (let i = 0; i < dimension; i++) centred[at * dimension + i] = unit[i]! - mean[i]!;
    });
    yield { from, centred };
  }
}

/** The two leading eigenvectors [2, D] of a symmetric matrix [D, D]. */
async function leading(
  covariance: Float32Array,
  dimension: number,
  { scorer, seed, pause }: PcaParts,
): Promise<Float32Array> {
  const width = Math.min(OVERSAMPLED, dimension);
  const random = xoroshiro128plus(seed);
  let basis = orthonormal(
    Float64Array.from({ length: width * dimension }, () => gaussian(random)),
    dimension,
  );
  const prepared = scorer.prepare({
    rows: covariance,
    count: dimension,
    dimension,
  });
  try {
    const image = (): Float64Array => Float64Array.from(prepared.products(Float32Array.from(basis)));
    for (let i = 0; i < ITERATIONS; i++) {
      basis = orthonormal(image(), dimension);
      await pause();
    }
    return ritz(basis, image(), dimension);
  } finally {
    prepared.dispose();
  }
}

/** Within the span of `basis` [w, D] the two directions of most variance, signs fixed. @param image covariance·basis */
function ritz(basis: Float64Array, image: Float64Array, dimension: number): Float32Array {
  const width = basis.length / dimension;
  const small = new Float64Array(width * width);
  for (let i = 0; i < width; i++)
    for (let j = 0; j < width; j++)
      small[i * width + j] =
        (product(basis, i, image, j, dimension) + product(basis, j, image, i, dimension)) / 2;
  const found = new Float32Array(2 * dimension);
  eigenvectors(small, width)
    .slice(0, 2)
    .forEach((weights, rank) => {
      const vector = new Float64Array(dimension);
      weights.forEach((weight, k) => {
        for (let i = 0; i < dimension; i++) vector[i] = vector[i]! + weight * basis[k * dimension + i]!;
      });
      found.set(withSign(vector), rank * dimension);
    });
  return found;
}

function withSign(vector: Float64Array): Float64Array {
  const most = vector.reduce((best, value) => (Math.abs(value) > Math.abs(best) ? value : best), 0);
  return most < 0 ? vector.map((value) => -value) : vector;
}

/** Gram and Schmidt on the rows, twice for the last bits; a row in the span of those before becomes zero. */
function orthonormal(rows: Float64Array, dimension: number): Float64Array {
  const count = rows.length / dimension;
  for (let i = 0; i < count; i++) {
    const before = Math.sqrt(product(rows, i, rows, i, dimension));
    for (let j = 0; j < 2 * i; j++)
      subtract(rows, i, j % i, product(rows, i, rows, j % i, dimension), dimension);
    const length = Math.sqrt(product(rows, i, rows, i, dimension));
    const factor = length > 1e-12 * before ? 1 / length : 0;
    for (let at = i * dimension; at < (i + 1) * dimension; at++) rows[at] = rows[at]! * factor;
  }
  return rows;
}

function product(x: Float64Array, i: number, y: Float64Array, j: number, dimension: number): number {
  let sum = 0;
  for (let at = 0; at < dimension; at++) sum += x[i * dimension + at]! * y[j * dimension + at]!;
  return sum;
}

function subtract(rows: Float64Array, i: number, j: number, factor: number, dimension: number): void {
  for (let at = 0; at < dimension; at++)
    rows[i * dimension + at] = rows[i * dimension + at]! - factor * rows[j * dimension + at]!;
}
