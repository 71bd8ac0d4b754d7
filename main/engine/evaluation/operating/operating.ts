/**
 * @file From which confidence on to call an image one of a class that must not be missed: misses against false alarms, from check
 * items only. Pure: runs in the engine and in tests.
 *
 * [Note: a threshold with a promise]
 * Misses only grow with the threshold. The chosen one is the highest at which they are at most the wanted share with 95 % certainty, by
 * the one-sided bound of Clopper and Pearson; since it is the last of a monotone sequence, choosing it on the same items breaks
 * no promise (Bates, Angelopoulos, Lei, Malik, Jordan, 'Distribution-Free, Risk-Controlling Prediction Sets', Journal of the ACM
 * 68, 2021). Images of one group count as few as [Note: interval of a share] says. With n independent images without a miss the
 * bound is 1 - .05^(1/n), so a wanted share w takes ln(.05)/ln(1 - w) of them: 59 for 5 %.
 */
import type { ClassThreshold, OperatingCurve, OperatingPoint } from '../../../contract/evaluation';
import { effectiveItems, type Tally } from '../intervals';
import { shareAtMost } from '../statistics/bounds';
import { told } from '../../../../strings/words';

/** A check item, and what the classifier says of each class. */
export interface ScoredCheck {
  readonly class: number;
  readonly group: string;
  /** [C] confidences, or cosines where no percentages are shown; -Infinity for a class that has not been taught. */
  readonly scores: ArrayLike<number>;
}

export interface OperatingOptions {
  /** Position of the class that must not be missed, and its name. */
  readonly class: number;
  readonly name: string;
  readonly scale: OperatingCurve['scale'];
  /** Share of its images that may be missed, above 0 and below 1. */
  readonly wanted: number;
}

/** With fewer independent images a curve would be a few steps of chance. */
const LEAST_GROUPS = 5;
/** More are not told apart on a screen. */
const MOST_POINTS = 200;

/** Independent images without a miss that it takes to promise a share of misses. */
export const casesNeeded = (wanted: number): number =>
  Math.ceil(Math.log(0.05) / Math.log(1 - wanted) - 1e-9);

export function operatingCurve(checks: readonly ScoredCheck[], options: OperatingOptions): OperatingCurve {
  const { class: own, wanted, scale } = options;
  const cases = checks.filter((check) => check.class === own).map((check) => asked(check, own));
  const others = checks.filter((check) => check.class !== own).map((check) => asked(check, own));
  const counts = { cases: countOf(cases), others: countOf(others) };
  const points = counts.cases.groups < LEAST_GROUPS ? [] : pointsOf(cases, others);
  const chosen = points.filter(({ missesAtMost }) => missesAtMost <= wanted).at(-1) ?? null;
  const needed = casesNeeded(wanted);
  const why = chosen ? null : told().operating.refusal(options, counts.cases, needed);
  return {
    ...{ class: own, scale, wanted, chosen, needed, why, ...counts },
    points: thinned(points, chosen),
    sentence: why ?? told().operating.sentence(options, chosen!, counts),
  };
}

/** The chosen point of every class at the same wanted share. @param names [C] */
export function thresholdsPerClass(
  checks: readonly ScoredCheck[],
  names: readonly string[],
  { scale, wanted }: Pick<OperatingOptions, 'scale' | 'wanted'>,
): ClassThreshold[] {
  return names.map((name, own) => {
    const { chosen, cases } = operatingCurve(checks, { class: own, name, scale, wanted });
    return { class: own, point: chosen, cases };
  });
}

interface Asked {
  readonly group: string;
  readonly score: number;
}

const asked = ({ group, scores }: ScoredCheck, own: number): Asked => ({ group, score: scores[own]! });

const countOf = (some: readonly Asked[]): { n: number; groups: number } => ({
  n: some.length,
  groups: new Set(some.map(({ group }) => group)).size,
});

/** One for each score of a case: between two of them only false alarms would be added. */
function pointsOf(cases: readonly Asked[], others: readonly Asked[]): OperatingPoint[] {
  const thresholds = [...new Set(cases.map(({ score }) => score))]
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  return thresholds.map((threshold) => {
    const misses = shareOf(cases, ({ score }) => score < threshold);
    const alarms = shareOf(others, ({ score }) => score >= threshold);
    return {
      threshold,
      misses: misses.share,
      missesAtMost: misses.atMost,
      falseAlarms: alarms.share,
      falseAlarmsAtMost: alarms.atMost,
    };
  });
}

/** Of no items the share is 0, and at most 1. */
function shareOf(some: readonly Asked[], counts: (one: Asked) => boolean): { share: number; atMost: number } {
  if (some.length === 0) return { share: 0, atMost: 1 };
  const groups = new Map<string, { items: number; right: number }>();
  for (const one of some) {
    const tally = groups.get(one.group) ?? { items: 0, right: 0 };
    groups.set(one.group, { items: tally.items + 1, right: tally.right + Number(counts(one)) });
  }
  const tallies: Tally[] = [...groups.values()];
  const share = tallies.reduce((sum, { right }) => sum + right, 0) / some.length;
  const effective = effectiveItems(tallies);
  return { share, atMost: shareAtMost(share * effective, effective) };
}

/** Evenly some of many, with the chosen one among them. */
function thinned(points: readonly OperatingPoint[], chosen: OperatingPoint | null): OperatingPoint[] {
  const step = Math.ceil(points.length / MOST_POINTS);
  return points.filter((point, i) => i % step === 0 || i === points.length - 1 || point === chosen);
}
