/** @file How large a package is, by part. */
import { statSync } from 'node:fs';
import path from 'node:path';
import { listFiles } from '../setup/files.mjs';

/** The parts in the order in which they are told; what none of them names is Electron's own. @type {[string, RegExp][]} */
const PARTS = [
  ['TensorFlow', /^resources\/app\.asar\.unpacked\//],
  ['the app’s code', /^resources\/app\.asar$/],
  ['backbones', /^resources\/resources\/backbones\//],
  ['samples', /^resources\/resources\/samples\//],
  ['other resources', /^resources\/resources\//],
  ['licences', /(?:^|\/)(?:LICENSE|LICENSES|THIRD_PARTY_NOTICES)[\w.]*$/],
];
const ELECTRON = 'Electron';

/** @param {string} name below the program's folder */
export const partOf = (name) => PARTS.find(([, pattern]) => pattern.test(name))?.[0] ?? ELECTRON;

/**
 * @param {string} folder of the program, its resources in `resources/`
 * @returns {Promise<{ parts: [string, number][], total: number }>} bytes of the files
 */
export async function sizesOf(folder) {
  const sums = new Map([ELECTRON, ...PARTS.map(([part]) => part)].map((part) => [part, 0]));
  for (const name of await listFiles(folder)) {
    const part = partOf(name);
    sums.set(part, (sums.get(part) ?? 0) + statSync(path.join(folder, name)).size);
  }
  const parts = [...sums];
  return { parts, total: parts.reduce((sum, [, bytes]) => sum + bytes, 0) };
}
