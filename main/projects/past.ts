/**
 * @file What a project's folder remembers of earlier states of the project: what removed labels, classes and boxes can be read
 * from until a person has it purged. Runs in main.
 */
import { promises as fs } from 'node:fs';
import path from 'node:path';
import { syncFolder } from './files';
import { backupPath, projectPaths } from './paths';

/** So many things, in so many bytes. */
export interface Remembered {
  count: number;
  bytes: number;
}

export interface Past {
  /** Steps of the history. */
  history: Remembered;
  /** Backups and versions that were put aside. */
  states: Remembered;
}

const STATE = /^project\.(?:backup-[123]|(?:broken|changed|format-\d+)-[0-9A-Z-]+)\.json$/;

interface StateFile {
  file: string;
  bytes: number;
}

/** Files that hold a state of the project other than the present one. */
export async function otherStates(folder: string): Promise<StateFile[]> {
  const names = (await fs.readdir(folder)).filter((name) => STATE.test(name));
  const present = await fs.readFile(projectPaths(folder).document);
  const found = await Promise.all(names.map((name) => stateFile(path.join(folder, name), present)));
  return found.filter((one) => one !== null);
}

async function stateFile(file: string, present: Buffer): Promise<StateFile | null> {
  const { size: bytes } = await fs.stat(file);
  const same = bytes === present.length && (await fs.readFile(file)).equals(present);
  return same ? null : { file, bytes };
}

/** All of them but the newest backup, which the present state must have taken the place of. */
export async function removeOtherStates(folder: string): Promise<void> {
  const [newest, found] = [backupPath(folder, 1), await otherStates(folder)];
  for (const { file } of found) if (file !== newest) await fs.rm(file, { force: true });
  await syncFolder(folder);
}

export const sumOf = (files: readonly { bytes: number }[]): Remembered => ({
  count: files.length,
  bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
});
