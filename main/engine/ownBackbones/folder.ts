/**
 * @file Files of a folder that a person chose: which there are, how large, and that no link leads out of it. What changes
 * after the look is not seen, so whoever loads looks at a copy of the app's own. Engine.
 */
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { MOST_BYTES, Unfit } from './answer';

const MOST_FILES = 2000;
const DEEPEST = 8;

/** Sizes in bytes by path within the folder, with '/' between its parts. */
export type Files = ReadonlyMap<string, number>;

/**
 * @param dir - a resolved path
 * @throws Unfit where a link leaves the folder, something is no file, or there is more than a model has
 */
export async function filesIn(dir: string): Promise<Files> {
  const files = new Map<string, number>();
  await collect(dir, '', files, DEEPEST);
  const total = [...files.values()].reduce((sum, bytes) => sum + bytes, 0);
  if (total > MOST_BYTES) throw new Unfit(`its files are ${total} bytes, more than ${MOST_BYTES}`);
  return files;
}

async function collect(dir: string, under: string, files: Map<string, number>, left: number): Promise<void> {
  if (left === 0) throw new Unfit(`its folders are nested more than ${DEEPEST} deep`);
  for (const name of await readdir(path.join(dir, under))) {
    const inside = under ? `${under}/${name}` : name;
    const info = await infoOf(dir, inside);
    if (info.isDirectory()) await collect(dir, inside, files, left - 1);
    else if (info.isFile()) files.set(inside, info.size);
    else throw new Unfit(`${inside} is no file`);
    if (files.size > MOST_FILES) throw new Unfit(`its folder holds more than ${MOST_FILES} files`);
  }
}

async function infoOf(dir: string, inside: string) {
  const file = path.join(dir, inside);
  const real = await realpath(file).catch(() => null);
  if (!real?.startsWith(dir + path.sep)) throw new Unfit(`${inside} is a link that leads out of its folder`);
  return stat(real);
}

/** @throws Unfit where it is not there or larger than `most` bytes */
export async function readWithin(dir: string, files: Files, name: string, most: number): Promise<Buffer> {
  const bytes = files.get(name);
  if (bytes === undefined) throw new Unfit(`${name} is missing`);
  if (bytes > most) throw new Unfit(`${name} is ${bytes} bytes, more than ${most}`);
  return readFile(path.join(dir, name));
}
