/** @file Files and folders that lie in one folder of a project: how much they are, and how they go for good. Runs in main. */
import { promises as fs } from 'node:fs';
import path from 'node:path';
import { syncFolder } from './files';

export interface Stored {
  /** File or folder. */
  name: string;
  /** Of the file, or of all files below the folder. */
  bytes: number;
}

/** What is in a folder; nothing where there is none. */
export async function storedIn(folder: string): Promise<Stored[]> {
  const found = await fs.readdir(folder, { withFileTypes: true }).catch(() => []);
  return Promise.all(
    found.map(async (one) => {
      const place = path.join(folder, one.name);
      if (!one.isDirectory()) return { name: one.name, bytes: (await fs.stat(place)).size };
      const inside = await storedIn(place);
      return { name: one.name, bytes: inside.reduce((sum, { bytes }) => sum + bytes, 0) };
    }),
  );
}

/** Removes them durably. @throws the system's error */
export async function removeStored(folder: string, stored: readonly Stored[]): Promise<void> {
  for (const { name } of stored) await fs.rm(path.join(folder, name), { recursive: true, force: true });
  if (stored.length > 0) await syncFolder(folder);
}
