/**
 * @file Where an export goes. Everything is written into a hidden folder beside the target, and renamed once it is
 * whole and checked: under its own name an export is complete or not there, whatever ends the program meanwhile. Runs
 * in main; knows no Electron.
 */
import { promises as fs } from 'node:fs';
import path from 'node:path';
import { PersonError } from '../contract/errors';
import { errorCode } from '../projects/errors';
import { syncFolder } from '../projects/files';
import { exists, hiddenFolder, nameFolder } from '../projects/freshFolder';
import { isExport } from './earlierExport';
import { told } from '../../strings/words';

export type Target =
  /** A new folder `NAME model` in a folder of the person's, numbered where there is one. */
  | { kind: 'inside'; directory: string; name: string }
  /** This very folder; one that exists is replaced only where that is asked for, and only an earlier export. */
  | { kind: 'exact'; folder: string; replace: boolean };

/** Of a project's name, in bytes: file systems allow 255 for the whole. */
const NAME_BYTES = 200;

/**
 * Makes the hidden folder that everything is written into.
 * @throws PersonError where the target is taken; Error with the system's code where nothing can be made there
 */
export async function prepareTarget(target: Target): Promise<string> {
  if (target.kind === 'exact') await requireFree(target.folder, target.replace);
  const { directory } = placeOf(target);
  return hiddenFolder(directory, 'export');
}

/**
 * Gives the written folder its name.
 * @param suffix such as '.failed'
 * @returns the folder's path
 */
export async function publish(temporary: string, target: Target, suffix = ''): Promise<string> {
  const { directory, name } = placeOf(target);
  if (target.kind !== 'exact' || suffix !== '')
    return nameFolder(temporary, path.join(directory, name + suffix));
  await syncFolder(temporary);
  const folder = await replaceFolder(temporary, target);
  await syncFolder(directory);
  return folder;
}

/** A project's name as a folder's: without what some file system cannot hold. */
export function folderName(project: string): string {
  const clean = project.replace(/[\u0000-\u001f\\/:*?"<>|]+/g, '-');
  const trimmed = shortened(clean).replace(/^[\s.]+|[\s.]+$/g, '');
  return `${trimmed || 'Imprinted'} model`;
}

function shortened(name: string): string {
  const characters = [...name];
  while (Buffer.byteLength(characters.join('')) > NAME_BYTES) characters.pop();
  return characters.join('');
}

function placeOf(target: Target): { directory: string; name: string } {
  if (target.kind === 'inside') return { directory: target.directory, name: folderName(target.name) };
  const folder = path.resolve(target.folder);
  return { directory: path.dirname(folder), name: path.basename(folder) };
}

async function requireFree(folder: string, replace: boolean): Promise<void> {
  const names = await fs.readdir(folder).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return [];
    throw new PersonError(told().exports.noFolder(folder));
  });
  if (names.length === 0) return;
  if (!replace) throw new PersonError(told().exports.folderThere(folder));
  if (!(await isExport(folder))) throw new PersonError(told().exports.somethingElse(folder));
}

async function replaceFolder(
  temporary: string,
  { folder, replace }: { folder: string; replace: boolean },
): Promise<string> {
  await requireFree(folder, replace);
  const old = (await exists(folder)) ? `${temporary}-old` : null;
  if (old !== null) await fs.rename(folder, old);
  try {
    await fs.rename(temporary, folder);
  } catch (error) {
    if (old !== null) await fs.rename(old, folder);
    throw error;
  }
  if (old !== null) await fs.rm(old, { recursive: true, force: true });
  return folder;
}
