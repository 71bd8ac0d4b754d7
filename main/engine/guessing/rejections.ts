/**
 * @file The threshold for 'none of these' with what it costs and what it lets through, as exports and evaluations state
 * it. Runs in the engine and in tests.
 */
import { dotScores, type Score } from '../imprinting/folds';
import {
  conformalThreshold,
  foreignAccepted,
  groupsNeeded,
  rejectedShare,
  trueClassScores,
} from '../imprinting/rejection';
import type { Shown } from './guesser';
import { FALSE_REJECTIONS, type Taught } from './taught';

export interface RejectionReport {
  /** Cosine below which an image is none of the classes; null: too few held-out groups for this α. */
  readonly threshold: number | null;
  /** Share of held-out groups that the threshold rejects, a fraction; none of them is of the background. */
  readonly falseRejectRate: number | null;
  /** Share of foreign images that it accepts, each class held out in turn, a fraction. */
  readonly foreignAccepted: number | null;
  /** Held-out groups there are, and how many α needs. */
  readonly groups: number;
  readonly needed: number;
}

/** What was found for a lesson does not change: it is asked for by every saving of results. */
const reports = new WeakMap<Taught, RejectionReport>();

/** By what the last lesson came to; null while nothing was taught. */
export function rejectionIn(shown: Shown | null, score: Score): RejectionReport | null {
  if (!shown?.taught) return null;
  const { taught, stage, lesson } = shown;
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
    return { ...counts, threshold: null, falseRejectRate: null, foreignAccepted: null };
  const { threshold } = rejection;
  return {
    ...counts,
    threshold,
    falseRejectRate: rejectedShare(scores, threshold),
    foreignAccepted: foreignAccepted(taught.classes, threshold, taught.options, score),
  };
}
