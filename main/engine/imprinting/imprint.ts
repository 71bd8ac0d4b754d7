/**
 * @file Imprinting: class weights from the exact sums of a support set. Pure: runs in the engine and in tests.
 * Source: Qi, Brown, Lowe, 'Low-Shot Learning with Imprinted Weights', CVPR 2018, section 3.2; METHODS 1.
 */
import { requireLength } from './checks';
import type { Scratch } from './scratch';
import { shrinkage, writeClassMean } from './shrinkage';
import type { ClassStatistics } from './sums';
import { writeNormalised } from './unit';

/** Unit rows, one per class, on the grid of u. */
export interface Prototypes {
  readonly classes: number;
  readonly dimension: number;
  /** [C, D] */
  readonly rows: Float32Array;
}

/** Prototypes, and what became of the class means on the way. */
export interface Imprinted extends Prototypes {
  /** [C] length of each row before it was normalised: of x̄_c in plain imprinting. */
  readonly lengths: Float64Array;
  /** [C] r_c of balanced imprinting; 1 in plain imprinting. */
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
 * imprinting and computed as such, so the two agree to the bit.
 * @param scratch where it is computed; the rows are then good until it is used again
 * @throws RangeError without classes, for a class without shots, for unequal dimensions and for a mean of zero.
 */
export function imprint(
  classes: readonly ClassStatistics[],
  options: ImprintOptions,
  scratch?: Scratch,
): Imprinted {
  const dimension = requireShots(classes);
  const rows = scratch?.rows(classes.length) ?? new Float32Array(classes.length * dimension);
  const means = classes.map((one, c) =>
    writeClassMean(one, scratch?.vector(c) ?? new Float64Array(dimension)),
  );
  const shrunk = scratch?.vector(classes.length) ?? new Float64Array(dimension);
  const balance = options.balanced ? shrinkage(classes, means, options.base) : null;
  const kept = balance?.kept ?? means.map(() => 1);
  const lengths = Float64Array.from(means, (mean, c) => {
    const centre = balance && kept[c] !== 1 ? towards(balance.centre, mean, kept[c]!, shrunk) : mean;
    return writeNormalised(centre, rows.subarray(c * dimension, (c + 1) * dimension));
  });
  return { classes: classes.length, dimension, rows, lengths, kept };
}

/** Row c of the prototypes, a view [D]. */
export function prototype({ rows, dimension }: Prototypes, c: number): Float32Array {
  return rows.subarray(c * dimension, (c + 1) * dimension);
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
