/**
 * @file Fills a GuessTable from the cosines of own classes. Runs in the engine and in tests.
 */
import type { GuessTable, GuessWord } from '../../contract/model';
import { wordForConfidence, wordForCosine } from '../imprinting/words';
import type { Lesson } from './lesson';
import type { Taught } from './taught';

/** Best classes told of each item; `details` tells all. */
export const BEST = 3;

/** Values of GuessTable.word. */
const WORDS: Record<GuessWord, number> = { 'unlike anything': 1, unsure: 2, likely: 3 };

/** A word as GuessTable.word has it. */
export const wordNumber = (word: GuessWord): number => WORDS[word];

/** A table that knows nothing of `count` items: what is shown before anything was taught. */
export function emptyTable(lesson: Lesson, count: number, scale: number | null = null): GuessTable {
  return {
    revision: lesson.revision,
    count,
    k: BEST,
    classes: lesson.classes.map(({ id }) => id),
    top: new Int16Array(count * BEST).fill(-1),
    confidence: new Float32Array(count * BEST).fill(NaN),
    cosine: new Float32Array(count * BEST).fill(NaN),
    word: new Uint8Array(count),
    base: new Int16Array(count).fill(-1),
    baseWins: new Uint8Array(count),
    baseNames: {},
    scale,
  };
}

/**
 * Writes the guesses of one item. Without an array or a function of its own: there are 50,000 of them after each label.
 * @param cosines [n, C] of some items to all prototypes
 * @param from where those of this item begin
 * @returns the best cosine
 */
export function writeGuess(
  table: GuessTable,
  index: number,
  cosines: Float32Array,
  from: number,
  taught: Taught,
): number {
  const { classes, scale } = taught;
  const { top, cosine, confidence, k } = table;
  const at = index * k;
  const found = writeBest(top, cosine, at, k, cosines, from, classes.length);
  if (scale !== null) writeConfidence(confidence, cosine, at, found, scale, cosines, from, classes.length);
  const second = found > 1 ? top[at + 1]! : -1;
  const sure = scale === null ? null : confidence[at]!;
  table.word[index] = wordNumber(wordOf(top[at]!, second, cosine[at]!, cosine[at + 1]!, sure, taught));
  for (let rank = at; rank < at + found; rank++) top[rank] = classes[top[rank]!]!.position;
  return cosine[at]!;
}

/** The k largest of some cosines and their places, the first of equals first. @returns how many there are */
function writeBest(
  places: Int16Array,
  values: Float32Array,
  at: number,
  k: number,
  cosines: Float32Array,
  from: number,
  classes: number,
): number {
  let found = 0;
  for (let c = 0; c < classes; c++) {
    const value = cosines[from + c]!;
    if (found === k && !(value > values[at + k - 1]!)) continue;
    let rank = at + Math.min(found, k - 1);
    for (; rank > at && value > values[rank - 1]!; rank--) {
      values[rank] = values[rank - 1]!;
      places[rank] = places[rank - 1]!;
    }
    values[rank] = value;
    places[rank] = c;
    if (found < k) found++;
  }
  return found;
}

/** Positions of the largest values, the first of equals first. */
export function bestOf(values: Float32Array, count = BEST): number[] {
  const best: number[] = [];
  for (let c = 0; c < values.length; c++) {
    if (best.length === count && !(values[c]! > values[best[count - 1]!]!)) continue;
    let rank = Math.min(best.length, count - 1);
    for (; rank > 0 && values[c]! > values[best[rank - 1]!]!; rank--) best[rank] = best[rank - 1]!;
    best[rank] = c;
  }
  return best;
}

/** Softmax over all own classes, of the best ones. */
function writeConfidence(
  confidence: Float32Array,
  best: Float32Array,
  at: number,
  found: number,
  scale: number,
  cosines: Float32Array,
  from: number,
  classes: number,
): void {
  const most = best[at]!;
  let sum = 0;
  for (let c = 0; c < classes; c++) sum += Math.exp(scale * (cosines[from + c]! - most));
  for (let rank = at; rank < at + found; rank++)
    confidence[rank] = Math.exp(scale * (best[rank]! - most)) / sum;
}

/**
 * @param first place of the best class among the prototypes, -1 where it has none; `second` of the next one
 * @param best cosine to the first, `next` to the second
 * @param confidence null where none may be shown
 */
export function wordOf(
  first: number,
  second: number,
  best: number,
  next: number,
  confidence: number | null,
  { unlikeBelow, marks }: Pick<Taught, 'unlikeBelow' | 'marks'>,
): GuessWord {
  const rules = marks[first];
  if (!rules) return 'unsure';
  if (confidence !== null) return wordForConfidence(confidence, best < unlikeBelow[first]!);
  const mean = (cosine: number, c: number): number => cosine * marks[c]!.length;
  return wordForCosine(mean(best, first), second < 0 ? -1 : mean(next, second), rules);
}
