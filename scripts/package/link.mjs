/** @file A second copy of a folder that costs no room. */
import { copyFile, link, mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';

/**
 * By hard links where the file system allows them: for what is only read, or replaced as a whole.
 * @param {string} from
 * @param {string} to
 * @param {(file: string) => boolean} [isOwn] of `from`: must be a file of its own, because it will be changed
 */
export async function linkAll(from, to, isOwn = () => false) {
  await mkdir(to, { recursive: true });
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory()) await linkAll(source, target, isOwn);
    else if (isOwn(source)) await copyFile(source, target);
    else await link(source, target).catch(() => copyFile(source, target));
  }
}
