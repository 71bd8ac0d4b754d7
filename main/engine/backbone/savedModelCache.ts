/**
 * @file Keeps the SavedModel that the engine runs in the user's cache, written once per backbone and emitter version.
 * Engine; several engines may start at once and any of them may be killed at any moment.
 *
 * [Note: whole or not there] The model is written into a folder of its own name, flushed to disk and then renamed:
 * under its final name it is whole or does not exist. Its hash lies beside it and is checked on every start, since a
 * cache is where disks and cleaners leave damage, and damaged weights guess wrongly without a word.
 */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { backboneHash, readDescription, type BackboneDescription } from './description';
import { EMITTER_VERSION, encodeSavedModel } from './savedModel';
import { readGraph } from './weights';

const MODEL_FILE = 'saved_model.pb';
const HASH_FILE = 'sha256.txt';
const TEMPORARY = '.writing-';
/** A folder that another engine is writing is seconds old; one this old was left by a killed one. */
const ABANDONED_AFTER_MS = 60 * 60 * 1000;

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** What the engine asks its model for. */
export function engineOutputs({ outputs }: BackboneDescription): string[] {
  return [outputs.embedding, outputs.logits];
}

/** The folder's name says all that its content depends on. */
function modelName(description: BackboneDescription): string {
  const content = JSON.stringify([backboneHash(description), engineOutputs(description), EMITTER_VERSION]);
  return `${description.id}-${hashOf(Buffer.from(content)).slice(0, 16)}`;
}

async function isWhole(folder: string): Promise<boolean> {
  try {
    const [model, hash] = await Promise.all([
      readFile(path.join(folder, MODEL_FILE)),
      readFile(path.join(folder, HASH_FILE), 'utf8'),
    ]);
    return hashOf(model) === hash;
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

/** Makes a rename or a new entry in a folder last through a power cut; Windows has no such call and needs none. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

/**
 * A SavedModel in a new folder, flushed to disk. Shared with the export, which writes beside its own files.
 * @throws Error with the system's code where the folder exists or cannot be written
 */
export async function writeSavedModel(folder: string, model: Uint8Array): Promise<void> {
  await mkdir(folder);
  await writeFlushed(path.join(folder, MODEL_FILE), model);
  await writeFlushed(path.join(folder, HASH_FILE), hashOf(model));
  await flushFolder(folder);
}

/** Puts the written folder in place; where another engine was faster and its model is whole, that one stays. */
async function moveIntoPlace(written: string, final: string): Promise<void> {
  if (await isWhole(final)) return;
  const broken = `${final}${TEMPORARY}${randomUUID()}`;
  await rename(final, broken).catch(() => undefined); // usually there is none
  await rename(written, final).catch(async (cause: unknown) => {
    if (!(await isWhole(final))) throw cause;
  });
  await flushFolder(path.dirname(final));
  await rm(broken, { recursive: true, force: true });
}

async function removeAbandoned(cacheDir: string): Promise<void> {
  const names = (await readdir(cacheDir)).filter((name) => name.includes(TEMPORARY));
  for (const name of names) {
    const folder = path.join(cacheDir, name);
    const age = await stat(folder).then(
      (s) => Date.now() - s.mtimeMs,
      () => 0,
    );
    if (age > ABANDONED_AFTER_MS) await rm(folder, { recursive: true, force: true });
  }
}

async function writeModel(
  backboneDir: string,
  description: BackboneDescription,
  final: string,
): Promise<void> {
  const graph = await readGraph(backboneDir, description);
  const temporary = `${final}${TEMPORARY}${randomUUID()}`;
  try {
    await writeSavedModel(temporary, encodeSavedModel(graph, engineOutputs(description)));
    await moveIntoPlace(temporary, final);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

/**
 * The folder of the backbone's SavedModel in `cacheDir`, written where it is missing, outdated or damaged.
 * @param backboneDir - holds backbone.json and the files it names
 * @param cacheDir - made where it does not exist
 * @throws BackboneError where the backbone itself is damaged; Error with the system's code where the cache cannot be written
 */
export async function ensureSavedModel(backboneDir: string, cacheDir: string): Promise<string> {
  const description = await readDescription(backboneDir);
  const final = path.join(cacheDir, modelName(description));
  if (await isWhole(final)) return final;
  await mkdir(cacheDir, { recursive: true });
  await removeAbandoned(cacheDir);
  await writeModel(backboneDir, description, final);
  return final;
}
