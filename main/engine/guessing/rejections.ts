/**
 * @file The threshold for 'none of these' with what it costs and what it lets through, as exports and evaluations state
 * it. Runs in the engine and in tests.
 */
import { dotScores, type Score } from '../imprinting/folds';
import type { HeadRejection } from '../heads/noneOfThese';
import {
  conformalThreshold,
  foreignAccepted,
  groupsNeeded,
  rejectedShare,
  trueClassScores,
} from '../imprinting/rejection';
import type { Shown } from './guesser';
import { keptRejection } from './keptRejection';
import { FALSE_REJECTIONS, type Taught } from './taught';
import { told } from '../../../strings/words';

/** As a head's folds say it, or the held-out groups of imprinting. */
export interface RejectionReport extends Omit<HeadRejection, 'background'> {
  /** What the threshold is on: cosines, or the logits of a kept head, whose guesses then say it in their words. */
  readonly on: 'cosine' | 'logit';
}

const ON_COSINES = { on: 'cosine' } as const;

/** What was found for a lesson does not change: it is asked for by every saving of results. */
const reports = new WeakMap<Taught, RejectionReport>();

/** By what the last lesson came to, or by the kept head that guesses come from where it has a threshold; null while nothing was taught. */
export function rejectionIn(shown: Shown | null, score: Score): RejectionReport | null {
  if (!shown?.taught) return null;
  const { taught, stage, lesson, kept } = shown;
  const own = kept && keptRejection(kept.about, lesson);
  if (own && typeof own !== 'string') return { on: 'logit', ...own };
  const known = reports.get(taught);
  if (known) return known;
  // The sums may be those of a lesson that was given up meanwhile.
  const classes = stage.support.update(lesson);
  const report = reportRejection({ ...taught, classes }, FALSE_REJECTIONS, score);
  reports.set(taught, report);
  return report;
}

/**
 * @param taught of the last answered lesson: its sums change with the next one
 * @param alpha share of images of known classes that may be rejected, within (0, 1)
 */
export function reportRejection(taught: Taught, alpha: number, score: Score = dotScores): RejectionReport {
  const scores = trueClassScores(taught.heldOut, taught.classes);
  const rejection = conformalThreshold(scores, alpha);
  const counts = { groups: scores.length, needed: groupsNeeded(alpha) };
  if (!rejection.possible)
    return {
      ...counts,
      ...ON_COSINES,
      threshold: null,
      falseRejectRate: null,
      foreignAccepted: null,
      why: null,
    };
  const { threshold } = rejection;
  const accepted = foreignAccepted(taught.classes, threshold, taught.options, score);
  return {
    ...counts,
    ...ON_COSINES,
    threshold,
    falseRejectRate: rejectedShare(scores, threshold),
    foreignAccepted: accepted,
    why: accepted === null ? told().engine.foreignNotMeasured : null,
  };
}
