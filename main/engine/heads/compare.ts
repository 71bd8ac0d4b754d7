/**
 * @file Before and after on the same held-out groups, by the statistics of contests: groups drawn again within classes, signs
 * flipped. Pure but for letting others through; runs in the engine and in tests.
 */
import type { TrainingComparison } from '../../contract/areas/training';
import type { Figure, Interval } from '../../contract/evaluation';
import { replicatedMeans, strataOf } from '../evaluation/statistics/bootstrap';
import { differenceInterval, shareInterval, spreadOfFolds } from '../evaluation/statistics/estimates';
import { sum } from '../evaluation/statistics/moments';
import type { ShotOutcome } from '../evaluation/statistics/outcome';
import { signFlipP } from '../evaluation/statistics/tests';
import { told } from '../../../strings/words';

/** A group that was held out, and which share of its images each named rightly. */
export interface Outcome {
  readonly class: number;
  readonly images: number;
  readonly before: number;
  readonly after: number;
}

/** Above it a difference may well be chance. */
const LEVEL = 0.05;
/** Below this many groups an interval by resampling is too narrow to be shown. */
const LEAST_GROUPS = 10;

/** @param seed of the resampling */
export async function compare(
  outcomes: readonly Outcome[],
  folds: number,
  seed: number,
): Promise<TrainingComparison> {
  if (outcomes.length === 0) {
    const figure = { value: null, interval: null, n: 0, groups: 0, why: told().engine.nothingHeldOutForHead };
    return {
      before: figure,
      after: figure,
      difference: null,
      folds: 0,
      sentence: told().engine.nothingHeldOutForHead,
    };
  }
  const all = [
    shotsOf(outcomes, ({ before }) => before),
    shotsOf(outcomes, ({ after }) => after),
    shotsOf(outcomes, ({ before, after }) => after - before),
  ] as const;
  const [before, after, gain] = all;
  const drawn = await replicatedMeans(all.map(valuesOf), strataOf(gain), seed);
  const spread = spreadOfFolds({ shots: gain }, drawn[2]!);
  const difference = { value: spread.value, interval: differenceInterval(spread, { shots: gain }) };
  return {
    before: figureOf(outcomes, before, drawn[0]!),
    after: figureOf(outcomes, after, drawn[1]!),
    difference,
    folds,
    sentence: sentenceOf(imagesOf(outcomes), difference.interval, signFlipP(valuesOf(gain), seed)),
  };
}

function figureOf(
  outcomes: readonly Outcome[],
  shots: readonly ShotOutcome[],
  replicates: Float64Array,
): Figure {
  const [n, groups] = [imagesOf(outcomes), outcomes.length];
  const spread = spreadOfFolds({ shots }, replicates);
  const { value } = spread;
  if (groups >= LEAST_GROUPS) return { value, interval: shareInterval(spread, groups), n, groups, why: null };
  const why = told().engine.intervalNeeds(LEAST_GROUPS, groups);
  return { value, interval: null, n, groups, why };
}

function sentenceOf(images: number, [low, high]: Interval, p: number): string {
  if (p > LEVEL || (low <= 0 && high >= 0)) return told().contests.noHeldOut(images);
  return low > 0
    ? told().contests.headBetter(low, high, images)
    : told().contests.headWorse(-high, -low, images);
}

/** Each group was asked once: there is no chance of splits in what it came to. */
const shotsOf = (outcomes: readonly Outcome[], of: (one: Outcome) => number): ShotOutcome[] =>
  outcomes.map((one) => ({ class: one.class, value: of(one), noise: 0 }));
const valuesOf = (shots: readonly ShotOutcome[]): number[] => shots.map(({ value }) => value);
const imagesOf = (outcomes: readonly Outcome[]): number => sum(outcomes.map(({ images }) => images));
