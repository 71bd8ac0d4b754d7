/**
 * @file How good a studied model is, as far as it is known: the estimate from the learning images, and the accuracy that the
 * blind check measured of this very head, base classes and all. Pure: runs in the engine and in tests.
 */
import type { ExportFigures } from '../../contract/exported';
import type { Figure } from '../../contract/evaluation';
import { answeredOf, type AnsweredRows } from '../evaluating/answered';
import { heldOutGuesses, type Asked } from '../evaluating/asked';
import { argmax } from '../imprinting/vectors';
import type { LessonHead } from './lesson';
import type { Study } from './study';
import type { Taught } from './taught';
import { told } from '../../../strings/words';

/** @param has whether a row has an embedding */
export function figuresOf(
  study: Pick<Study, 'taught' | 'classes' | 'base' | 'kept' | 'probabilities'>,
  has: (row: number) => boolean,
): ExportFigures {
  const { taught, classes, kept } = study;
  const estimate = kept ? ofKept(kept) : ofFolds(taught);
  const check = answered(checked(study, has), taught, 'image');
  return {
    estimate: estimate.share,
    accuracy: check && check.share,
    classes: classes.map(({ name, images, groups, position }, own) => ({
      ...{ label: name, images, groups },
      estimate: estimate.ofClass(position, own),
      accuracy: check && (check.perClass[position]?.recall ?? null),
    })),
  };
}

interface Estimated {
  share: Figure;
  /** @param position in the lesson @param own place among the head's own classes */
  ofClass(position: number, own: number): Figure;
}

/** By leave-one-out: a burst counts as much as a single image. */
function ofFolds(taught: Taught): Estimated {
  const found = answered(heldOutGuesses(taught, null), taught, 'group');
  return {
    share: found?.share ?? unknown(told().engine.estimateNeedsTwo),
    ofClass: (position) => {
      const { recall } = found?.perClass[position] ?? { recall: unknown(told().engine.estimateNeedsSecond) };
      return recall.value === null ? unknown(told().engine.estimateNeedsSecond) : recall;
    },
  };
}

/** Of its training, which told shares of classes without what they were counted on. */
function ofKept({ estimate }: LessonHead): Estimated {
  return {
    share: estimate.figure,
    ofClass: (_, own) => {
      const value = estimate.perClass[own] ?? null;
      const why = value === null ? told().engine.estimateNeedsSecond : told().engine.noIntervals;
      return { ...unknown(why), value };
    },
  };
}

const unknown = (why: string): Figure => ({ value: null, interval: null, n: 0, groups: 0, why });

/** Null where nothing was asked. */
function answered(
  asked: readonly Asked[],
  { lesson }: Taught,
  weigh: 'group' | 'image',
): AnsweredRows | null {
  return asked.length === 0 ? null : answeredOf(asked, lesson.classes.length, weigh);
}

/** What the head answers of the check's items; where a base class wins, no own one was named. */
function checked(
  { taught, classes, base, probabilities }: Parameters<typeof figuresOf>[0],
  has: (row: number) => boolean,
): Asked[] {
  const first = base?.labels.length ?? 0;
  return taught.lesson.checks
    .filter(({ index }) => has(index))
    .map(({ index, class: own, group }) => {
      const best = argmax(probabilities(index)) - first;
      const guessed = best < 0 ? null : classes[best]!.position;
      return { row: index, class: own, group, guessed, confidence: null };
    });
}
