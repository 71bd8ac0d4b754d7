/** @file What is guessed of an item, in one word. Pure. Runs in main. */
import type { GuessTable } from '../../contract/model';
import type { OutGuess } from './outItem';

/** An item that is unlike every class. */
export const NONE_OF_THESE = 'none of these';

/**
 * @param names class id → name
 * @param threshold cosine below which an item is none of the classes; null: that cannot be told
 * @returns null where nothing was guessed
 */
export function guessOf(
  row: number,
  table: GuessTable | null,
  names: ReadonlyMap<string, string>,
  threshold: number | null,
): OutGuess | null {
  if (!table || row >= table.count) return null;
  const at = row * table.k;
  const best = table.top[at] ?? -1;
  const base = table.baseWins[row] === 1 ? (table.base[row] ?? -1) : -1;
  // A base class has no percentage among own classes, and no threshold of its own.
  if (base >= 0)
    return { label: table.baseNames[base] ?? `class ${base}`, confidence: null, known: null, own: false };
  const name = names.get(table.classes[best] ?? '');
  if (name === undefined) return null;
  const confidence = table.confidence[at] ?? NaN;
  const known = threshold === null ? null : (table.cosine[at] ?? NaN) >= threshold;
  return { label: name, confidence: Number.isNaN(confidence) ? null : confidence, known, own: true };
}
