/**
 * @file A new folder of the person's: written under a hidden name beside its place, and named once it is whole. Under
 * its own name it is complete or not there, whatever ends the program meanwhile. Runs in main; knows no Electron.
 */
import { randomBytes } from 'node:crypto';
import { promises as fs } from 'node:fs';
import path from 'node:path';
import { PersonError } from '../contract/errors';
import { errorCode } from './errors';
import { syncFolder } from './files';
import { told } from '../../strings/words';

const WRITING = /^\.imprint-(?:export|labels|backbone)\.writing-[0-9a-f]{8}$/;
/** What a killed program left behind; one that is being written is minutes old at most. */
const ABANDONED_AFTER_MS = 60 * 60 * 1000;
const MOST_NUMBERS = 1000;

/** Makes the hidden folder that everything is written into, and removes those that were abandoned. */
export async function hiddenFolder(
  directory: string,
  what: 'export' | 'labels' | 'backbone',
): Promise<string> {
  await fs.mkdir(directory, { recursive: true });
  await removeAbandoned(directory);
  const temporary = path.join(directory, `.imprint-${what}.writing-${randomBytes(4).toString('hex')}`);
  await fs.mkdir(temporary);
  return temporary;
}

/**
 * Gives it the first free of `wanted`, `wanted 2`, `wanted 3`, …; a folder that exists is never touched.
 * @returns the folder's path
 */
export async function nameFolder(temporary: string, wanted: string): Promise<string> {
  await syncFolder(temporary);
  const folder = await numbered(temporary, wanted);
  await syncFolder(path.dirname(folder));
  return folder;
}

async function numbered(temporary: string, wanted: string): Promise<string> {
  for (let number = 1; number <= MOST_NUMBERS; number++) {
    const folder = number === 1 ? wanted : `${wanted} ${number}`;
    if (await exists(folder)) continue;
    // Another program may have taken the name since: a folder with content cannot be renamed over.
    if (await renamed(temporary, folder)) return folder;
  }
  throw new PersonError(told().projects.namesTaken(MOST_NUMBERS, wanted));
}

async function renamed(from: string, to: string): Promise<boolean> {
  try {
    await fs.rename(from, to);
    return true;
  } catch (error) {
    if (['ENOTEMPTY', 'EEXIST'].includes(errorCode(error) ?? '') || (await exists(to))) return false;
    throw error;
  }
}

async function removeAbandoned(directory: string): Promise<void> {
  for (const name of await fs.readdir(directory)) {
    if (!WRITING.test(name)) continue;
    const folder = path.join(directory, name);
    const { mtimeMs } = await fs.stat(folder).catch(() => ({ mtimeMs: Date.now() }));
    if (Date.now() - mtimeMs > ABANDONED_AFTER_MS) await fs.rm(folder, { recursive: true, force: true });
  }
}

export const exists = (place: string): Promise<boolean> =>
  fs.lstat(place).then(
    () => true,
    () => false,
  );
