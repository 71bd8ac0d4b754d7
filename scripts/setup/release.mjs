/**
 * @file Fetches Electron's official release: one zip, whose SHA-256 the electron package of npm brings along.
 */
import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { provideEntry, withWorkFolder } from './cache.mjs';
import { download, usualLimits } from './download.mjs';
import { factsOf } from './inspect.mjs';
import { modules } from './paths.mjs';
import { Problem } from './problem.mjs';
import { run } from './run.mjs';
import { say } from './say.mjs';

/** @typedef {import('./pins.mjs').ElectronPins} ElectronPins */

/**
 * @typedef {object} ElectronOrder
 * @property {string} cache
 * @property {ElectronPins} pins
 * @property {Record<string, string>} checksums SHA-256 by file name of the official release
 * @property {import('./download.mjs').Limits} [limits]
 * @property {boolean} [retry] try the official release again although the fallback is there
 */

/** @returns {Record<string, string>} the hashes that the electron package brings for its own release */
export function officialChecksums() {
  return JSON.parse(readFileSync(path.join(modules, 'electron/checksums.json'), 'utf8'));
}

/** @param {ElectronPins} pins */
export const officialName = (pins) => `electron-${pins.version}-${process.platform}-${process.arch}`;

/** @param {ElectronOrder} order */
export async function fetchOfficial({ cache, pins, checksums, limits = usualLimits }) {
  const file = `electron-v${pins.version}-${process.platform}-${process.arch}.zip`;
  const sha256 = checksums[file];
  if (!sha256) throw new Problem(`Electron ${pins.version} has no release named ${file}.`);
  return withWorkFolder(cache, async (work) => {
    const zip = path.join(work, file);
    const url = `${pins.baseUrl}/v${pins.version}/${file}`;
    say(`fetching Electron ${pins.version} from ${url}`);
    await download({ url, sha256, to: zip, label: `Electron ${pins.version}`, limits });
    return provideEntry(cache, officialName(pins), async (folder) => {
      await unzip(zip, path.join(folder, 'dist'));
      return factsOf(folder, pins.version);
    });
  });
}

/**
 * @param {string} zip
 * @param {string} folder
 */
async function unzip(zip, folder) {
  await mkdir(folder, { recursive: true });
  // Windows' own tar opens zip files; Node's built-ins open none.
  if (process.platform === 'win32') await run('tar', ['-xf', zip, '-C', folder]);
  else await run('unzip', ['-q', zip, '-d', folder]);
}
