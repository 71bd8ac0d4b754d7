/** @file The sample as 'Try the sample' lays it out: numbered files in one folder, whose classes only their origin tells. */
import fs from 'node:fs/promises';
import path from 'node:path';
import { root } from '../../scripts/setup/paths.mjs';

const shipped = path.join(root, 'resources/samples/photos');

/** A home without a folder for documents serves as one itself. */
export const sampleFolder = (home: string): string => path.join(home, 'Imprint Studio/Sample photos');

/** Names in the sample's folder of the photos of each class, in the folder's order. */
export async function sampleClasses(home: string): Promise<Map<string, string[]>> {
  const files = (await fs.readdir(sampleFolder(home))).filter((name) => name.endsWith('.webp')).sort();
  const found = new Map<string, string[]>();
  for (const entry of await fs.readdir(shipped, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const own = new Set(await fs.readdir(path.join(shipped, entry.name)));
    found.set(
      entry.name,
      files.filter((file) => own.has(file.replace(/^\d+ /, ''))),
    );
  }
  return found;
}
