/**
 * @file Keeps the SavedModel that the engine runs in the user's cache, written once per backbone and emitter version.
 * Engine; several engines may start at once and any of them may be killed at any moment.
 *
 * [Note: whole or not there] Each file is written under a name of its own, flushed to disk and then renamed: under its
 * final name it is whole or does not exist. All writers write the same bytes, so one replacing another's file is seen
 * by nobody. The model's hash is renamed last and checked on every start, since a cache is where disks and cleaners
 * leave damage, and damaged weights guess wrongly without a word.
 */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { backboneHash, readDescription, type BackboneDescription } from './description';
import { EMITTER_VERSION, encodeSavedModel } from './savedModel';
import { readGraph } from './weights';

const MODEL_FILE = 'saved_model.pb';
const HASH_FILE = 'saved_model.sha256';
const TEMPORARY = '.writing-';
/** A file that another engine is writing is seconds old; one this old was left by a killed one. */
const ABANDONED_AFTER_MS = 60 * 60 * 1000;

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** What the engine asks its model for. */
export function engineOutputs({ outputs }: BackboneDescription): string[] {
  return [outputs.embedding, outputs.logits];
}

/** The folder's name says all that its content depends on. */
function modelName(description: BackboneDescription, outputs: readonly string[]): string {
  const content = JSON.stringify([backboneHash(description), outputs, EMITTER_VERSION]);
  return `${description.id}-${hashOf(Buffer.from(content)).slice(0, 16)}`;
}

async function isWhole(folder: string): Promise<boolean> {
  const model = path.join(folder, MODEL_FILE);
  const hash = path.join(folder, HASH_FILE);
  try {
    return hashOf(await readFile(model)) === (await readFile(hash, 'utf8'));
  } catch {
    return false; // not there, or not readable: either way it is written anew
  }
}

async function writeFlushed(file: string, data: Uint8Array | string): Promise<void> {
  const handle = await open(file, 'wx');
  try {
    await handle.writeFile(data);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** See [Note: whole or not there]. */
async function writeWhole(file: string, data: Uint8Array | string): Promise<void> {
  const temporary = `${file}${TEMPORARY}${randomUUID()}`;
  try {
    await writeFlushed(temporary, data);
    await rename(temporary, file);
  } catch (cause) {
    await rm(temporary, { force: true });
    throw cause;
  }
}

/** Makes new names in a folder last through a power cut; Windows has no such call and needs none. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function removeAbandoned(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.includes(TEMPORARY)) continue;
    const file = path.join(folder, name);
    const age = await stat(file).then(
      ({ mtimeMs }) => Date.now() - mtimeMs,
      () => 0,
    );
    if (age > ABANDONED_AFTER_MS) await rm(file, { force: true });
  }
}

async function writeModel(folder: string, model: Uint8Array): Promise<void> {
  await mkdir(folder, { recursive: true });
  await removeAbandoned(folder);
  try {
    await writeWhole(path.join(folder, MODEL_FILE), model);
    await writeWhole(path.join(folder, HASH_FILE), hashOf(model));
  } catch (cause) {
    // Windows refuses to replace a file that another engine has just written and is reading: then it is there.
    if (!(await isWhole(folder))) throw cause;
  }
  await flushFolder(folder);
  await flushFolder(path.dirname(folder));
}

/**
 * The folder of the backbone's SavedModel in `cacheDir`, written where it is missing, outdated or damaged.
 * @param backboneDir - holds backbone.json and the files it names
 * @param cacheDir - made where it does not exist
 * @param wanted - layers that the model answers with: {@link engineOutputs} unless told
 * @throws BackboneError where the backbone itself is damaged; Error with the system's code where the cache cannot be
 * written
 */
export async function ensureSavedModel(
  backboneDir: string,
  cacheDir: string,
  wanted?: readonly string[],
): Promise<string> {
  const description = await readDescription(backboneDir);
  const outputs = wanted ?? engineOutputs(description);
  const folder = path.join(cacheDir, modelName(description, outputs));
  if (await isWhole(folder)) return folder;
  const graph = await readGraph(backboneDir, description);
  await writeModel(folder, encodeSavedModel(graph, outputs));
  return folder;
}
