/**
 * @file Scores images that were accepted in bulk, which leave-one-out leaves out, against prototypes without them. Runs in
 * the engine and in tests.
 *
 * Neighbours that were accepted together would vouch for each other, and for each of thousands a fold of its own would cost
 * too much: fold f of ten takes from every class of two or more groups those at f, f + 10, … in the order of their names
 * (every group alone where there are fewer than ten), and everything that depends on shots is computed anew.
 */
import type { Member, TaughtClass } from '../guessing/lessonSupport';
import type { Pause } from '../guessing/pace';
import { without, type Score } from '../imprinting/folds';
import { imprint, type ImprintOptions } from '../imprinting/imprint';
import { TURNS } from '../imprinting/mixture';

/** Prototypes of a background class are found without such a fold. */
const FOLDS = TURNS;

/** A labelled image, and what classes that were imprinted without it say. */
export interface Scored {
  readonly row: number;
  /** Its class, as a place among those taught. */
  readonly class: number;
  /** [C] cosines to all prototypes. */
  readonly cosines: Float32Array;
}

export interface BulkFoldOptions {
  readonly imprint: ImprintOptions;
  readonly score: Score;
  readonly pause: Pause;
}

/** All bulk images of classes with two groups or more; none where there is a single class. */
export async function scoreBulk(
  classes: readonly TaughtClass[],
  options: BulkFoldOptions,
): Promise<Scored[]> {
  const names = classes.map(({ sums }) => (sums.shots < 2 ? [] : sums.groupNames()));
  const found: Scored[] = [];
  if (classes.length < 2) return found;
  for (let fold = 0; fold < FOLDS; fold++) {
    const held = classes.flatMap(({ members }, c) =>
      turnOf(names[c]!, fold, true).flatMap((group) =>
        bulkIn(members.get(group)).map((one) => ({ ...one, class: c })),
      ),
    );
    if (held.length === 0) continue;
    const remaining = classes.map((one, c) => without(one, turnOf(names[c]!, fold, false)));
    const scores = options.score(
      held.map(({ unit }) => unit),
      imprint(remaining, options.imprint),
    );
    held.forEach(({ row, class: own }, i) =>
      found.push({ row, class: own, cosines: scores.subarray(i * classes.length, (i + 1) * classes.length) }),
    );
    await options.pause();
  }
  return found;
}

/** The groups that a fold takes out. @param once whether only in the first fold that does, so that each is scored once */
function turnOf(names: readonly string[], fold: number, once: boolean): string[] {
  const folds = Math.min(FOLDS, names.length);
  if (once && fold >= folds) return [];
  return names.filter((_, place) => place % folds === fold % folds);
}

const bulkIn = (members: readonly Member[] = []): readonly Member[] => members.filter(({ bulk }) => bulk);
