/**
 * @file The cache as a folder: how large its parts are, and how it goes elsewhere. Everything in it is made again where it is
 * missed. Runs in main.
 */
import { promises as fs } from 'node:fs';
import path from 'node:path';
import type { CacheContents } from '../contract/areas/preferences';
import { PersonError, describe } from '../contract/errors';
import { exists } from '../projects/freshFolder';
import { log } from './log';
import { SEEN_FILE } from './nativeParts';
import { told } from '../../strings/words';

/** Folders below the cache that are this app's, and no others are touched. */
export const PARTS = ['thumbnails', 'models'] as const;

/** Bytes of the files below a folder; 0 where there is none. */
export async function bytesBelow(folder: string): Promise<number> {
  const entries = await fs.readdir(folder, { withFileTypes: true }).catch(() => []);
  const sizes = entries.map(async (entry) => {
    const inside = path.join(folder, entry.name);
    if (entry.isDirectory()) return bytesBelow(inside);
    // What another process removes meanwhile takes no room any more.
    return fs.stat(inside).then(
      ({ size }) => size,
      () => 0,
    );
  });
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

/**
 * Makes the folder of a cache to come, with what is in the present one or without.
 * @throws PersonError where it cannot be written; what had been copied is removed again
 */
export async function prepareCache(from: string, to: string, contents: CacheContents): Promise<void> {
  try {
    for (const part of PARTS) await fs.mkdir(path.join(to, part), { recursive: true });
    if (contents === 'move') for (const name of [...PARTS, SEEN_FILE]) await copyThere(from, to, name);
    await fs.access(to, fs.constants.W_OK);
  } catch (error) {
    await removeCache(to);
    throw new PersonError(told().shell.cacheNotMoved(to), describe(error));
  }
}

async function copyThere(from: string, to: string, name: string): Promise<void> {
  // A cache that was emptied by hand has not all of it.
  if (await exists(path.join(from, name)))
    await fs.cp(path.join(from, name), path.join(to, name), { recursive: true });
}

/** Removes this app's parts, and the folder itself where nothing else is in it. */
export async function removeCache(folder: string): Promise<void> {
  for (const part of [...PARTS, SEEN_FILE]) {
    await fs
      .rm(path.join(folder, part), { recursive: true, force: true })
      .catch((error: unknown) => log.warn('a part of the former cache stays', error));
  }
  // Not empty: someone else's, or the bench's.
  await fs.rmdir(folder).catch(() => undefined);
}

/** Whether a cache can be there: a disk that is not connected leaves the usual place. */
export async function canHold(folder: string): Promise<boolean> {
  try {
    await fs.mkdir(folder, { recursive: true });
    await fs.access(folder, fs.constants.W_OK);
    return true;
  } catch (error) {
    log.warn('the chosen cache cannot be used, and the usual one is', error);
    return false;
  }
}
