/** @file What is guessed of an item, in one word. Pure. Runs in main. */
import type { ClassInfo, GuessTable } from '../../contract/model';
import { knownOf } from '../../contract/none';
import type { OutGuess } from './outItem';

/** An item that is unlike every class, or taken by the background. */
export const NONE_OF_THESE = 'none of these';

/**
 * @param classes by id
 * @param threshold cosine below which an item is none of the classes; null: that cannot be told
 * @returns null where nothing was guessed
 */
export function guessOf(
  row: number,
  table: GuessTable | null,
  classes: ReadonlyMap<string, Pick<ClassInfo, 'name' | 'kind'>>,
  threshold: number | null,
): OutGuess | null {
  if (!table || row >= table.count) return null;
  const at = row * table.k;
  const best = table.top[at] ?? -1;
  const base = table.baseWins[row] === 1 ? (table.base[row] ?? -1) : -1;
  // A base class has no percentage among own classes, and no threshold of its own.
  if (base >= 0)
    return {
      ...{ label: table.baseNames[base] ?? `class ${base}`, confidence: null },
      ...{ known: null, none: null, own: false },
    };
  const found = classes.get(table.classes[best] ?? '');
  if (found === undefined) return null;
  const confidence = table.confidence[at] ?? NaN;
  const above = threshold === null ? null : (table.cosine[at] ?? NaN) >= threshold;
  return {
    label: found.name,
    confidence: Number.isNaN(confidence) ? null : confidence,
    ...knownOf(found.kind === 'background', above),
    own: true,
  };
}
