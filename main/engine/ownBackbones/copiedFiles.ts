/**
 * @file The copied files of a backbone of the person's own, and whether they still are what was looked at and tried. Engine,
 * and whoever adds a backbone.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { describe } from '../../contract/errors';
import { BackboneError } from '../backbone/description';
import type { OwnDescription, OwnFile } from './description';
import { filesIn } from './folder';

/**
 * `files` of backbone.json for a model's folder: all there are, by name.
 * @throws Unfit where a link leaves the folder, something is no file, or there is more than a model has
 */
export async function copiedFiles(modelDir: string): Promise<OwnFile[]> {
  const dir = await realpath(modelDir);
  const names = [...(await filesIn(dir))].sort(([a], [b]) => (a < b ? -1 : 1));
  const files: OwnFile[] = [];
  for (const [file, bytes] of names)
    files.push({ file, bytes, sha256: await sha256Of(path.join(dir, file)) });
  return files;
}

/**
 * Compares the copied files with what backbone.json says of them.
 * @throws BackboneError naming the first that is missing, foreign or changed
 */
export async function requireCopied(
  dir: string,
  { name, files, model }: Pick<OwnDescription, 'name' | 'files' | 'model'>,
): Promise<void> {
  const found = await copiedFiles(path.join(dir, model.folder)).catch((cause: unknown) => {
    throw damaged(name, describe(cause), cause);
  });
  const there = new Map(found.map((each) => [each.file, each]));
  for (const { file, sha256 } of files) {
    const copy = there.get(file);
    if (!copy) throw damaged(name, `its file ${file} is missing`);
    if (copy.sha256 !== sha256) throw damaged(name, `its file ${file} is not the one that was added`);
    there.delete(file);
  }
  const [foreign] = there.keys();
  if (foreign !== undefined) throw damaged(name, `the file ${foreign} was put beside its own`);
}

const damaged = (name: string, why: string, cause?: unknown): BackboneError =>
  new BackboneError(
    `The backbone ‘${name}’ was not loaded, because ${why}. Remove it and add the model again.`,
    cause === undefined ? undefined : { cause },
  );

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
