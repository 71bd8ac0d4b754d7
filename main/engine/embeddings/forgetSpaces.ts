/**
 * @file Takes embeddings out of all files of a project, of whichever backbone, decoder and framing they are. Runs in the engine.
 */
import { promises as fs } from 'node:fs';
import { keepOnly, strangersIn, type Strangers } from './forgetting';
import { spaceFiles, strayFiles } from './spaces';
import type { EmbeddingStore } from './store';

export interface Forgetting {
  folder: string;
  /** Hashes of what is to stay. */
  keep: readonly string[];
  /** Otherwise it is only looked what there is. */
  really: boolean;
}

/**
 * @param open stores whose files are in use
 * @returns hashes that are in none of the kept, each once, and the bytes they take in all files
 * @throws the system's error; files before it are without them already
 */
export async function forgetSpaces(
  { folder, keep, really }: Forgetting,
  open: readonly EmbeddingStore[],
): Promise<Strangers> {
  const kept = new Set(keep);
  const found: Strangers[] = [];
  for (const file of await spaceFiles(folder)) {
    const store = open.find(({ path }) => path === file);
    if (!really) found.push(strangersIn(file, kept));
    else found.push(store ? await store.keepOnly(kept) : keepOnly(file, kept));
  }
  if (really) for (const file of await strayFiles(folder)) await fs.rm(file, { force: true });
  return {
    hashes: [...new Set(found.flatMap(({ hashes }) => hashes))],
    bytes: found.reduce((sum, { bytes }) => sum + bytes, 0),
  };
}
