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
 * Writes the guesses of one item.
 * @param cosines [C] to all prototypes
 * @returns the best cosine
 */
export function writeGuess(table: GuessTable, index: number, cosines: Float32Array, taught: Taught): number {
  const best = bestOf(cosines);
  const at = index * table.k;
  best.forEach((c, rank) => {
    table.top[at + rank] = taught.classes[c]!.position;
    table.cosine[at + rank] = cosines[c]!;
  });
  if (taught.scale !== null) writeConfidence(table.confidence.subarray(at), best, cosines, taught.scale);
  table.word[index] = WORDS[wordOf(best, cosines, table.confidence[at]!, taught)];
  return cosines[best[0]!]!;
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
  target: Float32Array,
  best: readonly number[],
  cosines: Float32Array,
  scale: number,
): void {
  const most = cosines[best[0]!]!;
  let sum = 0;
  for (let c = 0; c < cosines.length; c++) sum += Math.exp(scale * (cosines[c]! - most));
  best.forEach((c, rank) => (target[rank] = Math.exp(scale * (cosines[c]! - most)) / sum));
}

function wordOf(
  best: readonly number[],
  cosines: Float32Array,
  confidence: number,
  taught: Taught,
): GuessWord {
  const [first, second] = best;
  if (taught.scale !== null)
    return wordForConfidence(confidence, cosines[first!]! < taught.unlikeBelow[first!]!);
  const mean = (c: number) => cosines[c]! * taught.marks[c]!.length;
  return wordForCosine(mean(first!), second === undefined ? -1 : mean(second), taught.marks[first!]!);
}
