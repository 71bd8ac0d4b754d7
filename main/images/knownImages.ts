/**
 * @file What the index knows to be in folders that are there: shown at once when a project opens, before anything is
 * looked through. Runs in main.
 */
import { promises as fs } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import type { ImageFolder } from '../contract/model';
import { naturalKey } from './naturalOrder';
import type { IndexEntry } from './scanIndexFile';

/** Keys made between two breaths: 50,000 in one go would hold main up for a tenth of a second. */
const AT_ONCE = 4000;

/** Folder by folder in the given order, in each in natural order of their paths, as a look through them gives them. */
export async function knownImages(
  entries: Iterable<IndexEntry>,
  folders: readonly ImageFolder[],
): Promise<IndexEntry[]> {
  const there = await Promise.all(folders.map(({ path }) => isThere(path)));
  const places = new Map(folders.flatMap(({ id }, place) => (there[place] ? [[id, place]] : [])));
  const known = [...entries].filter(({ gone, folder }) => !gone && places.has(folder));
  const keyed: { entry: IndexEntry; place: number; key: string }[] = [];
  for (const entry of known) {
    keyed.push({ entry, place: places.get(entry.folder) ?? 0, key: naturalKey(entry.path) });
    if (keyed.length % AT_ONCE === 0) await setImmediate();
  }
  return keyed
    .sort((a, b) => a.place - b.place || compare(a.key, b.key) || compare(a.entry.path, b.entry.path))
    .map(({ entry }) => entry);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A folder that cannot be listed is said to be missing by the look that follows. */
const isThere = (folder: string): Promise<boolean> =>
  fs.access(folder).then(
    () => true,
    () => false,
  );
