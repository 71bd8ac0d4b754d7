/** @file What is guessed of an item, in one word. Pure. Runs in main. */
import type { ClassInfo, GuessTable } from '../../contract/model';
import { knownOf, type NoneRule } from '../../contract/none';
import type { OutGuess } from './outItem';

/** An item that is unlike every class, or taken by the background. */
export const NONE_OF_THESE = 'none of these';

/**
 * @param classes by id
 * @param rule when an item is none of the classes; null: that cannot be told
 * @returns null where nothing was guessed
 */
export function guessOf(
  row: number,
  table: GuessTable | null,
  classes: ReadonlyMap<string, Pick<ClassInfo, 'name' | 'kind'>>,
  rule: NoneRule,
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
  const above = aboveOf(rule, table.cosine[at] ?? NaN, table.word[row] ?? 0);
  return {
    label: found.name,
    confidence: Number.isNaN(confidence) ? null : confidence,
    ...knownOf(found.kind === 'background', above),
    own: true,
  };
}

/** The word for 'unlike anything' in {@link GuessTable.word}. */
const UNLIKE = 1;

function aboveOf(rule: NoneRule, cosine: number, word: number): boolean | null {
  if (rule === null) return null;
  return rule === 'word' ? word !== UNLIKE : cosine >= rule;
}
