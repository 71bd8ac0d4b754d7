/** @file Proposed groups as the dialog shows them, and the command they make. Pure. */
import { isExcluded } from '../../main/contract/items';
import type { Command, ItemRow, ProjectDocument } from '../../main/contract/model';
import { nameGroup } from '../../main/organise/groups';
import { directoryOf, takenAt } from '../../main/organise/times';

export interface Proposed {
  /** In the order they were taken, or of their names. */
  rows: readonly number[];
  /** Whether it will be made. An image alone makes none. */
  chosen: boolean;
  /** It was cut off the one above. */
  cut: boolean;
}

export interface Candidates {
  rows: ItemRow[];
  /** Images that are in a group already; left out unless asked for. */
  grouped: number;
}

/** Images that can be grouped: there, of a folder to label, not excluded, and not in a group unless asked for. */
export function groupable(
  items: readonly ItemRow[],
  document: ProjectDocument,
  regroup: boolean,
): Candidates {
  const folders = new Set(document.folders.filter((f) => f.purpose === 'label').map((f) => f.id));
  let grouped = 0;
  const rows = items.filter((item) => {
    if (item.box !== null || item.state === 'gone' || item.state === 'failed') return false;
    if (!folders.has(item.folder) || isExcluded(document, item.id)) return false;
    if (document.groups[item.id] === undefined) return true;
    grouped++;
    return regroup;
  });
  return { rows, grouped };
}

/** How many groups and images a plan would make. */
export function sizeOf(plan: readonly Proposed[]): { groups: number; images: number } {
  const chosen = plan.filter((one) => one.chosen && one.rows.length > 1);
  return { groups: chosen.length, images: chosen.reduce((sum, { rows }) => sum + rows.length, 0) };
}

/** The one command that makes the chosen groups; null where there are none. */
export function groupCommand(
  plan: readonly Proposed[],
  items: readonly ItemRow[],
  document: ProjectDocument,
): Command | null {
  const taken = new Set(Object.values(document.groups));
  const groups = plan
    .filter(({ chosen, rows }) => chosen && rows.length > 1)
    .map(({ rows }) => ({
      group: nameGroup(wishFor(items[rows[0] ?? -1]), taken),
      items: rows.flatMap((row) => items[row]?.id ?? []),
    }));
  return groups.length === 0 ? null : { name: 'setGroups', groups };
}

/** What a group is called after: its first image, without what tells its format. */
export const wishFor = (item: ItemRow | undefined): string => item?.path.replace(/\.[^./]+$/, '') ?? '';

/** The group that some of the items have, where it is one; otherwise a new one, called after the first. */
export function groupFor(
  items: readonly string[],
  first: ItemRow | undefined,
  { groups }: ProjectDocument,
): string {
  const [had, ...others] = new Set(items.flatMap((item) => groups[item] ?? []));
  return had !== undefined && others.length === 0
    ? had
    : nameGroup(wishFor(first), new Set(Object.values(groups)));
}

/** Seconds from the first to the last; null where a time is not known. */
export function spanOf(
  rows: readonly number[],
  items: readonly ItemRow[],
  times: ProjectDocument['times'],
): number | null {
  const all = rows.map((row) => (items[row] ? takenAt(items[row], times) : null));
  const known = all.filter((seconds): seconds is number => seconds !== null);
  if (known.length < all.length || known.length === 0) return null;
  return Math.max(...known) - Math.min(...known);
}

/** Where a group's images lie, below the project's folder; '' at its root. */
export function placeOf(item: ItemRow | undefined): string {
  return item ? directoryOf(item).slice(item.folder.length + 1) : '';
}

/** Rows of the items that share the item's group, its own among them; empty where it has none. */
export function membersOf(
  item: string,
  { groups }: ProjectDocument,
  rowOf: (item: string) => number | undefined,
): number[] {
  const group = groups[item];
  if (group === undefined) return [];
  const rows: number[] = [];
  for (const other in groups) {
    if (groups[other] !== group) continue;
    const row = rowOf(other);
    if (row !== undefined) rows.push(row);
  }
  return rows.sort((a, b) => a - b);
}
