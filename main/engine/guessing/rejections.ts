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
import { keptRejection } from './keptRejection';
import { FALSE_REJECTIONS, type Taught } from './taught';
import { told } from '../../../strings/words';

export interface RejectionReport {
  /** What the threshold is on: cosines, or the logits of a kept head, whose guesses then say it in their words. */
  readonly on: 'cosine' | 'logit';
  /** Below it an image is none of the classes; null: too few held-out groups for this α. */
  readonly threshold: number | null;
  /** Share of held-out groups that the threshold rejects, a fraction; none of them is of the background. */
  readonly falseRejectRate: number | null;
  /** Share of foreign images that it accepts, each class held out in turn, a fraction. */
  readonly foreignAccepted: number | null;
  /** Why that was not measured although there is a threshold, a sentence. */
  readonly why: string | null;
  /** Held-out groups there are, and how many α needs. */
  readonly groups: number;
  readonly needed: number;
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
