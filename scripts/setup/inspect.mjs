/** @file Looks into an unpacked Electron: where its binary is, and which versions it carries. */
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { Problem } from './problem.mjs';
import { run } from './run.mjs';

/** @typedef {import('./paths.mjs').ElectronInfo} ElectronInfo */

const binaries = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' };
const binaryName = () => binaries[/** @type {keyof typeof binaries} */ (process.platform)] ?? 'electron';

/**
 * Runs the new Electron once, as Node: the proof that it starts on this machine, and the source of its versions.
 * @param {string} folder
 * @param {string} expected
 * @returns {Promise<Record<string, string>>}
 */
export async function factsOf(folder, expected) {
  const binary = path.join(folder, 'dist', binaryName());
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '' };
  const { electron, node } = JSON.parse(
    await run(binary, ['-p', 'JSON.stringify(process.versions)'], { env }),
  );
  if (electron !== expected)
    throw new Problem(`The download says it is Electron ${electron}, not ${expected}.`);
  return { version: electron, chrome: await chromeVersion(binary), node };
}

/** As Node it does not tell its Chromium, but its user agent string is in the binary. @param {string} binary */
async function chromeVersion(binary) {
  let tail = '';
  for await (const chunk of createReadStream(binary, { encoding: 'latin1', highWaterMark: 1 << 20 })) {
    const found = /Chrome\/(\d+\.\d+\.\d+\.\d+)[^\d.]/.exec(tail + chunk);
    if (found?.[1]) return found[1];
    tail = String(chunk).slice(-64);
  }
  return 'unknown';
}

/**
 * @param {{ folder: string, record: import('./cache.mjs').EntryRecord }} entry
 * @param {ElectronInfo['source']} source
 * @returns {ElectronInfo}
 */
export function infoOf({ folder, record }, source) {
  const dist = path.join(folder, 'dist');
  const { version = '', chrome = '', node = '' } = record.facts;
  return { binary: path.join(dist, binaryName()), dist, version, chrome, node, source };
}
