/** @file Sets of images that show the same as the dialog shows them, and the commands they make. Pure. */
import type { DuplicateSet } from '../../main/contract/areas/organise';
import { isExcluded } from '../../main/contract/items';
import type { Command, ItemRow, ProjectDocument } from '../../main/contract/model';
import { nameGroup } from '../../main/organise/groups';
import { hashDistance } from '../../main/organise/hashes';
import { wishFor } from './groupPlan';

export interface ShownSet {
  /** Stands for the set whatever is kept of it. */
  id: number;
  members: Member[];
  kept: number;
  /** The one class of its learning members that have a label; null where none has, or where they differ. */
  class: string | null;
  /** Names of classes that its members are labelled with, where they differ. */
  conflict: string[];
  /** Members without a label, of learning items. */
  unlabelled: number;
  /** All of it is one group already. */
  grouped: boolean;
}

export interface Member {
  item: ItemRow;
  kept: boolean;
  /** Byte by byte the file that is kept. */
  same: boolean;
  /** Bits of 64 that it differs in from the one kept; null: not known. */
  distance: number | null;
  class: string | null;
}

/** A set without what has been excluded since; null where fewer than two are left. */
export function shownSet(
  { rows, same }: DuplicateSet,
  items: readonly ItemRow[],
  document: ProjectDocument,
  wished: number | undefined,
): ShownSet | null {
  const left = rows.filter((row) => items[row] && !isExcluded(document, items[row].id));
  const id = rows[0] ?? -1;
  const kept = wished !== undefined && left.includes(wished) ? wished : left[0];
  const keeper = items[kept ?? -1];
  if (left.length < 2 || kept === undefined || !keeper) return null;
  const isSame = (row: number): boolean => same[rows.indexOf(row)] === true;
  const members = left.flatMap((row) => {
    const item = items[row];
    if (!item) return [];
    const about = { kept: row === kept, same: isSame(row) && isSame(kept) };
    const distance = hashDistance(item.pixelHash, keeper.pixelHash);
    return [{ item, ...about, distance, class: document.labels[item.id]?.class ?? null }];
  });
  return { id, kept, members, ...labelsOf(members, document), grouped: isGroup(members, document) };
}

/** The label of a check item is never passed on: it would teach what the check is to measure. */
function labelsOf(members: readonly Member[], { classes, roles }: ProjectDocument) {
  const learning = members.filter(({ item }) => roles[item.id] === undefined);
  const found = new Set(learning.flatMap((one) => one.class ?? []));
  const [only] = found.size === 1 ? found : [];
  const names = classes.filter(({ id }) => found.has(id)).map(({ name }) => name);
  return {
    class: only ?? null,
    conflict: found.size > 1 ? names : [],
    unlabelled: learning.filter((one) => one.class === null).length,
  };
}

function isGroup(members: readonly Member[], { groups }: ProjectDocument): boolean {
  const names = new Set(members.map(({ item }) => groups[item.id]));
  return names.size === 1 && !names.has(undefined);
}

/** The others of each set are excluded, in one step. */
export function keepOne(sets: readonly ShownSet[]): Command | null {
  const images = sets.flatMap(({ members }) =>
    members.filter(({ kept }) => !kept).map(({ item }) => item.id),
  );
  return images.length === 0 ? null : { name: 'setExcluded', images, excluded: true };
}

/** Each set gets the label that its labelled members agree on, in one step. */
export function labelAll(sets: readonly ShownSet[], { roles }: ProjectDocument): Command | null {
  const byClass = new Map<string, string[]>();
  for (const { class: id, members } of sets) {
    if (id === null) continue;
    const items = members.filter((one) => one.class === null && roles[one.item.id] === undefined);
    if (items.length > 0) byClass.set(id, [...(byClass.get(id) ?? []), ...items.map(({ item }) => item.id)]);
  }
  const labels = [...byClass].map(([id, items]) => ({ class: id, items }));
  return labels.length === 0 ? null : { name: 'labelMany', how: 'bulk', labels };
}

/** Each set becomes a group, or joins the one group that its members have, in one step. */
export function groupThem(sets: readonly ShownSet[], document: ProjectDocument): Command | null {
  const taken = new Set(Object.values(document.groups));
  const groups = sets
    .filter(({ grouped }) => !grouped)
    .map(({ members }) => {
      const had = [...new Set(members.flatMap(({ item }) => document.groups[item.id] ?? []))];
      const group = had.length === 1 && had[0] ? had[0] : nameGroup(wishFor(members[0]?.item), taken);
      return { group, items: members.map(({ item }) => item.id) };
    });
  return groups.length === 0 ? null : { name: 'setGroups', groups: joined(groups) };
}

/** Two sets that share a group are one: a command names each group once. */
function joined(groups: readonly { group: string; items: string[] }[]) {
  const items = new Map<string, string[]>();
  for (const one of groups) items.set(one.group, [...(items.get(one.group) ?? []), ...one.items]);
  return [...items].map(([group, all]) => ({ group, items: all }));
}
