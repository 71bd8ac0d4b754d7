/**
 * @file How far a share, or a difference of two, may be off: by folds and by episodes. Pure: runs in the engine and in tests.
 *
 * [Note: few errors]
 * Where fewer than five groups are wrong (or right), drawing them again says next to nothing of those that were not met: a method
 * without an error would seem to be certain. Then a share has at least Wilson's interval for as many groups. A difference for
 * which fewer than ten groups speak has at least that of Agresti and Min (Statistics in Medicine 24, 2005): half a group is
 * added to each of the four kinds of pairs.
 */
import type { Interval } from '../../../contract/evaluation';
import { wilson } from '../intervals';
import { heldOutVariance } from './bootstrap';
import { mean, quantile, sum, variance } from './moments';
import type { Outcome } from './outcome';

/** 97.5 % quantile of the standard normal distribution. */
const Z = 1.959963984540054;
const FEW_ERRORS = 5;
const FEW_PAIRS = 10;

export interface Spread {
  readonly value: number;
  /** As the data say it; see {@link shareInterval} and {@link differenceInterval}. */
  readonly interval: Interval;
}

export interface EpisodeSpread extends Spread {
  /** Standard error of `value`, and the part of it that is chance of the episodes drawn. */
  readonly error: number;
  readonly monteCarlo: number;
}

/** @param replicates means of `replicatedMeans`, sorted */
export function spreadOfFolds({ shots }: Outcome, replicates: Float64Array): Spread {
  const value = mean(shots.map((shot) => shot.value));
  return { value, interval: [quantile(replicates, 0.025), quantile(replicates, 0.975)] };
}

/**
 * 'Support and query together': SE² = max(σ²_boot, σ²_held) + σ²_MC/E. σ²_boot = max(0, variance between the means of replicates -
 * variance within/k) is what other groups of the same classes would change; σ²_held is the same from what groups came to when
 * they were asked, which still speaks where a class has hardly more groups than teach.
 */
export function spreadOfEpisodes({ perSplit, perReplicate, shots }: Outcome): EpisodeSpread {
  const asked = perSplit.filter((value) => !Number.isNaN(value));
  const chance = variance(asked) / asked.length;
  const replicates = perReplicate.filter((values) => !values.some(Number.isNaN));
  const others = Math.max(betweenReplicates(replicates), heldOutVariance(shots));
  const [value, error] = [mean(asked), Math.sqrt(others + chance)];
  return { value, error, monteCarlo: Math.sqrt(chance), interval: [value - Z * error, value + Z * error] };
}

function betweenReplicates(replicates: readonly Float64Array[]): number {
  if (replicates.length === 0) return 0;
  const within = mean(replicates.map(variance)) / replicates[0]!.length;
  return Math.max(0, variance(replicates.map(mean)) - within);
}

/** Half of the 95 % interval of a standard error. */
export const halfWidth = (error: number): number => Z * error;

/** The interval of a share, within 0 and 1. See [Note: few errors]. @param groups it was counted on */
export function shareInterval({ value, interval }: Spread, groups: number): Interval {
  const few = Math.min(value, 1 - value) * groups < FEW_ERRORS;
  const [low, high] = few ? widest(interval, wilson(value, groups)) : interval;
  return [Math.max(0, low), Math.min(1, high)];
}

/** The interval of a difference, within -1 and 1. See [Note: few errors]. */
export function differenceInterval({ interval }: Spread, { shots }: Outcome): Interval {
  const better = sum(shots.map(({ value }) => Math.max(0, value)));
  const worse = sum(shots.map(({ value }) => Math.max(0, -value)));
  const few = better + worse < FEW_PAIRS;
  const [low, high] = few ? widest(interval, agrestiMin(better, worse, shots.length)) : interval;
  return [Math.max(-1, low), Math.min(1, high)];
}

const widest = (one: Interval, other: Interval): Interval => [
  Math.min(one[0], other[0]),
  Math.max(one[1], other[1]),
];

/** @param better groups that speak for the one, `worse` for the other, of n */
function agrestiMin(better: number, worse: number, n: number): Interval {
  const [b, c, all] = [better + 0.5, worse + 0.5, n + 2];
  const difference = (b - c) / all;
  const error = Math.sqrt(b + c - (b - c) ** 2 / all) / all;
  return [difference - Z * error, difference + Z * error];
}
