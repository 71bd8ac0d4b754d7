/**
 * @file What lies in the folder that a command was given: images by class (the path below the folder), and whatever
 * will not be read, with its reason. Opens no image. Runs in main.
 */
import { promises as fs } from 'node:fs';
import { PersonError } from '../../contract/errors';
import { scanFolders } from '../../images/scan';
import { errorCode } from '../../projects/errors';
import { strangersIn } from './strangers';
import type { Unread } from './unread';

export interface FolderImages {
  /** Absolute, as the person wrote it. */
  folder: string;
  /** In the order of their names, code unit by code unit. */
  classes: { name: string; images: number }[];
  /** All images, those at the folder's root included. */
  images: number;
  /** Named like images, but pipes, broken links or closed to us. */
  unread: Unread[];
  /** What is no image. */
  strangers: Unread[];
}

/** @throws {PersonError} where there is no such folder, or no image in it */
export async function readFolder(folder: string): Promise<FolderImages> {
  await requireFolder(folder);
  const [scan, strangers] = await Promise.all([
    scanFolders([{ id: 'folder', path: folder }]),
    strangersIn(folder),
  ]);
  const unread = scan.problems.map(({ path, reason }) => ({ path, reason }));
  if (scan.images.length === 0) throw new PersonError(noImages(folder, [...unread, ...strangers]));
  const classes = countClasses(scan.images.map((image) => image.path));
  return { folder, classes, images: scan.images.length, unread, strangers };
}

/** The class of an image is the path of its folder below the one given; null for images at the root. */
export function classOf(path: string): string | null {
  const end = path.lastIndexOf('/');
  return end < 0 ? null : path.slice(0, end);
}

function countClasses(paths: readonly string[]): FolderImages['classes'] {
  const counts = new Map<string, number>();
  for (const path of paths) {
    const name = classOf(path);
    if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts.keys()].sort().map((name) => ({ name, images: counts.get(name) ?? 0 }));
}

/** @throws {PersonError} where it is none, or may not be read */
export async function requireFolder(folder: string): Promise<void> {
  const stat = await fs.stat(folder).catch((error: unknown) => errorCode(error));
  if (stat === 'ELOOP') throw new PersonError(`${folder} is a link that leads to itself.`);
  if (stat === 'EACCES') throw new PersonError(`${folder} may not be read: check its permissions.`);
  if (stat === null || typeof stat === 'string') throw new PersonError(`There is no folder ${folder}.`);
  if (!stat.isDirectory()) throw new PersonError(`${folder} is no folder.`);
}

function noImages(folder: string, [first]: readonly Unread[]): string {
  const kinds = 'JPEG, PNG, GIF, WebP, AVIF and BMP files are read';
  return `There are no images in ${folder} (${first ? first.reason.replace(/\.$/, '') : kinds}).`;
}
