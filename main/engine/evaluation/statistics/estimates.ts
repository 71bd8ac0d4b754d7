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
import { widthOf } from './bounds';
import { heldOutVariance } from './bootstrap';
import { mean, quantile, sum, variance } from './moments';
import type { Outcome } from './outcome';

/** 97.5 % quantile of the standard normal distribution. */
const Z = 1.959963984540054;
const FEW_ERRORS = 5;
const FEW_PAIRS = 10;
/**
 * By how much more than by what is asked a mean may vary with which groups teach and are asked. It was 1.1 to 3.7 times on invented data. With
 * a few of many classes in each episode the difference of variances is mostly noise, and this keeps it in bounds.
 */
const MOST_BY_SUPPORT = 5;
/** Satterthwaite's freedom is itself a guess, and far too low where a difference of variances came out small by chance. */
const LEAST_FREEDOM = 10;

export interface Spread {
  readonly value: number;
  /** As the data say it; see {@link shareInterval} and {@link differenceInterval}. */
  readonly interval: Interval;
}

export interface EpisodeSpread extends Spread {
  /** Standard error of `value`, and the part of it that is chance of the episodes drawn. */
  readonly error: number;
  readonly monteCarlo: number;
  /** Degrees of freedom that `error` is known from. */
  readonly freedom: number;
}

/**
 * Held-out groups are asked by heads that share nearly all of their support, which drawing their results again does not see. On invented
 * data that made intervals too narrow by 1 + 1/n, n groups of a class, which they are widened by (docs/methods.md, 5); and by
 * Student's quantile, as few groups know their own variance.
 * @param replicates means of `replicatedMeans`, sorted
 */
export function spreadOfFolds({ shots }: Pick<Outcome, 'shots'>, replicates: Float64Array): Spread {
  const value = mean(shots.map((shot) => shot.value));
  const classes = shots.length - freedomWithin(shots);
  const widen = (1 + classes / shots.length) * (widthOf(freedomWithin(shots)) / Z);
  const end = (p: number): number => value + widen * (quantile(replicates, p) - value);
  return { value, interval: [end(0.025), end(0.975)] };
}

/**
 * 'Support and query together': SE² = σ²_boot + σ²_MC/E. σ²_boot = variance between the means of replicates - variance within/k is
 * what other groups of the same classes would change. It is kept between σ²_held, the same from what groups came to when they were
 * asked, and {@link MOST_BY_SUPPORT} times that. As all of these are known from few replicates and groups, the interval is
 * Student's, with the degrees of freedom of Satterthwaite (Biometrics Bulletin 2, 1946).
 */
export function spreadOfEpisodes({ perSplit, perReplicate, shots }: Outcome): EpisodeSpread {
  const asked = perSplit.filter((value) => !Number.isNaN(value));
  const chance = varianceOf(variance(asked) / asked.length, asked.length - 1);
  const drawnAgain = betweenReplicates(perReplicate.filter((values) => !values.some(Number.isNaN)));
  const heldOut = (times: number): Estimated =>
    varianceOf(times * heldOutVariance(shots), freedomWithin(shots));
  const others = between(drawnAgain, heldOut(1), heldOut(MOST_BY_SUPPORT));
  const total = others.value + chance.value;
  const [value, error] = [mean(asked), Math.sqrt(total)];
  const noise = others.noise + chance.noise;
  const freedom = Math.max(LEAST_FREEDOM, noise > 0 ? (2 * total ** 2) / noise : 0);
  const half = error * widthOf(freedom);
  const interval: Interval = [value - half, value + half];
  return { value, error, freedom, monteCarlo: Math.sqrt(chance.value), interval };
}

/** @returns the first, or the end of the range that it lies beyond */
function between(value: Estimated, least: Estimated, most: Estimated): Estimated {
  if (value.value < least.value) return least;
  return value.value > most.value ? most : value;
}

/** A variance that was estimated, and the variance of that estimate. */
interface Estimated {
  readonly value: number;
  readonly noise: number;
}

const varianceOf = (value: number, freedom: number): Estimated => ({
  value,
  noise: (2 * value ** 2) / Math.max(1, freedom),
});

const freedomWithin = (shots: Outcome['shots']): number =>
  shots.length - new Set(shots.map((shot) => shot.class)).size;

function betweenReplicates(replicates: readonly Float64Array[]): Estimated {
  const [count, each] = [replicates.length, replicates[0]?.length ?? 0];
  if (count < 2) return { value: 0, noise: 0 };
  const between = varianceOf(variance(replicates.map(mean)), count - 1);
  const within = varianceOf(mean(replicates.map(variance)) / each, count * (each - 1));
  return { value: between.value - within.value, noise: between.noise + within.noise };
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
export function differenceInterval({ interval }: Spread, { shots }: Pick<Outcome, 'shots'>): Interval {
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
