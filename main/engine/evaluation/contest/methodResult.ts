/** @file What one method came to, as figures. Pure: runs in the engine and in tests. */
import type { Figure, MethodResult } from '../../../contract/evaluation';
import { answeredOf } from '../../evaluating/answered';
import type { Asked } from '../../evaluating/asked';
import type { EvaluatedSet } from '../evaluatedSet';
import { wilson } from '../intervals';
import type { MethodRun } from '../run';
import type { Plan } from '../splits/plan';
import { mean } from '../statistics/moments';
import { told } from '../../../../strings/words';

/** With fewer groups nothing is said of a whole set. */
const LEAST_GROUPS = 5;

export interface Asking {
  readonly set: EvaluatedSet;
  readonly plan: Plan;
  /** Whether the classes have shots enough for percentages (METHODS 1b). */
  readonly shown: boolean;
  /** Images of base classes; 0: not measured. */
  readonly baseImages: number;
}

/** What `compare.ts` adds. */
export type Compared = 'difference' | 'sentence';
/** The share of right answers, as statistics have it. */
export type Accuracy = Pick<Figure, 'value' | 'interval' | 'why'> & { readonly monteCarlo: number | null };

export function methodResult(
  run: MethodRun,
  accuracy: Accuracy,
  asking: Asking,
): Omit<MethodResult, Compared> {
  const asked = askedOf(run, asking);
  const { perClass, confusion, pairs, reliability, macro, share } = answeredOf(
    asked,
    asking.set.classes,
    'group',
  );
  const { monteCarlo, value, interval, why } = accuracy;
  const all: Figure = {
    ...refusable({ value, interval, why: run.failed ?? why }, share),
    n: share.n,
    groups: share.groups,
  };
  const base = baseFigure(run, asking);
  return {
    method: run.method,
    accuracy: all,
    monteCarlo,
    perSplit: perSplit(run, asking),
    macro: macro.recall,
    macroPrecision: macro.precision,
    macroF1: macro.f1,
    micro: asked.length === 0 ? null : asked.filter((one) => one.guessed === one.class).length / asked.length,
    base,
    harmonicMean: harmonic(base.value, all.value),
    all: together(base, all),
    seconds: run.seconds,
    perClass,
    confusion: { counts: confusion.counts, items: rowsOf(confusion.items, asked) },
    confusedPairs: pairs,
    reliability,
    failed: run.failed,
  };
}

function askedOf({ answers }: MethodRun, { set, plan, shown }: Asking): Asked[] {
  if (answers.length === 0) return [];
  return plan.splits.flatMap(({ query }, s) =>
    Array.from(query, (row, i) => {
      const { guesses, confidences } = answers[s]!;
      const guessed = guesses[i] === set.classes ? null : guesses[i]!;
      const group = `${set.labels[row]} ${set.groups[row]}`;
      const confidence = shown && guessed !== null ? confidences[i]! : null;
      return { row, class: set.labels[row]!, group, guessed, confidence };
    }),
  );
}

function perSplit({ answers }: MethodRun, { set, plan }: Asking): (number | null)[] {
  if (answers.length === 0) return [];
  return plan.splits.map(({ query, weights }, s) => {
    let [right, all] = [0, 0];
    query.forEach((row, i) => {
      all += weights[i]!;
      if (answers[s]!.guesses[i] === set.labels[row]) right += weights[i]!;
    });
    return all === 0 ? null : right / all;
  });
}

function refusable(accuracy: Pick<Figure, 'value' | 'interval' | 'why'>, { groups, n }: Figure) {
  if (accuracy.value === null || groups >= LEAST_GROUPS) return accuracy;
  const why = told().engine.tooFewGroups(n, groups, LEAST_GROUPS);
  return { value: null, interval: null, why };
}

/** Confusions name answers; here the images that these are of, each once. */
function rowsOf(items: Record<number, number[]>, asked: readonly Asked[]): Record<number, number[]> {
  const rows = (places: readonly number[]) => [...new Set(places.map((at) => asked[at]!.row))];
  return Object.fromEntries(
    Object.entries(items).map(([cell, places]) => [cell, rows(places).sort((a, b) => a - b)]),
  );
}

function baseFigure({ answers }: MethodRun, { baseImages, plan }: Asking): Figure {
  const shares = answers.slice(0, plan.splits.length).flatMap(({ base }) => base ?? []);
  if (shares.length === 0) {
    const why = told().engine.noBaseImages;
    return { value: null, interval: null, n: 0, groups: 0, why };
  }
  const value = mean(shares);
  return { value, interval: wilson(value, baseImages), n: baseImages, groups: baseImages, why: null };
}

function harmonic(base: number | null, novel: number | null): number | null {
  if (base === null || novel === null) return null;
  return base + novel === 0 ? 0 : (2 * base * novel) / (base + novel);
}

/** Base and novel images, each counted once; the errors of both are independent. */
function together(base: Figure, novel: Figure): Figure {
  const [n, groups] = [base.n + novel.n, base.groups + novel.groups];
  if (base.value === null || novel.value === null)
    return { value: null, interval: null, n, groups, why: base.why ?? novel.why };
  const value = (base.n * base.value + novel.n * novel.value) / n;
  if (!base.interval || !novel.interval) return { value, interval: null, n, groups, why: novel.why };
  const end = (side: 0 | 1): number =>
    Math.hypot(
      base.n * (base.interval![side] - base.value!),
      novel.n * (novel.interval![side] - novel.value!),
    ) / n;
  return { value, interval: [value - end(0), Math.min(1, value + end(1))], n, groups, why: null };
}
