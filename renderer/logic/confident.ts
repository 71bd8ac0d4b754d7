/** @file Which guesses of a class are certain enough to be accepted together. */
import { isUnlabelled } from './filterTests';
import { certaintyAt, WORD_LIKELY, WORD_UNLIKE } from './guesses';
import { READY } from './rowTable';
import type { Tables } from './tables';

/** Whether a threshold in percent can be asked for: only where confidences may be shown. */
export function hasPercentages({ guesses }: Tables): boolean {
  return guesses !== null && guesses.scale !== null;
}

/**
 * Unlabelled images guessed to be the class with at least this confidence (a fraction), or where none may be shown
 * those that are 'likely'; the least certain first, since those are worth a look. What is unlike anything is left out
 * however high its percentage, and so are items for checking, which are labelled by looking alone.
 */
export function confidentRows(tables: Tables, classId: string, threshold: number): Uint32Array {
  const { guesses, labels, rows } = tables;
  const wanted = guesses?.classes.indexOf(classId) ?? -1;
  if (!guesses || wanted === -1) return new Uint32Array(0);
  const found: number[] = [];
  for (let row = 0; row < Math.min(guesses.count, tables.items.length); row++) {
    if (guesses.top[row * guesses.k] !== wanted || rows.states[row] !== READY) continue;
    if (!isUnlabelled(tables, row) || labels.checks[row] === 1 || rows.foreign[row] === 1) continue;
    const word = guesses.word[row];
    const isCertain =
      guesses.scale === null
        ? word === WORD_LIKELY
        : word !== WORD_UNLIKE && (guesses.confidence[row * guesses.k] ?? NaN) >= threshold;
    if (isCertain) found.push(row);
  }
  const certainty = new Map(found.map((row) => [row, certaintyAt(guesses, row)]));
  found.sort((a, b) => (certainty.get(a) ?? 0) - (certainty.get(b) ?? 0) || a - b);
  return Uint32Array.from(found);
}
