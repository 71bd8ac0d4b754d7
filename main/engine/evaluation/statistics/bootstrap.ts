/**
 * @file Held-out results drawn again: groups within classes, with replacement. Pure but for letting others through; runs in the
 * engine and in tests. Source: Efron, 'Bootstrap Methods: Another Look at the Jackknife' (Annals of Statistics 7, 1979); strata,
 * and the factor n/(n - 1) for small ones: Davison, Hinkley, 'Bootstrap Methods and their Application' (1997).
 */
import { setImmediate } from 'node:timers/promises';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import type { ShotOutcome } from './outcome';
import { mean, variance } from './moments';

export const REPLICATES = 2000;
/** Replicates between two pauses. */
const AT_ONCE = 50;

/** Places of the shots of each class; classes that have one only are put together, or they would seem to be certain. */
export function strataOf(shots: readonly ShotOutcome[]): number[][] {
  const byClass = new Map<number, number[]>();
  shots.forEach(({ class: own }, place) => byClass.set(own, [...(byClass.get(own) ?? []), place]));
  const strata = [...byClass.values()];
  const lonely = strata.filter(({ length }) => length === 1).flat();
  return [...strata.filter(({ length }) => length > 1), ...(lonely.length > 0 ? [lonely] : [])];
}

/**
 * Means of {@link REPLICATES} replicates for each of several outcomes on the same shots, all from the same draws.
 * @param values [outcomes][shots]
 * @returns [outcomes][replicates], sorted
 */
export async function replicatedMeans(
  values: readonly (readonly number[])[],
  strata: readonly (readonly number[])[],
  seed: number,
): Promise<Float64Array[]> {
  const random = xoroshiro128plus(seed);
  const means = values.map(() => new Float64Array(REPLICATES));
  const centres = values.map((one) => strata.map((places) => mean(places.map((place) => one[place]!))));
  const all = strata.reduce((count, { length }) => count + length, 0);
  for (let replicate = 0; replicate < REPLICATES; replicate++) {
    strata.forEach((places, h) => {
      const drawn = places.map(() => places[uniformInt(random, 0, places.length - 1)]!);
      const widen = places.length > 1 ? Math.sqrt(places.length / (places.length - 1)) : 1;
      values.forEach((one, v) => {
        const centre = centres[v]![h]!;
        let off = 0;
        for (const place of drawn) off += one[place]! - centre;
        means[v]![replicate]! += (centre * places.length + widen * off) / all;
      });
    });
    if (replicate % AT_ONCE === AT_ONCE - 1) await setImmediate();
  }
  return means.map((one) => one.sort());
}

/** Variance of the mean of all shots when groups are drawn again within classes; without what is chance of few splits. */
export function heldOutVariance(shots: readonly ShotOutcome[]): number {
  const within = strataOf(shots).reduce((total, places) => {
    const spread = variance(places.map((place) => shots[place]!.value));
    const noise = mean(places.map((place) => shots[place]!.noise));
    return total + places.length * Math.max(0, spread - noise);
  }, 0);
  return within / shots.length ** 2;
}
