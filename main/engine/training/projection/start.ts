/**
 * @file Where a projection begins. Runs in the engine and in tests. Source: METHODS 4.
 *
 * More shots than dimensions: principal components, by orthogonal iteration (Golub, Van Loan, 'Matrix Computations', 8.2.4) from
 * random mixtures of the shots (Halko, Martinsson, Tropp, SIAM Review 53, 2011). Otherwise a random orthonormal basis of all that
 * the shots span, in which no distance between them is lost. No loss here changes when the rows of a projection are turned, so
 * the components are found as a space and not one by one.
 */
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import type { Pause } from '../../guessing/pace';
import { gaussian } from '../../map/random';
import { tf, type Tensor2D } from '../../backbone/tensorflow';
import { scoped } from '../optimise/scope';
import { orthonormalRows } from './orthonormal';
import type { Points } from './points';

/** The space changes by less than training does in its first steps long before. */
const ITERATIONS = 12;

/**
 * @param most D' wanted
 * @returns [D', D] orthonormal rows; D' is less where the shots span less, 0 where all are the same
 */
export async function startingProjection(
  points: Points,
  most: number,
  seed: number,
  pause: Pause,
): Promise<Float32Array> {
  const random = xoroshiro128plus(seed);
  const basis =
    points.count > most
      ? await principalSpace(points, most, random, pause)
      : await orthonormalRows(await mixtures(points, random, pause), points.dimension, pause);
  return Float32Array.from(basis);
}

function principalSpace(points: Points, most: number, random: RandomGenerator, pause: Pause) {
  const { values, count, dimension } = points;
  return scoped(async (own) => {
    const shots: Tensor2D = own(tf.tensor2d(values, [count, dimension]));
    let basis: Float64Array = Float64Array.from({ length: most * dimension }, () => gaussian(random));
    for (let i = 0; i < ITERATIONS; i++)
      basis = await orthonormalRows(await scatterTimes(shots, basis, pause), dimension, pause);
    return basis;
  });
}

/**
 * As many mixtures of the shots, with normal weights, as there are shots [M, D]. In float64: rounding in float32 would pass for
 * directions that the shots do not have.
 */
async function mixtures({ count, dimension, values }: Points, random: RandomGenerator, pause: Pause) {
  const sums = new Float64Array(count * dimension);
  for (let k = 0; k < count * count; k++) {
    const [weight, to, from] = [gaussian(random), Math.floor(k / count) * dimension, (k % count) * dimension];
    for (let i = 0; i < dimension; i++) sums[to + i] = sums[to + i]! + weight * values[from + i]!;
    await pause();
  }
  return sums;
}

/** B·Xᵀ·X [k, D] for shots X [M, D] and a basis B [k, D]. */
async function scatterTimes(shots: Tensor2D, basis: Float64Array, pause: Pause): Promise<Float64Array> {
  const dimension = shots.shape[1];
  const shares = tf.tidy(() => {
    const rows = tf.tensor2d(new Float32Array(basis), [basis.length / dimension, dimension]);
    return tf.matMul<Tensor2D>(rows, shots, false, true);
  });
  return scoped(async (own) => {
    own(shares);
    await pause();
    return new Float64Array(own(shares.matMul(shots)).dataSync<'float32'>());
  });
}
