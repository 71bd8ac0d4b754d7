/**
 * @file Imprinting: class weights from the exact sums of a support set. Pure: runs in the engine and in tests.
 * Source: Qi, Brown, Lowe, 'Low-Shot Learning with Imprinted Weights', CVPR 2018, section 3.2; METHODS 1.
 */
import { requireLength } from './checks';
import type { Scratch } from './scratch';
import { shrinkage, writeClassMean } from './shrinkage';
import { partsOf, type ClassStatistics } from './sums';
import { writeNormalised } from './unit';

/** Unit rows on the grid of u, one or more per class. */
export interface Prototypes {
  /** C */
  readonly classes: number;
  readonly dimension: number;
  /** [R, D], those of one class beside each other, in the order of classes. */
  readonly rows: Float32Array;
  /** [C] rows of each class; null: one each. */
  readonly counts: readonly number[] | null;
}

/** Prototypes, and what became of the class means on the way. */
export interface Imprinted extends Prototypes {
  /** [R] length of each row before it was normalised: of x̄_c in plain imprinting. */
  readonly lengths: Float64Array;
  /** [R] r_c of balanced imprinting; 1 in plain imprinting. */
  readonly kept: readonly number[];
}

export interface ImprintOptions {
  /** Balanced imprinting evens out what unequal numbers of shots do to a class's chances; else plain (Qi et al.). */
  readonly balanced: boolean;
  /** Whether the rows will stand beside base classes: balanced rows then keep all of their shrinkage. */
  readonly base: boolean;
}

/**
 * Weights of all classes, in their order.
 *
 * Plain: p_c = norm(x̄_c), x̄_c = mean of the class's shots. Balanced: p_c = norm(m + r_c·(x̄_c - m)), m = mean of the
 * x̄_c, r_c from {@link shrinkage}. Where r_c is 1 (equal shots without a base, the class of most shots) that is plain
 * imprinting and computed as such, so the two agree to the bit. The parts of a class with several prototypes are imprinted
 * like classes.
 * @param scratch where it is computed; the rows are then good until it is used again
 * @throws RangeError without classes, for a class without shots, for unequal dimensions and for a mean of zero.
 */
export function imprint(
  classes: readonly ClassStatistics[],
  options: ImprintOptions,
  scratch?: Scratch,
): Imprinted {
  const dimension = requireShots(classes);
  const shots = classes.flatMap(partsOf);
  const rows = scratch?.rows(shots.length) ?? new Float32Array(shots.length * dimension);
  const means = shots.map((one, r) => writeClassMean(one, scratch?.vector(r) ?? new Float64Array(dimension)));
  const shrunk = scratch?.vector(shots.length) ?? new Float64Array(dimension);
  const balance = options.balanced ? shrinkage(shots, means, options.base) : null;
  const kept = balance?.kept ?? means.map(() => 1);
  const lengths = Float64Array.from(means, (mean, r) => {
    const centre = balance && kept[r] !== 1 ? towards(balance.centre, mean, kept[r]!, shrunk) : mean;
    return writeNormalised(centre, rows.subarray(r * dimension, (r + 1) * dimension));
  });
  return { classes: classes.length, dimension, rows, counts: countsOf(classes), lengths, kept };
}

/** Null where every class has one prototype: nothing is to be chosen from then. */
function countsOf(classes: readonly ClassStatistics[]): readonly number[] | null {
  const counts = classes.map((one) => partsOf(one).length);
  return counts.some((count) => count > 1) ? counts : null;
}

/**
 * A class's score is that of its best prototype: values [n, C] of values [n, R], which are returned as they are where every
 * class has one.
 */
export function bestOfEach(values: Float32Array, { counts }: Pick<Prototypes, 'counts'>): Float32Array {
  if (!counts) return values;
  const rows = counts.reduce((sum, count) => sum + count, 0);
  const best = new Float32Array((values.length / rows) * counts.length);
  let [from, to] = [0, 0];
  while (from < values.length)
    for (const count of counts) {
      let most = values[from++]!;
      for (let k = 1; k < count; k++) most = Math.max(most, values[from++]!);
      best[to++] = most;
    }
  return best;
}

/** Row r of the prototypes, a view [D]. */
export function prototype({ rows, dimension }: Prototypes, r: number): Float32Array {
  return rows.subarray(r * dimension, (r + 1) * dimension);
}

/** m + kept·(mean - m), written to `shrunk`. */
function towards(m: Float64Array, mean: Float64Array, kept: number, shrunk: Float64Array): Float64Array {
  for (let i = 0; i < m.length; i++) shrunk[i] = m[i]! + kept * (mean[i]! - m[i]!);
  return shrunk;
}

function requireShots(classes: readonly ClassStatistics[]): number {
  const dimension = classes[0]?.sum.length;
  if (dimension === undefined) throw new RangeError('imprinting needs at least one class, got none');
  classes.forEach(({ shots, sum }, c) => {
    requireLength(`sum of class ${c}`, sum.length, dimension);
    if (!(shots >= 1))
      throw new RangeError(`class ${c} of ${classes.length} has ${shots} shots: it cannot be imprinted`);
  });
  return dimension;
}
