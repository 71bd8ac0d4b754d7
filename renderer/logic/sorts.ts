/** @file The orders a list can have. Rows without a value come last in every one; ties keep the folder's order. */
import type { Filter } from './filter';
import { isUnlabelled } from './filterTests';
import { certaintyAt, guessedClass, marginAt } from './guesses';
import type { Tables } from './tables';

export type SortName =
  'folder' | 'name' | 'captured' | 'newest' | 'alike' | 'class' | 'certain' | 'doubtful' | 'found';

/** In the order of the menu. 'found' is offered only where a row set says in which order it was found. */
export const SORTS: readonly SortName[] = [
  ...(['folder', 'name', 'captured', 'newest', 'alike'] as const),
  ...(['class', 'certain', 'doubtful', 'found'] as const),
];

/** Those whose order changes with labels and guesses. */
export const MOVING: ReadonlySet<SortName> = new Set<SortName>(['class', 'certain', 'doubtful']);

export interface Order {
  by: SortName;
  reversed: boolean;
}

/**
 * The order after the filter has changed: doubtful images come by doubt, and what was found loses its order with it.
 * @param otherwise the order that was chosen last
 */
export function suitableOrder(order: Order, otherwise: Order, before: Filter, after: Filter): Order {
  const was = before.status === 'doubtful';
  const is = after.status === 'doubtful';
  const ends = (order.by === 'found' && !after.set) || (order.by === 'doubtful' && was && !is);
  const next = ends ? otherwise : order;
  return is && !was && next.by !== 'found' ? { by: 'doubtful', reversed: false } : next;
}

/** Sorts rows in place, which come in the order of their numbers. */
export function sortRows(
  rows: Uint32Array,
  tables: Tables,
  filter: Filter,
  { by, reversed }: Order,
  classOrder: readonly string[],
): Uint32Array {
  if (by === 'folder') return reversed ? rows.reverse() : rows;
  const value = rankOf(by, tables, filter, classOrder);
  const values = new Float64Array(tables.items.length);
  for (const row of rows) values[row] = value(row);
  const sign = reversed ? -1 : 1;
  return rows.sort((a, b) => compare(values[a], values[b], sign) || a - b);
}

function compare(one = NaN, other = NaN, sign: number): number {
  if (one === other) return 0;
  if (Number.isNaN(one)) return Number.isNaN(other) ? 0 : 1;
  return Number.isNaN(other) || one < other === (sign === 1) ? -1 : 1;
}

function rankOf(
  by: Exclude<SortName, 'folder'>,
  tables: Tables,
  filter: Filter,
  classOrder: readonly string[],
): (row: number) => number {
  const { guesses, rows } = tables;
  if (by === 'name') return byName(tables);
  if (by === 'captured') return (row) => rows.captured[row] ?? NaN;
  if (by === 'newest') return (row) => -(rows.added[row] ?? NaN);
  if (by === 'class') return byClass(tables, classOrder);
  if (by === 'alike') return byPlace(tables.alike ?? undefined, tables.items.length);
  if (by === 'found') return byPlace(filter.set?.rows, tables.items.length);
  if (!guesses) return () => NaN;
  if (by === 'doubtful') return (row) => (isUnlabelled(tables, row) ? marginAt(guesses, row) : NaN);
  return (row) => (isUnlabelled(tables, row) ? -certaintyAt(guesses, row) : NaN);
}

function byClass(tables: Tables, classOrder: readonly string[]): (row: number) => number {
  const places = new Map(classOrder.map((id, place) => [id, place]));
  const { labels } = tables;
  return (row) => places.get(labels.classAt(row) ?? guessedClass(tables.guesses, row) ?? '') ?? NaN;
}

/** File names as people count: 'img2' before 'img10'. Made into numbers first, so that rows compare quickly. */
function byName({ items }: Tables): (row: number) => number {
  const collator = new Intl.Collator('en-GB', { numeric: true, sensitivity: 'base' });
  const names = items.map(({ path }) => path.slice(path.lastIndexOf('/') + 1));
  const sorted = [...names.keys()].sort((a, b) => collator.compare(names[a] ?? '', names[b] ?? ''));
  return byPlace(Uint32Array.from(sorted), items.length);
}

function byPlace(order: Uint32Array | undefined, rows: number): (row: number) => number {
  const places = new Float64Array(rows).fill(NaN);
  order?.forEach((row, place) => (places[row] = place));
  return (row) => places[row] ?? NaN;
}
