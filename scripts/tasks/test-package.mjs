/** @file `npm run test:package [-- PLAYWRIGHT'S ARGUMENTS]`: the end-to-end tests against what `npm run package` built last. */
import { existsSync } from 'node:fs';
import { placesIn, unpackedFolder } from '../package/places.mjs';
import { Problem } from '../setup/problem.mjs';

/** @param {string[]} args @returns {Promise<number>} exit code */
export async function main(args) {
  const folder = unpackedFolder();
  if (!existsSync(placesIn(folder).archive))
    throw new Problem('There is no package to test. Nothing was run. Run `npm run package` first.');
  const { testPackage } = await import('../package/test.mjs');
  return testPackage(folder, args);
}
