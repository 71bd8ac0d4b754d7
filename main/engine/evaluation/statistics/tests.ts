/**
 * @file Whether a difference could be chance: sign flips for folds, Student's test for episodes, and Holm's correction. Pure:
 * runs in the engine and in tests.
 */
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import jstat from 'jstat';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { sum } from './moments';

const FLIPS = 9999;
/** Up to so many groups that differ, all signs are gone through. */
const ALL_SIGNS = 12;
/** Signs taken from one draw. */
const BITS = 30;
/** Sums of tenths are not equal to the last bit. */
const SLACK = 1e-9;

/**
 * Two-sided p by flipping the signs of the groups' differences (Fisher, 'The Design of Experiments', 1935): the share of
 * assignments with a sum as large. 1 where no group differs.
 */
export function signFlipP(differences: readonly number[], seed: number): number {
  const values = differences.filter((value) => value !== 0);
  const observed = Math.abs(sum(values)) - SLACK;
  if (values.length <= ALL_SIGNS) return exactP(values, observed);
  const random = xoroshiro128plus(seed);
  let as = 0;
  for (let flip = 0; flip < FLIPS; flip++) {
    let [total, bits] = [0, 0];
    for (let i = 0; i < values.length; i++) {
      if (i % BITS === 0) bits = uniformInt(random, 0, 2 ** BITS - 1);
      total += bits & 1 ? values[i]! : -values[i]!;
      bits >>= 1;
    }
    if (Math.abs(total) >= observed) as++;
  }
  return (1 + as) / (1 + FLIPS);
}

function exactP(values: readonly number[], observed: number): number {
  let as = 0;
  for (let signs = 0; signs < 2 ** values.length; signs++) {
    const total = values.reduce((part, value, i) => part + ((signs >> i) & 1 ? value : -value), 0);
    if (Math.abs(total) >= observed) as++;
  }
  return as / 2 ** values.length;
}

/** Two-sided p of a value whose standard error is known from so many degrees of freedom; 1 where the value is 0. */
export function studentP(value: number, error: number, freedom: number): number {
  return value === 0 ? 1 : 2 * jstat.jStat.studentt.cdf(-Math.abs(value) / error, freedom);
}

/** Adjusted p of several tests, in their order (Holm, Scandinavian Journal of Statistics 6, 1979); null stays null. */
export function holm(ps: readonly (number | null)[]): (number | null)[] {
  const known = ps.flatMap((p, place) => (p === null ? [] : [{ p, place }])).sort((a, b) => a.p - b.p);
  const adjusted: (number | null)[] = ps.map(() => null);
  let most = 0;
  known.forEach(({ p, place }, rank) => {
    most = Math.max(most, Math.min(1, (known.length - rank) * p));
    adjusted[place] = most;
  });
  return adjusted;
}
