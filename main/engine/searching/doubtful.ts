/**
 * @file Which unlabelled items to look at next: the doubtful ones, each from another scene. Runs in the engine and in tests.
 *
 * [Note: doubtful and diverse]
 * Items come in the order of their margin, the cosine to the best own class minus that to the second (with one class the
 * cosine to it), or, where guesses come from a kept head, of its confidences, of its logits where it has none to show: where two classes are nearly equal, a label tells most. Frames of one scene have the same doubts and would
 * stand side by side, and the second teaches little that the first did not. So the list is made in rounds. In a round an item
 * is passed over when one of its scene was taken in that round: one of the same group, of the same burst, of the same
 * image, or one whose cosine to it reaches `near`. What was passed over has its turn in the next round. Whatever else the
 * order is, it is that of the margins.
 *
 * Taking one by one by closeness to the hyperplane and distance from those taken is Brinker's, 'Incorporating Diversity
 * in Active Learning with Support Vector Machines' (ICML 2003), whose weighted sum of the two is here a threshold: a margin and
 * a cosine have no common measure, and a threshold keeps the order explicable.
 */
import type { GuessTable } from '../../contract/model';
import { withinClassCosine } from '../imprinting/cohesion';
import { statisticsOf } from '../imprinting/folds';
import type { Space } from '../guessing/space';
import type { Scorer } from '../guessing/scorer';
import type { Shown } from '../guessing/guesser';
import type { KeptHead } from '../guessing/kept';
import { bestOf } from '../guessing/table';
import type { Taught } from '../guessing/taught';
import { descending } from './ranking';
import { Scenes } from './scenes';

export interface DoubtfulQuery {
  /** How many are wanted. */
  count: number;
  /** Rows that may be chosen. */
  rows: Uint32Array;
  /** [rows] the same number for items that are known to show one scene, -1 where nothing is known. */
  scenes: Int32Array;
}

export interface DoubtfulParts {
  /** Of the last answered lesson. */
  readonly guesses: GuessTable;
  /** The head that they come from; null: imprinting. */
  readonly kept: Pick<KeptHead, 'logits'> | null;
  readonly space: Space;
  readonly scorer: Scorer;
  /** Cosine from which on two items show the same scene. */
  readonly near: number;
}

/** After so many rounds the rest comes by margin alone. As many of a known scene are looked at. */
const ROUNDS = 8;
/** Items looked at, the most doubtful ones: 50,000 in one scene must not take seconds. */
const POOL = 4096;
/** Of the way from the usual cosine within a class to 1. */
const NEAR_WAY = 0.6;
/** Classes whose images are all alike leave no room above. */
const NEAR_AT_MOST = 0.92;

/**
 * From which cosine on two items of this project show the same scene: three fifths of the way from the mean cosine within
 * its classes, ρ, to 1; .8 before anything is known. Where all look alike already, .92.
 */
export function nearCosine({ classes }: Pick<Taught, 'classes'>): number {
  const usual = withinClassCosine(classes.map(statisticsOf));
  return Math.min(NEAR_AT_MOST, usual + NEAR_WAY * (1 - usual));
}

/** By what the last lesson came to; nothing while nothing was taught. */
export function doubtfulIn(query: DoubtfulQuery, shown: Shown | null, scorer: Scorer): Uint32Array {
  if (!shown?.taught) return new Uint32Array(0);
  const { guesses, taught, stage, kept } = shown;
  return doubtful(query, { guesses, kept, scorer, space: stage.space, near: nearCosine(taught) });
}

/** Rows to look at next, the first first; see [Note: doubtful and diverse]. Those without a guess are not among them. */
export function doubtful({ count, rows, scenes }: DoubtfulQuery, parts: DoubtfulParts): Uint32Array {
  const { guesses, kept, space, scorer, near } = parts;
  const order = byMargin(rows, guesses, kept);
  let left = [...pool(order, scenes)];
  const chosen: number[] = [];
  for (let round = 0; round < ROUNDS && chosen.length < count && left.length > 0; round++) {
    const seen = new Scenes(scorer, near);
    const unit = (at: number): Float32Array => space.unit(rows[at]!);
    const { taken, passed } = seen.take(left, count - chosen.length, unit, (at) => scenes[at]!);
    chosen.push(...taken);
    left = passed;
  }
  const listed = new Set(chosen);
  for (let at = 0; chosen.length < count && at < order.length; at++)
    if (!listed.has(order[at]!)) chosen.push(order[at]!);
  return Uint32Array.from(chosen, (at) => rows[at]!);
}

/** Places in `rows`, least margin first; of equals the first. */
function byMargin(rows: Uint32Array, guesses: GuessTable, kept: DoubtfulParts['kept']): Uint32Array {
  const { top, cosine, confidence, scale, k, count } = guesses;
  const closeness = Float32Array.from(rows, (row) => {
    const at = row * k;
    if (row >= count || top[at]! < 0) return NaN;
    if (kept && top[at + 1]! >= 0)
      return scale === null ? leadOf(kept.logits(row)) : confidence[at + 1]! - confidence[at]!;
    return top[at + 1]! < 0 ? -cosine[at]! : cosine[at + 1]! - cosine[at]!;
  });
  return descending(closeness);
}

/** The second largest value minus the largest. */
function leadOf(values: Float32Array): number {
  const [first, second] = bestOf(values, 2);
  return values[second!]! - values[first!]!;
}

/** The most doubtful, not all of one scene. */
function* pool(order: Uint32Array, scenes: Int32Array): Generator<number> {
  const perScene = new Map<number, number>();
  let size = 0;
  for (const at of order) {
    const scene = scenes[at]!;
    const before = scene < 0 ? 0 : (perScene.get(scene) ?? 0);
    if (before >= ROUNDS) continue;
    perScene.set(scene, before + 1);
    yield at;
    if (++size === POOL) return;
  }
}
