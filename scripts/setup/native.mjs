/**
 * @file The native parts of this checkout, Electron and TensorFlow: whether they are in place, and putting them there.
 */
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sweep } from './cache.mjs';
import { isWanted, noteElectron, provideElectron } from './electron.mjs';
import { withLock } from './lock.mjs';
import { cacheFolder, findElectron, notes, tfjsNode } from './paths.mjs';
import { dropWheel } from './pip.mjs';
import { electronPins, tensorflowPins } from './pins.mjs';
import { officialChecksums } from './release.mjs';
import { installTensorflow, installedFiles } from './tensorflow.mjs';

/** @typedef {{ version: string, source: string, sizes: Record<string, number> }} TensorflowNote */

const tensorflowNote = path.join(notes, 'tensorflow.json');

/** @returns {boolean} */
export function electronIsFresh() {
  const info = findElectron();
  return info !== null && isWanted(info, electronPins);
}

/** @returns {TensorflowNote | null} */
export function readTensorflowNote() {
  try {
    return JSON.parse(readFileSync(tensorflowNote, 'utf8'));
  } catch {
    return null;
  }
}

/** npm takes the files along when it replaces tfjs-node, so the note alone is no proof. @returns {boolean} */
export function tensorflowIsFresh() {
  const note = readTensorflowNote();
  if (note?.version !== tensorflowPins.version) return false;
  // A note of an older set-up does not know what is asked for since.
  return installedFiles().every((name) => note.sizes[name] === sizeOf(name));
}

/** @param {string} name below tfjs-node's package */
const sizeOf = (name) => statSync(path.join(tfjsNode, name), { throwIfNoEntry: false })?.size ?? -1;

/** @param {{ retryElectron?: boolean }} options */
export async function provideNative({ retryElectron = false }) {
  const cache = cacheFolder();
  await withLock(cache, async () => {
    await sweep(cache);
    if (retryElectron || !electronIsFresh()) await electron(cache, retryElectron);
    if (!tensorflowIsFresh()) await tensorflow(cache);
  });
}

/** @param {string} cache @param {boolean} retry */
async function electron(cache, retry) {
  const baseUrl = process.env['IMPRINT_ELECTRON_MIRROR'] || electronPins.baseUrl;
  const pins = { ...electronPins, baseUrl };
  await noteElectron(await provideElectron({ cache, pins, checksums: officialChecksums(), retry }));
  await dropWheel(cache, pins.wheel);
}

/** @param {string} cache */
async function tensorflow(cache) {
  const source = await installTensorflow(cache, tensorflowPins);
  await dropWheel(cache, tensorflowPins.wheel);
  const sizes = Object.fromEntries(installedFiles().map((name) => [name, sizeOf(name)]));
  mkdirSync(notes, { recursive: true });
  writeFileSync(tensorflowNote, JSON.stringify({ version: tensorflowPins.version, source, sizes }));
}
