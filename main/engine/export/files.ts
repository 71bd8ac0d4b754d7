/** @file The files of one exported model, and how they come onto the disk. Runs in the engine. */
import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { syncFolder, writeNew } from '../../projects/files';
import type { ModelFileInfo } from '../modelFile/metadata';

/** Content by name. */
export type Files = Record<string, Uint8Array>;

/**
 * Makes the folder and writes each file to the disk itself; returns when all of it would survive a power cut.
 * @throws Error with the system's code where the disk refuses
 */
export async function writeFolder(folder: string, files: Files): Promise<void> {
  await mkdir(folder);
  for (const [name, data] of Object.entries(files)) await writeNew(path.join(folder, name), data);
  await syncFolder(folder);
}

export function fileInfos(files: Files): ModelFileInfo[] {
  return Object.entries(files).map(([name, data]) => ({
    name,
    bytes: data.length,
    sha256: createHash('sha256').update(data).digest('hex'),
  }));
}
