/** @file The counts of the whole project, beside classes and below the views: one pass over the tables per change. */
import { named } from './filterChoices';
import { isUnlabelled } from './filterTests';
import { NONE } from './labels';
import { FAILED, READY, REMOVED } from './rowTable';
import type { Tables } from './tables';

export interface Tally {
  all: number;
  labelled: number;
  unlabelled: number;
  /** Images of the whole project, excluded ones too, that could be read, and that could not. */
  read: number;
  unreadable: number;
  /** By class id. */
  labelledAs: ReadonlyMap<string, number>;
  guessedAs: ReadonlyMap<string, number>;
}

export function tally(tables: Tables): Tally {
  const { rows, labels, guesses } = tables;
  const counts = { all: 0, labelled: 0, unlabelled: 0, read: 0, unreadable: 0 };
  const bySlot = new Uint32Array(labels.classCount);
  const byGuess = new Uint32Array(guesses?.classes.length ?? 0);
  for (let row = 0; row < tables.items.length; row++) {
    const state = rows.states[row];
    if (state === REMOVED || rows.foreign[row] === 1) continue;
    if (state === READY) counts.read++;
    if (state === FAILED) counts.unreadable++;
    if (labels.excluded[row] === 1) continue;
    counts.all++;
    const slot = labels.slots[row] ?? NONE;
    if (slot !== NONE) {
      counts.labelled++;
      bySlot[slot] = (bySlot[slot] ?? 0) + 1;
    } else if (isUnlabelled(tables, row)) {
      counts.unlabelled++;
      const guess = guesses && row < guesses.count ? (guesses.top[row * guesses.k] ?? NONE) : NONE;
      if (guess !== NONE) byGuess[guess] = (byGuess[guess] ?? 0) + 1;
    }
  }
  return {
    ...counts,
    labelledAs: named(bySlot, (slot) => labels.classOfSlot(slot)),
    guessedAs: named(byGuess, (guess) => guesses?.classes[guess]),
  };
}
