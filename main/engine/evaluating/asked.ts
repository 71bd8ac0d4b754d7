/**
 * @file Questions whose answers a person knows, with what the classifier answered: held-out groups of the learning images, and
 * check items. Runs in the engine and in tests.
 */
import type { GuessTable } from '../../contract/model';
import type { Shown } from '../guessing/guesser';
import type { Lesson } from '../guessing/lesson';
import { scoredMembers } from '../guessing/lessonSupport';
import type { Taught } from '../guessing/taught';
import { statisticsOf } from '../imprinting/folds';
import { softmax } from '../imprinting/head';
import { shotGrowth } from '../imprinting/scale';
import { argmax } from '../imprinting/vectors';

export interface Asked {
  /** Of the open project. */
  readonly row: number;
  /** Position of the class that a person gave. */
  readonly class: number;
  readonly group: string;
  /** Position of the class that was answered; null: a class of the backbone. */
  readonly guessed: number | null;
  /** Fraction; null where no percentage may be shown. */
  readonly confidence: number | null;
}

/**
 * Every scored image of every held-out group (METHODS 1).
 * Folds have a shot fewer, and percentages the scale that goes with that: s over its growth (METHODS 1b).
 */
export function heldOutAnswers({ stage, lesson, taught }: Shown): Asked[] {
  if (!taught) return [];
  const scale = taught.scale === null ? null : taught.scale / growthOf(stage.support.update(lesson));
  return heldOutGuesses(taught, scale);
}

/** @param scale of the folds; null: without confidences */
export function heldOutGuesses(taught: Taught, scale: number | null): Asked[] {
  return taught.heldOut.flatMap(({ class: own, group, cosines }) =>
    scoredMembers(taught.classes[own]!.members.get(group)!).map(({ row }, i) => ({
      row,
      group: `${own} ${group}`,
      class: taught.classes[own]!.position,
      ...answerOf(cosines[i]!, scale, taught),
    })),
  );
}

/** Check items that have a guess, as it is shown. */
export function checkAnswers({ checks }: Lesson, guesses: GuessTable): Asked[] {
  return checks.flatMap(({ index, class: own, group }) => {
    const at = index * guesses.k;
    const guessed = index < guesses.count ? guesses.top[at]! : -1;
    if (guessed < 0) return [];
    const baseWins = guesses.baseWins[index] === 1;
    const confidence = guesses.confidence[at]!;
    return [
      {
        ...{ row: index, class: own, group, guessed: baseWins ? null : guessed },
        confidence: baseWins || Number.isNaN(confidence) ? null : confidence,
      },
    ];
  });
}

/** Sums may be those of a lesson that was given up meanwhile, so classes are those of an update. */
const growthOf = (classes: Taught['classes']): number => shotGrowth(classes.map(statisticsOf));

function answerOf(cosines: Float32Array, scale: number | null, { classes }: Taught) {
  const best = argmax(cosines);
  const guessed = classes[best]!.position;
  if (scale === null) return { guessed, confidence: null };
  return { guessed, confidence: softmax(cosines.map((cosine) => scale * cosine))[best]! };
}
