/**
 * @file What a set of answers comes to: the share of right ones, figures of each class, the confusion matrix, reliability.
 * Pure: runs in the engine and in tests.
 */
import type { ClassFigures, ConfusedPair, Confusion } from '../../contract/evaluation';
import type { Answered } from '../../contract/areas/evaluating';
import type { Asked } from './asked';
import { reliabilityOf } from './reliable';
import { figureOf, type Counted, type Weight } from './tallies';
import { told } from '../../../strings/words';

/** Items by their rows in the open project: the engine knows no names. */
export type AnsweredRows = Omit<Answered, 'items'> & { rows: number[] };

/** @param classes C */
export function answeredOf(asked: readonly Asked[], classes: number, weigh: Weight): AnsweredRows {
  const confusion = confusionOf(asked, classes);
  const perClass = perClassOf(asked, classes, weigh);
  return {
    share: figureOf(countedOf(asked), weigh, told().engine.nothingAsked),
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

/** Everything that was asked, as it is counted: within its group, and once for every time an image was asked. */
function countedOf(asked: readonly Asked[]): Counted[] {
  const sizes = new Map<string, number>();
  for (const { group } of asked) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  return asked.map(({ row, group, guessed, class: own }) => ({
    ...{ row, group, right: guessed === own },
    ofGroup: sizes.get(group)!,
  }));
}

function perClassOf(asked: readonly Asked[], classes: number, weigh: Weight): ClassFigures[] {
  const [own, called] = [0, 1].map(() => Array.from({ length: classes }, (): Counted[] => []));
  countedOf(asked).forEach((one, at) => {
    own![asked[at]!.class]!.push(one);
    if (asked[at]!.guessed !== null) called![asked[at]!.guessed]!.push(one);
  });
  return own!.map((some, position) => {
    const recall = figureOf(some, weigh, told().engine.noneOfClassAsked);
    const precision = figureOf(called![position]!, weigh, told().engine.noneCalledClass);
    return { class: position, precision, recall, f1: f1Of(precision.value, recall.value) };
  });
}

/** Harmonic mean; 0 where nothing of the class was found, null where none of it was asked. */
function f1Of(precision: number | null, recall: number | null): number | null {
  if (recall === null) return null;
  return precision === null || precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
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
