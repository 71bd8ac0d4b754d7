/** @file The sample photos as a folder of the person's own: flat and mixed, so that there is something to label. */
import { createHash } from 'node:crypto';
import { promises as fs } from 'node:fs';
import path from 'node:path';

const FOLDER = 'Sample photos';

/**
 * Copies the shipped photos (one folder per class) into one folder, in an order that mixes the classes. Done once;
 * a copy that was cut short is never taken for a whole one.
 * @param shipped folder with `photos/` and `ATTRIBUTION.md`
 * @param directory where projects are kept
 * @returns the folder of photos
 */
export async function copySample(shipped: string, directory: string): Promise<string> {
  const target = path.join(directory, FOLDER);
  if (await exists(target)) return target;
  const temporary = `${target}.copying-${process.pid}`;
  await fs.rm(temporary, { recursive: true, force: true });
  await fs.mkdir(temporary, { recursive: true });
  await copyFlat(path.join(shipped, 'photos'), temporary);
  await fs.copyFile(path.join(shipped, 'ATTRIBUTION.md'), path.join(temporary, 'ATTRIBUTION.md'));
  await fs.rename(temporary, target);
  return target;
}

async function copyFlat(photos: string, target: string): Promise<void> {
  const files = (await filesBelow(photos)).map((file) => ({ file, order: mixed(path.basename(file)) }));
  files.sort((a, b) => (a.order < b.order ? -1 : 1));
  for (const [i, { file }] of files.entries()) {
    const number = String(i + 1).padStart(3, '0');
    await fs.copyFile(file, path.join(target, `${number} ${path.basename(file)}`));
  }
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await fs.readdir(folder, { withFileTypes: true });
  const lists = await Promise.all(
    entries.map(async (entry) => {
      const inside = path.join(folder, entry.name);
      return entry.isDirectory() ? filesBelow(inside) : [inside];
    }),
  );
  return lists.flat();
}

/** An order that has nothing to do with the classes and is the same everywhere. */
const mixed = (name: string): string => createHash('sha256').update(name).digest('hex');

const exists = (place: string): Promise<boolean> =>
  fs.access(place).then(
    () => true,
    () => false,
  );
