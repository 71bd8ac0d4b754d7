/**
 * @file Two estimates on the same held-out groups: how far they differ, and how sure that is. Pure: runs in the engine and in
 * tests. Source: the percentile bootstrap over groups within classes, Efron and Tibshirani, 'An Introduction to the
 * Bootstrap' (1993), chapter 13.
 */
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { PairedEstimate } from '../../contract/areas/looks';
import { groupAccuracy } from './estimate';
import type { HeldOut } from './folds';

const SEED = 20180618;
const REPLICATES = 2000;
/** Ends of the 95 % interval. */
const ENDS = [0.025, 0.975] as const;

/**
 * Each group is resampled within its class, so that a class keeps its weight.
 * @param one held-out groups, one at least
 * @param several the same groups in the same order
 * @throws RangeError where they are not the same groups
 */
export function pairedEstimate(one: readonly HeldOut[], several: readonly HeldOut[]): PairedEstimate {
  requireSame(one, several);
  const [before, after] = [one.map(groupAccuracy), several.map(groupAccuracy)];
  const differences = after.map((value, i) => value - before[i]!);
  return {
    one: mean(before),
    several: mean(after),
    difference: mean(differences),
    interval: intervalOf(byClass(one, differences)),
    groups: one.length,
    images: one.reduce((sum, { cosines }) => sum + cosines.length, 0),
    changed: differences.filter((value) => value !== 0).length,
  };
}

function requireSame(one: readonly HeldOut[], several: readonly HeldOut[]): void {
  const name = (held: readonly HeldOut[]): string => JSON.stringify(held.map((h) => [h.class, h.group]));
  if (one.length === 0 || name(one) !== name(several))
    throw new RangeError(`${one.length} and ${several.length} held-out groups are not the same`);
}

function byClass(held: readonly HeldOut[], differences: readonly number[]): number[][] {
  const classes = new Map<number, number[]>();
  held.forEach(({ class: own }, i) => {
    const known = classes.get(own);
    if (known) known.push(differences[i]!);
    else classes.set(own, [differences[i]!]);
  });
  return [...classes.values()];
}

/** 95 % of the means that the same number of groups of each class, drawn from these, would have. */
function intervalOf(strata: readonly (readonly number[])[]): [low: number, high: number] {
  const random = xoroshiro128plus(SEED);
  const total = strata.reduce((sum, { length }) => sum + length, 0);
  const means = Float64Array.from({ length: REPLICATES }, () => {
    let sum = 0;
    for (const values of strata)
      for (let i = 0; i < values.length; i++) sum += values[uniformInt(random, 0, values.length - 1)]!;
    return sum / total;
  }).sort();
  const at = (end: number): number => means[Math.round(end * (REPLICATES - 1))]!;
  return [at(ENDS[0]), at(ENDS[1])];
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
