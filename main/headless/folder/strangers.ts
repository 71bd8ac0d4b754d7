/**
 * @file What else lies among the images: files that are none, pipes, links that go round in circles. The scan passes
 * over them, and a person who put them there should be told. Runs in main.
 */
import { promises as fs, type Dirent } from 'node:fs';
import path from 'node:path';
import { isFolderToEnter, isImageName } from '../../images/scanNames';
import { below, holds, type Place } from '../../images/scanPlace';
import { noFile } from '../../images/scanProblems';
import type { Unread } from './unread';

/** Put there by systems, not by people. */
const SYSTEM_FILES = new Set(['thumbs.db', 'ehthumbs.db', 'desktop.ini']);

/** In the order of their paths. Folders that cannot be read are the scan's to report. */
export async function strangersIn(folder: string): Promise<Unread[]> {
  const found: Unread[] = [];
  const waiting: Place[] = [{ folder: '', relative: '', real: await fs.realpath(folder) }];
  for (let place = waiting.pop(); place; place = waiting.pop()) {
    const entries = await fs.readdir(place.real, { withFileTypes: true }).catch((): Dirent[] => []);
    for (const entry of entries.filter(({ name }) => isOfInterest(name))) {
      const inside = below(place, entry.name);
      if (entry.isDirectory()) waiting.push(...(isFolderToEnter(entry.name) ? [inside] : []));
      else found.push(...(await strange(entry, inside)));
    }
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

const isOfInterest = (name: string): boolean =>
  !name.startsWith('.') && !SYSTEM_FILES.has(name.toLowerCase());

async function strange(entry: Dirent, { relative, real }: Place): Promise<Unread[]> {
  if (entry.isSymbolicLink()) return strangeLink(relative, real);
  if (isImageName(entry.name)) return [];
  return [entry.isFile() ? noImage(relative) : noFile('', relative)].map(unread);
}

/** Links to images and to folders elsewhere are followed by the scan; broken ones are reported by it. */
async function strangeLink(relative: string, real: string): Promise<Unread[]> {
  const target = await fs.realpath(real).catch(() => null);
  const stat = target === null ? null : await fs.stat(target).catch(() => null);
  if (target === null || stat === null) return [];
  if (stat.isDirectory()) return holds(target, path.dirname(real)) ? [loop(relative)] : [];
  if (isImageName(path.basename(relative))) return [];
  return [stat.isFile() ? noImage(relative) : noFile('', relative)].map(unread);
}

const unread = ({ path, reason }: Unread): Unread => ({ path, reason });

const noImage = (path: string): Unread => ({
  path,
  reason: `${path} is not named like an image, so it was not read.`,
});

const loop = (path: string): Unread => ({
  path,
  reason: `${path} is a link back to a folder that it lies in, so it was not followed.`,
});
