/**
 * @file When a trained head says 'none of these', on its own logits: the threshold from groups that its folds held out, and how
 * many images of classes that it never saw pass all the same. Runs in the engine and in tests. Source: METHODS 1b.
 *
 * [Note: strangers] Imprinting forgets a class by leaving a row out; a trained head has to be trained again without it. That is
 * done for each class in its turn where there are at most six, so that a run has at most as many heads again as it has anyway.
 */
import type { EvaluatedSet } from '../evaluation/evaluatedSet';
import { splitOf, type Shots, type Split } from '../evaluation/splits/split';
import { argmax } from '../imprinting/vectors';
import { conformalThreshold, groupsNeeded, rejectedShare } from '../imprinting/rejection';
import { FALSE_REJECTIONS } from '../guessing/taught';
import { told } from '../../../strings/words';

/** Logits are those of the head that is kept, its temperature included and γ apart. */
export interface HeadRejection {
  /** Logit of the best class below which an image is none of them; null: too few held-out groups. */
  readonly threshold: number | null;
  /** Share of held-out groups that it rejects, a fraction. */
  readonly falseRejectRate: number | null;
  /** Share of images of a class that the head never saw that it accepts, each class in its turn; null: see `why`. */
  readonly foreignAccepted: number | null;
  /** Why that was not measured, a sentence; null where it was, or where there is no threshold. */
  readonly why: string | null;
  /** Held-out groups there were, and how many it needs. */
  readonly groups: number;
  readonly needed: number;
  /** Places of the classes that were of the background: their images count for nothing here. */
  readonly background: readonly number[];
}

/** True class, and the logit of it before the temperature, of one image of a held-out group. */
export interface TrueLogit {
  readonly class: number;
  readonly logit: number;
}

const MOST_STRANGERS = 6;
const NEEDED = groupsNeeded(FALSE_REJECTIONS);

/** Whom to ask of heads that never saw them: classes of the set; none, and why, where that is not done. */
export function strangersOf(
  { classes }: Pick<EvaluatedSet, 'classes'>,
  asked: readonly number[],
  background: readonly number[],
): { strangers: number[]; why: string | null } {
  const counted = asked.filter((own) => !background.includes(own));
  if (counted.length < NEEDED) return { strangers: [], why: null };
  if (classes < 3) return { strangers: [], why: told().engine.foreignNotTrained };
  const strangers = [...new Set(counted)].sort((a, b) => a - b);
  return strangers.length > MOST_STRANGERS
    ? { strangers: [], why: told().engine.foreignTooMany(MOST_STRANGERS) }
    : { strangers, why: null };
}

/** Everything teaches but a class and the groups that show it; its images are asked. Null: too little would be left. */
export function withoutClass(shots: Shots, stranger: number): Split | null {
  const groups = new Set(shots[stranger]!.map(({ group }) => group));
  const teaching = shots.flat().filter((shot) => shot.class !== stranger && !groups.has(shot.group));
  const { support, classes } = splitOf(teaching, []);
  const query = Int32Array.from(shots[stranger]!.flatMap(({ asked }) => asked));
  return classes.length < 2 ? null : { support, query, classes, weights: new Float64Array(query.length) };
}

/** @param logits by group, of each of its images. @returns by group, the share of its images that are taken for a class. */
export function acceptedShares(
  logits: readonly Float32Array[][],
  threshold: number,
  isBackground: (place: number) => boolean,
): number[] {
  const accepted = (row: Float32Array): boolean => {
    const best = argmax(row);
    return row[best]! >= threshold && !isBackground(best);
  };
  return logits.map((images) => images.filter(accepted).length / images.length);
}

/** The threshold before the temperature; null: too few groups. */
export function thresholdOf(scores: readonly TrueLogit[], background: readonly number[]): number | null {
  const found = conformalThreshold(countedLogits(scores, background), FALSE_REJECTIONS);
  return found.possible ? found.threshold : null;
}

/** @param accepted of strangers, by group; empty: not measured */
export function headRejection(
  scores: readonly TrueLogit[],
  parts: {
    background: readonly number[];
    temperature: number;
    accepted: readonly number[];
    why: string | null;
  },
): HeadRejection {
  const { background, temperature, accepted, why } = parts;
  const counted = countedLogits(scores, background);
  const counts = { groups: counted.length, needed: NEEDED, background: [...background] };
  const threshold = thresholdOf(scores, background);
  if (threshold === null)
    return { threshold, falseRejectRate: null, foreignAccepted: null, why: null, ...counts };
  const measured = accepted.length > 0;
  return {
    threshold: threshold / temperature,
    falseRejectRate: rejectedShare(counted, threshold),
    foreignAccepted: measured ? accepted.reduce((a, b) => a + b, 0) / accepted.length : null,
    why: measured ? null : why,
    ...counts,
  };
}

const countedLogits = (scores: readonly TrueLogit[], background: readonly number[]): number[] =>
  scores.filter((one) => !background.includes(one.class)).map(({ logit }) => logit);
