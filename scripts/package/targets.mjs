/**
 * @file What people install, made from the program's folder: with the system's own tools where that is possible, else by
 * electron-builder, which downloads tools for it. A target that cannot be made is one sentence, and the others go on.
 */
import { statSync } from 'node:fs';
import { Problem } from '../setup/problem.mjs';
import { megabytes, secondsSince } from '../setup/say.mjs';
import { byBuilder } from './byBuilder.mjs';
import { makeDeb } from './deb.mjs';
import { makeTarball } from './tarball.mjs';

/** @typedef {(folder: string) => Promise<string>} Maker gives the file it made */

/** By electron-builder. @type {Partial<Record<NodeJS.Platform, readonly string[]>>} */
const BUILDERS = { linux: ['AppImage'], darwin: ['dmg'], win32: ['nsis'] };
/** With what every such system has. @type {Partial<Record<NodeJS.Platform, Record<string, Maker>>>} */
const OWN = { linux: { 'tar.gz': makeTarball, deb: makeDeb } };

/**
 * @param {string} name
 * @param {NodeJS.Platform} [platform]
 * @returns {Maker}
 * @throws {Problem} where no package of this system is called so
 */
export function makerOf(name, platform = process.platform) {
  const own = OWN[platform]?.[name];
  if (own) return own;
  const known = BUILDERS[platform] ?? [];
  if (known.includes(name)) return (folder) => byBuilder(name, folder);
  const all = [...Object.keys(OWN[platform] ?? {}), ...known];
  throw new Problem(`On this system there are ${all.join(', ')}.`);
}

/**
 * @param {readonly string[]} names
 * @param {string} folder of the program
 * @returns {Promise<number>} how many could not be made
 */
export async function makeTargets(names, folder) {
  let failed = 0;
  for (const name of names) {
    const started = performance.now();
    try {
      const file = await makerOf(name)(folder);
      console.log(`${name}: ${file}, ${megabytes(statSync(file).size)}, in ${secondsSince(started)}`);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      failed += 1;
      console.log(`${name} was not made. ${error.message}`);
    }
  }
  return failed;
}
