/** @file The results of `evaluate` as its JSON has them: accuracies and their differences in percent. Pure; runs in main. */
import type { Figure, Interval, MethodResult } from '../../contract/evaluation';
import type { MethodId } from '../../contract/training';
import type { ContestRows } from '../../engine/evaluating/contest';
import type { EvaluateOptions } from '../invocation';

export interface Evaluated {
  /** One, or one for each number of shots. */
  contests: ContestRows[];
  across: string | null;
  /** Images that could not be read. */
  failed: number;
}

export interface EvaluateReport {
  protocol: {
    version: number;
    prng: string;
    rule: EvaluateOptions['rule']['kind'];
    /** Classes of each episode. */
    ways: number | 'all';
    /** Per class that teach; empty where folds were asked about. */
    shots: number[];
    episodes: number | null;
    folds: number | null;
    seed: number;
    images: number;
    groups: number;
    classes: string[];
    failed: number;
    options: Pick<
      EvaluateOptions,
      'base' | 'join' | 'offset' | 'backbone' | 'projection' | 'steps' | 'others' | 'across' | 'embeddings'
    >;
    embeddingHash: string;
  };
  results: EvaluateResult[];
  /** What may be said of each number of shots. */
  sentences: { shots: number | null; sentence: string }[];
}

export interface EvaluateResult {
  method: MethodId;
  shots: number | null;
  accuracy: number | null;
  ci95: Interval | null;
  /** To imprinting on the same images, in points. */
  pairedDifference: number | null;
  pairedCi95: Interval | null;
  p: number | null;
  pHolm: number | null;
  /** Half the width of the interval that drawing more episodes would make as narrow as you like; null with folds. */
  monteCarlo95: number | null;
  base: number | null;
  novel: number | null;
  harmonicMean: number | null;
  all: number | null;
  macro: number | null;
  /** A fraction. */
  calibrationError: number | null;
  /** Images and groups that were asked about. */
  images: number;
  groups: number;
  /** Median time of one fit and its answers. */
  seconds: number;
  /** Or fold; null where nothing was asked in it. */
  perEpisode: (number | null)[];
  perClass: {
    class: string;
    images: number;
    recall: number | null;
    precision: number | null;
    f1: number | null;
  }[];
  /** Why it took no part, or why figures are null. */
  why: string | null;
}

export function reportOf({ contests, failed }: Evaluated, options: EvaluateOptions): EvaluateReport {
  const { rule, seed } = options;
  const [first] = contests;
  if (!first) throw new RangeError('no contest to report');
  const { version, prng, images, groups, embeddingHash } = first.protocol;
  const { base, join, offset, backbone, projection, steps, others, across, embeddings } = options;
  const drawn = rule.kind === 'episodes' ? rule : null;
  return {
    protocol: {
      ...{ version, prng, rule: rule.kind, ways: drawn?.ways ?? 'all', shots: drawn?.shots ?? [] },
      ...{ episodes: drawn?.episodes ?? null, folds: rule.kind === 'k-fold' ? rule.folds : null, seed },
      ...{ images, groups, classes: first.classes, failed },
      options: { base, join, offset, backbone, projection, steps, others, across, embeddings },
      embeddingHash,
    },
    results: contests.flatMap((contest) => contest.results.map((result) => resultOf(result, contest))),
    sentences: contests.map((contest) => ({ shots: shotsOf(contest), sentence: contest.sentence })),
  };
}

export const shotsOf = ({ protocol: { rule } }: Pick<ContestRows, 'protocol'>): number | null =>
  rule.kind === 'episodes' ? rule.shots : null;

function resultOf(result: MethodResult, contest: ContestRows): EvaluateResult {
  const { method, accuracy, base, all, difference, seconds, failed } = result;
  const shots = shotsOf(contest);

  return {
    ...{ method, shots, accuracy: percent(accuracy.value), ci95: percents(accuracy.interval) },
    ...{ pairedDifference: percent(difference?.value), pairedCi95: percents(difference?.interval) },
    ...{ p: difference?.p ?? null, pHolm: difference?.pHolm ?? null },
    monteCarlo95: percent(result.monteCarlo),
    // All-way: where base classes stand beside, their winning is a miss.
    ...{
      base: percent(base.value),
      novel: percent(accuracy.value),
      harmonicMean: percent(result.harmonicMean),
    },
    ...{ all: percent(all.value), macro: percent(result.macro), calibrationError: result.reliability.error },
    ...{ images: accuracy.n, groups: accuracy.groups, seconds: seconds.fit + seconds.predict },
    perEpisode: result.perSplit.map(percent),
    perClass: result.perClass.map(({ class: own, recall, precision, f1 }) => ({
      ...{ class: contest.classes[own] ?? '', images: recall.n },
      ...{ recall: percent(recall.value), precision: percent(precision.value), f1 },
    })),
    why: failed ?? whyOf(accuracy, ...(contest.protocol.base === 'none' ? [] : [base])),
  };
}

const whyOf = (...figures: Figure[]): string | null => figures.find(({ why }) => why !== null)?.why ?? null;

const percent = (value: number | null | undefined): number | null =>
  value === null || value === undefined ? null : 100 * value;
const percents = (interval: Interval | null | undefined): Interval | null =>
  interval ? [100 * interval[0], 100 * interval[1]] : null;
