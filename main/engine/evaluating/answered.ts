/**
 * @file What a set of answers comes to: the share of right ones, figures of each class, the confusion matrix, reliability.
 * Pure: runs in the engine and in tests.
 */
import type { ClassFigures, ConfusedPair, Confusion } from '../../contract/evaluation';
import type { Answered } from '../../contract/areas/evaluating';
import type { Asked } from './asked';
import { reliabilityOf } from './reliable';
import { figureOf, type Counted, type Weight } from './tallies';

/** Items by their rows in the open project: the engine knows no names. */
export type AnsweredRows = Omit<Answered, 'items'> & { rows: number[] };

/** @param classes C */
export function answeredOf(asked: readonly Asked[], classes: number, weigh: Weight): AnsweredRows {
  const sizes = new Map<string, number>();
  for (const { group } of asked) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  const counted = (some: readonly Asked[]): Counted[] =>
    some.map((one) => ({
      group: one.group,
      right: one.guessed === one.class,
      ofGroup: sizes.get(one.group)!,
    }));
  const perClass = Array.from({ length: classes }, (_, position) =>
    classFigures(position, asked, (some, nothing) => figureOf(counted(some), weigh, nothing)),
  );
  const confusion = confusionOf(asked, classes);
  return {
    share: figureOf(counted(asked), weigh, 'Nothing was asked.'),
    macro: {
      precision: mean(perClass.map(({ precision }) => precision.value)),
      recall: mean(perClass.map(({ recall }) => recall.value)),
      f1: mean(perClass.map(({ f1 }) => f1)),
    },
    perClass,
    confusion,
    pairs: pairsOf(confusion),
    reliability: reliabilityOf(asked),
    rows: asked.map(({ row }) => row),
  };
}

type FigureOf = (some: readonly Asked[], nothing: string) => ClassFigures['recall'];

function classFigures(position: number, asked: readonly Asked[], figure: FigureOf): ClassFigures {
  const own = asked.filter((one) => one.class === position);
  const called = asked.filter((one) => one.guessed === position);
  const recall = figure(own, 'No image of this class was asked.');
  const precision = figure(called, 'No image was called this class.');
  return { class: position, precision, recall, f1: f1Of(precision.value, recall.value) };
}

/** Harmonic mean; 0 where both are, null where either is not known. */
function f1Of(precision: number | null, recall: number | null): number | null {
  if (precision === null || recall === null) return null;
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

export function confusionOf(asked: readonly Asked[], classes: number): Confusion {
  const counts = Array.from({ length: classes }, () => new Array<number>(classes + 1).fill(0));
  const items: Confusion['items'] = {};
  asked.forEach(({ class: own, guessed }, at) => {
    const column = guessed ?? classes;
    counts[own]![column]! += 1;
    (items[own * (classes + 1) + column] ??= []).push(at);
  });
  return { counts, items };
}

/** What was taken for what, the most frequent first and of equals the first class. */
export function pairsOf({ counts }: Confusion): ConfusedPair[] {
  const pairs = counts.flatMap((row, own) => {
    const of = row.reduce((sum, n) => sum + n, 0);
    return row.flatMap((n, column) =>
      n > 0 && column !== own
        ? [{ class: own, guessed: column === counts.length ? null : column, n, of }]
        : [],
    );
  });
  return pairs.sort((one, other) => other.n - one.n);
}

function mean(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
}
