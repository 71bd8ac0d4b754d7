/** @file What the window may say about a guess: a percentage only where there is a number, otherwise the word. */
import type { GuessTable, GuessWord } from '../../main/contract/model';

export interface Guess {
  class: string;
  /** Fraction, or null where no percentage may be shown. */
  confidence: number | null;
  word: GuessWord | null;
}

export interface BaseGuess {
  name: string;
  /** The joint head prefers this base class to all own ones. */
  wins: boolean;
}

const WORDS: readonly (GuessWord | null)[] = [null, 'unlike anything', 'unsure', 'likely'];
export const WORD_UNLIKE = 1;
export const WORD_UNSURE = 2;
export const WORD_LIKELY = 3;

export function guessAt(table: GuessTable | null, row: number): Guess | null {
  if (!table || row >= table.count) return null;
  const classId = table.classes[table.top[row * table.k] ?? -1];
  if (classId === undefined) return null;
  const confidence = table.confidence[row * table.k] ?? NaN;
  return {
    class: classId,
    confidence: Number.isNaN(confidence) ? null : confidence,
    word: WORDS[table.word[row] ?? 0] ?? null,
  };
}

/** Id of the best class, or null. */
export function guessedClass(table: GuessTable | null, row: number): string | null {
  if (!table || row >= table.count) return null;
  return table.classes[table.top[row * table.k] ?? -1] ?? null;
}

export function baseGuessAt(table: GuessTable | null, row: number): BaseGuess | null {
  if (!table || row >= table.count) return null;
  const name = table.baseNames[table.base[row] ?? -1];
  return name === undefined ? null : { name, wins: table.baseWins[row] === 1 };
}

/**
 * How far the best class is ahead of the second: in fractions where they may be shown, in cosine elsewhere (the two
 * never mix: one table holds one kind). NaN where there is no guess; infinite where there is only one class.
 */
export function marginAt(table: GuessTable, row: number): number {
  const first = row * table.k;
  if (row >= table.count || (table.top[first] ?? -1) < 0) return NaN;
  const values = table.scale === null ? table.cosine : table.confidence;
  const best = values[first] ?? NaN;
  if (table.k < 2 || (table.top[first + 1] ?? -1) < 0) return Infinity;
  return best - (values[first + 1] ?? NaN);
}

/** Confidence where there is one, cosine elsewhere; for sorting within one table. */
export function certaintyAt(table: GuessTable, row: number): number {
  const first = row * table.k;
  if (row >= table.count || (table.top[first] ?? -1) < 0) return NaN;
  return (table.scale === null ? table.cosine[first] : table.confidence[first]) ?? NaN;
}
