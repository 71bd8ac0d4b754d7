/**
 * @file What answers came to, in the units that statistics are made of: single splits, and shots (the groups within classes).
 * Pure: runs in the engine and in tests.
 */
import type { SplitAnswers } from '../answering';
import type { EvaluatedSet } from '../evaluatedSet';
import type { Plan } from '../splits/plan';
import type { Split } from '../splits/split';

/** A value for each query of each split: 1 right, 0 wrong; or the difference of that between two methods. */
export type Values = readonly Float64Array[];

export interface ShotOutcome {
  readonly class: number;
  /** Mean of its images' values over all splits that asked it. */
  readonly value: number;
  /** Variance that this mean has because it was asked in few splits. */
  readonly noise: number;
}

export interface Outcome {
  /** Weighted mean value in each split; NaN where nothing was asked. */
  readonly perSplit: Float64Array;
  /** The same of the episodes of each replicate. */
  readonly perReplicate: readonly Float64Array[];
  /** By class and group; every one counts the same. */
  readonly shots: readonly ShotOutcome[];
}

/** All splits of a plan in the order in which methods answer them: those of replicates come last. */
export const allSplits = ({ splits, replicates }: Plan): Split[] => [...splits, ...replicates.flat()];

export function rightOf(
  set: EvaluatedSet,
  splits: readonly Split[],
  answers: readonly SplitAnswers[],
): Values {
  return splits.map(({ query }, s) =>
    Float64Array.from(query, (row, i) => Number(answers[s]!.guesses[i] === set.labels[row])),
  );
}

export function differenceOf(values: Values, others: Values): Values {
  return values.map((split, s) => split.map((value, i) => value - others[s]![i]!));
}

/** @param values of {@link allSplits} */
export function outcomeOf(set: EvaluatedSet, plan: Plan, values: Values): Outcome {
  const splits = allSplits(plan);
  const means = Float64Array.from(splits, ({ weights }, s) => weightedMean(values[s]!, weights));
  const [plain, each] = [plan.splits.length, plan.replicates[0]?.length ?? 0];
  return {
    perSplit: means.slice(0, plain),
    perReplicate: plan.replicates.map((_, r) => means.slice(plain + r * each, plain + (r + 1) * each)),
    shots: shotOutcomes(set, plan.splits, values),
  };
}

interface Sums {
  class: number;
  times: number;
  sum: number;
  squares: number;
}

function shotOutcomes(set: EvaluatedSet, splits: readonly Split[], values: Values): ShotOutcome[] {
  const shots = new Map<string, Sums>();
  splits.forEach(({ query, weights }, s) => {
    const inSplit = new Map<string, number>();
    query.forEach((row, i) => {
      const key = `${set.labels[row]} ${set.groups[row]}`;
      inSplit.set(key, (inSplit.get(key) ?? 0) + weights[i]! * values[s]![i]!);
      if (!shots.has(key)) shots.set(key, { class: set.labels[row]!, times: 0, sum: 0, squares: 0 });
    });
    for (const [key, value] of inSplit) add(shots.get(key)!, value);
  });
  return [...shots.values()].map(({ class: own, times, sum, squares }) => ({
    class: own,
    value: sum / times,
    noise: times < 2 ? 0 : Math.max(0, squares / times - (sum / times) ** 2) / (times - 1),
  }));
}

function add(sums: Sums, value: number): void {
  sums.times += 1;
  sums.sum += value;
  sums.squares += value ** 2;
}

function weightedMean(values: Float64Array, weights: Float64Array): number {
  let [sum, all] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    sum += values[i]! * weights[i]!;
    all += weights[i]!;
  }
  return sum / all;
}
