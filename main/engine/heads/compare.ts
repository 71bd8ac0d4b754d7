/**
 * @file Before and after on the same held-out groups. Pure: runs in the engine and in tests.
 * Source: paired bootstrap, Efron, Tibshirani, 'An Introduction to the Bootstrap' (1993), chapter 13, by groups within classes.
 */
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { TrainingComparison } from '../../contract/areas/training';
import type { Figure, Interval } from '../../contract/evaluation';

/** A group that was held out, and which share of its images each named rightly. */
export interface Outcome {
  readonly class: number;
  readonly images: number;
  readonly before: number;
  readonly after: number;
}

const REPLICATES = 2000;
/** With fewer groups of different outcome no order of them is rare enough: 2·2⁻⁵ is above .05. */
const LEAST_DIFFERENT = 6;
/** Below this many groups an interval by resampling is too narrow to be shown. */
const LEAST_GROUPS = 10;

const NOTHING_HELD_OUT =
  'No class has a second image of another group, so nothing could be held out, and whether this is better than imprinting cannot be said. Label a second image of each class.';

/** @param seed of the resampling */
export function compare(outcomes: readonly Outcome[], folds: number, seed: number): TrainingComparison {
  if (outcomes.length === 0) {
    const figure = { value: null, interval: null, n: 0, groups: 0, why: NOTHING_HELD_OUT };
    return { before: figure, after: figure, difference: null, folds: 0, sentence: NOTHING_HELD_OUT };
  }
  const sampled = resampled(outcomes, seed);
  const value = mean(outcomes, (one) => one.after - one.before);
  const difference = { value, interval: intervalOf(sampled.map(({ before, after }) => after - before)) };
  return {
    before: figureOf(
      outcomes,
      mean(outcomes, (one) => one.before),
      sampled.map(({ before }) => before),
    ),
    after: figureOf(
      outcomes,
      mean(outcomes, (one) => one.after),
      sampled.map(({ after }) => after),
    ),
    difference,
    folds,
    sentence: sentenceOf(outcomes, difference.interval),
  };
}

function figureOf(outcomes: readonly Outcome[], value: number, samples: readonly number[]): Figure {
  const [n, groups] = [imagesOf(outcomes), outcomes.length];
  if (groups >= LEAST_GROUPS) return { value, interval: intervalOf(samples), n, groups, why: null };
  const why = `An interval needs ${LEAST_GROUPS} held-out groups of images; there are ${groups}.`;
  return { value, interval: null, n, groups, why };
}

/** Means of replicates in which the groups of each class are drawn anew, with replacement. */
function resampled(outcomes: readonly Outcome[], seed: number): { before: number; after: number }[] {
  const random = xoroshiro128plus(seed);
  const classes = [...new Set(outcomes.map((one) => one.class))].map((own) =>
    outcomes.filter((one) => one.class === own),
  );
  return Array.from({ length: REPLICATES }, () => {
    let [before, after] = [0, 0];
    for (const groups of classes)
      for (let i = 0; i < groups.length; i++) {
        const one = groups[uniformInt(random, 0, groups.length - 1)]!;
        before += one.before;
        after += one.after;
      }
    return { before: before / outcomes.length, after: after / outcomes.length };
  });
}

function intervalOf(samples: readonly number[]): Interval {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))]!;
  return [at(0.025), at(0.975)];
}

function sentenceOf(outcomes: readonly Outcome[], [low, high]: Interval): string {
  const different = outcomes.filter((one) => one.before !== one.after).length;
  const images = imagesOf(outcomes);
  if (different < LEAST_DIFFERENT || (low <= 0 && high >= 0))
    return `No difference that ${images === 1 ? '1 held-out image' : `${images} held-out images`} can show.`;
  const [least, most] = low > 0 ? [low, high] : [-high, -low];
  const points = `by ${points1(least)} to ${points1(most)} points on ${images} held-out images`;
  return low > 0 ? `Better than imprinting ${points}.` : `Worse than imprinting ${points}: discard it.`;
}

const points1 = (share: number): string => String(Math.round(100 * share));
const imagesOf = (outcomes: readonly Outcome[]): number =>
  outcomes.reduce((sum, { images }) => sum + images, 0);
const mean = (outcomes: readonly Outcome[], of: (one: Outcome) => number): number =>
  outcomes.reduce((sum, one) => sum + of(one), 0) / outcomes.length;
