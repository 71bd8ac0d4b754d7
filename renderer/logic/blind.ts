/**
 * @file The guess of a check item stays hidden until it is labelled: taken out of the window's copy of the guesses, so
 * that no cell, count, filter, order or name can tell it. Main hides its details.
 */
import type { GuessTable } from '../../main/contract/model';
import { NONE, type LabelTable } from './labels';

/** Whether the row's guess may not be seen: it belongs to the check and has no label yet. */
export const isBlind = ({ checks, slots }: LabelTable, row: number): boolean =>
  checks[row] === 1 && slots[row] === NONE;

/** Wipes what the table says of such rows. In place: the next table of the engine has whatever may be seen again. */
export function hideBlind(table: GuessTable | null, labels: LabelTable): void {
  if (!table) return;
  for (let row = 0; row < table.count; row++) if (isBlind(labels, row)) wipe(table, row);
}

function wipe(table: GuessTable, row: number): void {
  const [from, to] = [row * table.k, (row + 1) * table.k];
  table.top.fill(-1, from, to);
  table.confidence.fill(NaN, from, to);
  table.cosine.fill(NaN, from, to);
  table.word[row] = 0;
  table.base[row] = -1;
  table.baseWins[row] = 0;
}
