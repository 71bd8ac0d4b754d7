/**
 * @file The embeddings files of a project, one for each embedding space (backbone, decoder version, framing). Runs in
 * the engine.
 */
import { createHash } from 'node:crypto';
import { promises as fs } from 'node:fs';
import path from 'node:path';
import { VERSION } from './layout';
import type { Shape } from './layout';

const SUFFIX = '.embeddings';
/**
 * Going back and forth between three framings costs nothing, by either of two backbones, of which each has a file for boxes
 * too; 50,000 images take 260 MB.
 */
const KEPT = 8;

/** The file of this space in a project's folder of embeddings: named by a hash of all that it depends on. */
export function spaceFile(folder: string, { dimension, extra, space }: Shape): string {
  const name = createHash('sha256')
    .update(JSON.stringify([VERSION, dimension, extra, space]))
    .digest('hex');
  return path.join(folder, name.slice(0, 24) + SUFFIX);
}

/** All files of embeddings in a folder, whatever they are of; none where there is no such folder. */
export async function spaceFiles(folder: string): Promise<string[]> {
  const names = await fs.readdir(folder).catch((): string[] => []);
  return names.filter((name) => name.endsWith(SUFFIX)).map((name) => path.join(folder, name));
}

/** What a crash left of writing one anew. */
export async function strayFiles(folder: string): Promise<string[]> {
  const names = await fs.readdir(folder).catch((): string[] => []);
  return names.filter((name) => name.endsWith('.tmp')).map((name) => path.join(folder, name));
}

/** Removes all but the files that were used last, this one among them. */
export async function dropOldSpaces(inUse: string): Promise<void> {
  const folder = path.dirname(inUse);
  const now = new Date();
  await fs.utimes(inUse, now, now);
  const files = await spaceFiles(folder);
  const used = await Promise.all(files.map(async (file) => ({ file, at: (await fs.stat(file)).mtimeMs })));
  used.sort((a, b) => b.at - a.at);
  for (const { file } of used.slice(KEPT)) if (file !== inUse) await fs.rm(file, { force: true });
}
