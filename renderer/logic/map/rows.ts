/** @file Which images are on the map, and why the others are not. Pure. Runs in the window. */
import type { GuessTable, ItemRow } from '../../../main/contract/model';
import type { LabelTable } from '../labels';

/** What the map needs to know of the project. */
export interface MapTables {
  items: readonly ItemRow[];
  labels: LabelTable;
  guesses: GuessTable | null;
}

export interface OffMap {
  /** Not read yet. */
  waiting: number;
  /** Read since the map was arranged. */
  fresh: number;
  /** Could not be read. */
  failed: number;
}

/** Rows that have a place and are neither excluded nor gone. @param world [count, 2] */
export function rowsOnMap({ items, labels }: MapTables, world: Float32Array): Uint32Array {
  const rows: number[] = [];
  const count = Math.min(items.length, world.length / 2);
  for (let row = 0; row < count; row++) {
    const there = items[row]?.state === 'ready' && labels.excluded[row] !== 1;
    if (there && !Number.isNaN(world[2 * row])) rows.push(row);
  }
  return Uint32Array.from(rows);
}

export function offMap({ items, labels }: MapTables, world: Float32Array): OffMap {
  const off = { waiting: 0, fresh: 0, failed: 0 };
  items.forEach(({ state }, row) => {
    if (labels.excluded[row] === 1) return;
    if (state === 'waiting') off.waiting++;
    else if (state === 'failed') off.failed++;
    else if (state === 'ready' && Number.isNaN(world[2 * row] ?? NaN)) off.fresh++;
  });
  return off;
}

/** Images that could be arranged now. */
export function arrangeable({ items, labels }: MapTables): number {
  let count = 0;
  items.forEach(({ state }, row) => {
    if (state === 'ready' && labels.excluded[row] !== 1) count++;
  });
  return count;
}
