/** @file Which rows the grid lists and in what order: pure functions of the tables, made only when a person asks. */
import type { Filter, Status } from './filter';
import { hasFailed, hasStatus, isListed, isUnlabelled, isDoubtful, passes, testsOf } from './filterTests';
import { NONE } from './labels';
import { sortRows, type Order } from './sorts';
import type { Tables } from './tables';

/** The rows of a filter in the order of a sort. */
export function makeList(
  tables: Tables,
  filter: Filter,
  order: Order,
  classOrder: readonly string[],
): Uint32Array {
  const belongs = membership(tables, filter);
  const rows = new Uint32Array(tables.items.length);
  let length = 0;
  for (let row = 0; row < tables.items.length; row++) if (belongs(row)) rows[length++] = row;
  return sortRows(rows.slice(0, length), tables, filter, order, classOrder);
}

/** Whether a row belongs to the filter. Made for one pass: the tables may not change meanwhile. */
export function membership(tables: Tables, filter: Filter): (row: number) => boolean {
  const tests = testsOf(filter, tables);
  return (row) =>
    isListed(tables, filter, row) && hasStatus(tables, filter.status, row) && passes(tests, row);
}

/** How many rows each tab would show beside the other facets, and how many would come or go if the list were made now. */
export interface Survey {
  tabs: Readonly<Record<'all' | Status, number>>;
  stale: number;
}

/** @param listed [rows] place of each row in the list, NONE where it is not in it */
export function survey(tables: Tables, filter: Filter, listed: Int32Array): Survey {
  const tests = testsOf(filter, tables);
  const tabs = { all: 0, unlabelled: 0, labelled: 0, doubtful: 0, failed: 0, excluded: 0 };
  let stale = 0;
  for (let row = 0; row < tables.items.length; row++) {
    const fits = isListed(tables, filter, row) && passes(tests, row);
    const isIn = fits && hasStatus(tables, filter.status, row);
    if (isIn !== ((listed[row] ?? NONE) !== NONE)) stale++;
    if (!fits) continue;
    if (tables.labels.excluded[row] === 1) {
      tabs.excluded++;
      continue;
    }
    tabs.all++;
    if (tables.labels.slots[row] !== NONE) tabs.labelled++;
    else if (isUnlabelled(tables, row)) tabs.unlabelled++;
    if (isDoubtful(tables, row)) tabs.doubtful++;
    if (hasFailed(tables, row)) tabs.failed++;
  }
  return { tabs, stale };
}
