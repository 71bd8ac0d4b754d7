/** @file Which rows the grid lists and in what order: pure functions of the tables, made only when a person asks. */
import type { GuessTable, ItemRow } from '../../main/contract/model';
import { certaintyAt, marginAt, WORD_UNLIKE, WORD_UNSURE } from './guesses';
import { NONE, type LabelTable } from './labels';

export type Scope =
  | { kind: 'all' | 'unlabelled' | 'doubtful' | 'failed' | 'excluded' }
  | { kind: 'class'; class: string; part: 'both' | 'labelled' | 'guessed' };

export type Sort = 'folder' | 'doubtful' | 'certain' | 'class';

export interface Tables {
  items: readonly ItemRow[];
  labels: LabelTable;
  guesses: GuessTable | null;
}

export function isUnlabelled({ items, labels }: Tables, row: number): boolean {
  const state = items[row]?.state;
  return (
    labels.slots[row] === NONE && labels.excluded[row] === 0 && (state === 'ready' || state === 'waiting')
  );
}

export function guessedClass({ guesses }: Tables, row: number): string | null {
  if (!guesses || row >= guesses.count) return null;
  return guesses.classes[guesses.top[row * guesses.k] ?? -1] ?? null;
}

function isDoubtful(tables: Tables, row: number): boolean {
  const word = tables.guesses?.word[row] ?? 0;
  return (word === WORD_UNLIKE || word === WORD_UNSURE) && isUnlabelled(tables, row);
}

/** Whether the row belongs to the scope. */
export function belongs(tables: Tables, scope: Scope, row: number): boolean {
  const state = tables.items[row]?.state;
  if (state === 'removed') return false;
  if (scope.kind === 'excluded') return tables.labels.excluded[row] === 1;
  if (tables.labels.excluded[row] === 1) return false;
  switch (scope.kind) {
    case 'all':
      return true;
    case 'unlabelled':
      return isUnlabelled(tables, row);
    case 'doubtful':
      return isDoubtful(tables, row);
    case 'failed':
      return state === 'failed' || state === 'gone';
    case 'class': {
      if (tables.labels.slots[row] !== NONE) {
        return scope.part !== 'guessed' && tables.labels.classAt(row) === scope.class;
      }
      return scope.part !== 'labelled' && guessedClass(tables, row) === scope.class;
    }
  }
}

/** The rows of a scope in the order of the sort. Rows without a value come last; ties keep the folder's order. */
export function makeList(
  tables: Tables,
  scope: Scope,
  sort: Sort,
  classOrder: readonly string[],
): Uint32Array {
  const rows: number[] = [];
  for (let row = 0; row < tables.items.length; row++) if (belongs(tables, scope, row)) rows.push(row);
  if (sort === 'folder') return Uint32Array.from(rows);
  const value = rank(tables, sort, classOrder);
  const values = new Float64Array(tables.items.length);
  for (const row of rows) values[row] = value(row);
  return Uint32Array.from(rows).sort((a, b) => compare(values[a], values[b]) || a - b);
}

function compare(one = NaN, other = NaN): number {
  if (one === other) return 0;
  if (Number.isNaN(one)) return Number.isNaN(other) ? 0 : 1;
  return Number.isNaN(other) || one < other ? -1 : 1;
}

function rank(tables: Tables, sort: Sort, classOrder: readonly string[]): (row: number) => number {
  const { guesses, labels } = tables;
  if (sort === 'class') {
    const places = new Map(classOrder.map((id, place) => [id, place]));
    return (row) => places.get(labels.classAt(row) ?? guessedClass(tables, row) ?? '') ?? NaN;
  }
  if (!guesses) return () => NaN;
  const open = (row: number) => isUnlabelled(tables, row);
  if (sort === 'doubtful') return (row) => (open(row) ? marginAt(guesses, row) : NaN);
  return (row) => (open(row) ? -certaintyAt(guesses, row) : NaN);
}

/** How many rows would leave or enter the list if it were made anew. */
export function countStale(tables: Tables, scope: Scope, listed: Int32Array): number {
  let stale = 0;
  for (let row = 0; row < tables.items.length; row++) {
    if (belongs(tables, scope, row) !== ((listed[row] ?? NONE) !== NONE)) stale++;
  }
  return stale;
}
