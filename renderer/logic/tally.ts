/** @file The counts beside filters and classes: one pass over the tables per change. */
import { belongs, guessedClass, isUnlabelled, type Tables } from './list';
import { NONE } from './labels';

export interface Tally {
  all: number;
  labelled: number;
  unlabelled: number;
  doubtful: number;
  failed: number;
  excluded: number;
  /** Images of the whole project, excluded ones too, that could be read, and that could not. */
  read: number;
  unreadable: number;
  /** By class id. */
  labelledAs: ReadonlyMap<string, number>;
  guessedAs: ReadonlyMap<string, number>;
}

const DOUBTFUL = { kind: 'doubtful' } as const;
const FAILED = { kind: 'failed' } as const;

export function tally(tables: Tables): Tally {
  const counts = {
    all: 0,
    labelled: 0,
    unlabelled: 0,
    doubtful: 0,
    failed: 0,
    excluded: 0,
    read: 0,
    unreadable: 0,
  };
  const labelledAs = new Map<string, number>();
  const guessedAs = new Map<string, number>();
  for (let row = 0; row < tables.items.length; row++) {
    const state = tables.items[row]?.state;
    if (state === 'ready') counts.read++;
    if (state === 'failed') counts.unreadable++;
    if (tables.labels.excluded[row] === 1) {
      counts.excluded++;
      continue;
    }
    counts.all++;
    if (belongs(tables, FAILED, row)) counts.failed++;
    if (belongs(tables, DOUBTFUL, row)) counts.doubtful++;
    if (tables.labels.slots[row] !== NONE) {
      counts.labelled++;
      add(labelledAs, tables.labels.classAt(row));
    } else if (isUnlabelled(tables, row)) {
      counts.unlabelled++;
      add(guessedAs, guessedClass(tables, row));
    }
  }
  return { ...counts, labelledAs, guessedAs };
}

function add(counts: Map<string, number>, key: string | null): void {
  if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
}
