/** @file What is known of the last answered lesson without asking anything new. Runs in the engine and in tests. */
import type { Overview } from '../../contract/areas/evaluating';
import { rejectionIn } from '../guessing/rejections';
import type { Shown } from '../guessing/guesser';
import type { Score } from '../imprinting/folds';
import { answeredOf, type AnsweredRows } from './answered';
import { checkAnswers, heldOutAnswers } from './asked';
import { told } from '../../../strings/words';

/** Items by their rows; notes on the labels are main's. */
export interface OverviewRows extends Omit<Overview, 'estimate' | 'check' | 'notes'> {
  estimate: AnsweredRows | null;
  check: AnsweredRows | null;
  /** Guesses, and so the check, are of a kept head; the estimate is of imprinting. */
  kept: boolean;
}

/** Null before anything was labelled. */
export function overviewOf(shown: Shown | null, score: Score): OverviewRows | null {
  if (!shown) return null;
  const { lesson, taught, guesses } = shown;
  const known = new Map(taught?.classes.map((one) => [one.position, one]));
  const classes = lesson.classes.map(({ id, name, kind }, position) => {
    const { images = 0, sums } = known.get(position) ?? {};
    return { id, name, kind, images, groups: sums ? sums.shots - sums.given : 0 };
  });
  const held = heldOutAnswers(shown);
  const checks = checkAnswers(lesson, guesses);
  return {
    revision: lesson.revision,
    classes,
    // As leave-one-out says it: a burst counts as much as a single image (METHODS 1).
    estimate: held.length === 0 ? null : answeredOf(held, classes.length, 'group'),
    whyNoEstimate: held.length === 0 ? told().engine.estimateNeeds : null,
    // At the folder's own frequencies: every image counts.
    check: checks.length === 0 ? null : answeredOf(checks, classes.length, 'image'),
    whyNoCheck: checks.length === 0 ? told().engine.accuracyNotMeasured : null,
    rejection: rejectionIn(shown, score),
    kept: shown.kept !== null,
  };
}
