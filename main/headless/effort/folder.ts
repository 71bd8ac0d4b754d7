/**
 * @file A labelled folder as whoever labels it meets it: flat and mixed, its names telling nothing. Runs in main.
 */
import { promises as fs } from 'node:fs';
import path from 'node:path';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { drawToFront } from '../../contract/draw';
import { PersonError } from '../../contract/errors';
import { scanFolders } from '../../images/scan';
import { classOf } from '../folder/folder';

/** Class of images that show none of the others. */
export const REST = 'none of these';

export interface Mixed {
  folder: string;
  /** Class of each file, by its name. */
  truth: ReadonlyMap<string, string>;
}

/**
 * @param folder one subfolder per class
 * @param rest the class of the images at its root; null leaves them out
 * @param to a folder of ours
 * @throws {PersonError} where there are fewer than two classes
 */
export async function mix(folder: string, rest: string | null, seed: number, to: string): Promise<Mixed> {
  const { images } = await scanFolders([{ id: 'folder', path: folder }]);
  const known = images
    .map((image) => ({ path: image.path, class: classOf(image.path) ?? rest }))
    .filter((image): image is { path: string; class: string } => image.class !== null)
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  if (new Set(known.map((image) => image.class)).size < 2)
    throw new PersonError(`${folder} needs subfolders of at least two classes to be labelled by.`);
  const truth = new Map<string, string>();
  for (const [i, image] of shuffled(known, seed).entries()) {
    const name = `${String(i).padStart(5, '0')}${path.extname(image.path)}`;
    await fs.copyFile(path.join(folder, image.path), path.join(to, name));
    truth.set(name, image.class);
  }
  return { folder: to, truth };
}

/** xoroshiro128+ as everywhere. */
export function shuffled<T>(values: readonly T[], seed: number): T[] {
  const left = [...values];
  drawToFront(left, left.length - 1, xoroshiro128plus(seed | 0));
  return left;
}
