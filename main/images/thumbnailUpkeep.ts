/** @file Keeps the folder of thumbnail packs within its limits. Runs in main. */
import { promises as fs } from 'node:fs';
import path from 'node:path';
import type { ThumbnailPack } from './thumbnailPack';

const HOUR = 60 * 60_000;
const SMALL_BYTES = 2 ** 20;
const MANY = 32;

/** The packs to remove, so that the others take at most `limit` bytes: those that were used least recently. */
export function packsToEvict(packs: Iterable<ThumbnailPack>, limit: number): ThumbnailPack[] {
  let left = limit;
  const newestFirst = [...packs].sort((a, b) => b.usedAt - a.usedAt);
  return newestFirst.filter((pack) => (left -= pack.size) < 0);
}

/** Small packs that many short sessions left, worth being made one; none while they are few or may be in use. */
export function packsToMerge(packs: Iterable<ThumbnailPack>, now: number): ThumbnailPack[] {
  const small = [...packs].filter((pack) => pack.size < SMALL_BYTES && now - pack.usedAt > HOUR);
  return small.length > MANY ? small : [];
}

/** Removes packs whose index a crash kept from being made. */
export async function removeOrphans(folder: string, now: number): Promise<void> {
  const names = new Set(await fs.readdir(folder));
  for (const name of names) {
    if (!name.endsWith('.pack') || names.has(name.replace(/pack$/, 'idx'))) continue;
    const file = path.join(folder, name);
    const stat = await fs.stat(file).catch(() => null);
    if (stat && now - stat.mtimeMs > HOUR) await fs.rm(file, { force: true });
  }
}
