/** @file What there is to filter by, and how many of each: one pass over the tables when a menu opens. */
import { HOWS, NONE } from './labels';
import { REMOVED } from './rowTable';
import type { Tables } from './tables';

export interface Choices {
  /** By class id: labelled or guessed while unlabelled; best guess, labelled or not. */
  class: ReadonlyMap<string, number>;
  guess: ReadonlyMap<string, number>;
  how: ReadonlyMap<string, number>;
  folder: ReadonlyMap<string, number>;
  place: ReadonlyMap<string, number>;
  check: number;
  boxes: number;
  /** Items with a capture time. */
  captured: number;
  /** Since the project was last opened. */
  added: number;
  percentages: boolean;
}

export function choices(tables: Tables): Choices {
  const { rows, labels, guesses, lastOpening } = tables;
  const counts = {
    slot: new Uint32Array(labels.classCount),
    guess: new Uint32Array(guesses?.classes.length ?? 0),
    open: new Uint32Array(guesses?.classes.length ?? 0),
    how: new Uint32Array(HOWS.length),
    folder: new Uint32Array(rows.folders.list.length),
    place: new Uint32Array(rows.places.list.length),
  };
  const sums = { check: 0, boxes: 0, captured: 0, added: 0 };
  for (let row = 0; row < tables.items.length; row++) {
    if (rows.states[row] === REMOVED || labels.excluded[row] === 1) continue;
    const slot = labels.slots[row] ?? NONE;
    const guess = guesses && row < guesses.count ? (guesses.top[row * guesses.k] ?? NONE) : NONE;
    count(counts.slot, slot);
    count(counts.guess, guess);
    if (slot === NONE) count(counts.open, guess);
    count(counts.how, labels.hows[row] ?? 0);
    count(counts.folder, rows.folder[row] ?? NONE);
    count(counts.place, rows.place[row] ?? NONE);
    sums.check += labels.checks[row] ?? 0;
    sums.boxes += rows.boxes[row] ?? 0;
    if (!Number.isNaN(rows.captured[row])) sums.captured++;
    if ((rows.added[row] ?? NaN) > lastOpening) sums.added++;
  }
  const classes = named(counts.slot, (slot) => labels.classOfSlot(slot));
  for (const [id, open] of named(counts.open, (at) => guesses?.classes[at]))
    classes.set(id, (classes.get(id) ?? 0) + open);
  return {
    ...sums,
    class: classes,
    guess: named(counts.guess, (at) => guesses?.classes[at]),
    how: named(counts.how, (at) => HOWS[at] ?? undefined),
    folder: withParents(named(counts.folder, (at) => rows.folders.list[at])),
    place: named(counts.place, (at) => rows.places.list[at]),
    percentages: guesses !== null && guesses.scale !== null,
  };
}

function count(counts: Uint32Array, at: number): void {
  if (at >= 0) counts[at] = (counts[at] ?? 0) + 1;
}

/** Counts by name, without those that are 0. */
export function named(
  counts: Uint32Array,
  nameOf: (number: number) => string | undefined,
): Map<string, number> {
  const found = new Map<string, number>();
  counts.forEach((value, number) => {
    const name = nameOf(number);
    if (value > 0 && name !== undefined) found.set(name, value);
  });
  return found;
}

/** Each folder with what is below it, sorted by name: 'f1/', 'f1/a', 'f1/a/b'. */
function withParents(counts: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const [folder, value] of counts) {
    const root = folder.indexOf('/') + 1;
    const steps = folder.slice(root).split('/');
    const parents = steps.map((_, i) => folder.slice(0, root) + steps.slice(0, i + 1).join('/'));
    for (const parent of new Set([folder.slice(0, root), ...parents]))
      sums.set(parent, (sums.get(parent) ?? 0) + value);
  }
  return new Map([...sums].sort(([a], [b]) => (a < b ? -1 : 1)));
}
