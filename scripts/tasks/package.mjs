/**
 * @file `npm run package [-- --release] [--targets A,B] [--test]`: the program as a folder of its own in dist/, looked at
 * after it was built, and from it whatever is installed by others.
 */
import { Problem } from '../setup/problem.mjs';
import { secondsSince } from '../setup/say.mjs';
import { setUp } from '../setup/set-up.mjs';

/** @typedef {{ release: boolean, test: boolean, targets: string[] }} PackageOptions */

/** @param {string[]} args @returns {Promise<number>} exit code */
export async function main(args) {
  const options = understand(args);
  const started = performance.now();
  await setUp();
  // What these import is there once set-up has run.
  const { buildPackage } = await import('../package/package.mjs');
  const { folder } = await buildPackage(options);
  console.log(`Packaged in ${secondsSince(started)}: ${folder}`);
  const { makeTargets } = await import('../package/targets.mjs');
  const failed = await makeTargets(options.targets, folder);
  if (!options.test) return failed === 0 ? 0 : 1;
  const { testPackage } = await import('../package/test.mjs');
  return (await testPackage(folder, [])) || (failed === 0 ? 0 : 1);
}

/** @param {readonly string[]} args @returns {PackageOptions} */
export function understand(args) {
  const options = { release: false, test: false, targets: /** @type {string[]} */ ([]) };
  const rest = [...args];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '--release') options.release = true;
    else if (word === '--test') options.test = true;
    else if (word === '--targets') options.targets.push(...targetsIn(rest.shift()));
    else
      throw new Problem(
        `\`npm run package\` knows --release, --test and --targets A,B, not ${word}. Nothing was packaged.`,
      );
  }
  return options;
}

/** @param {string | undefined} words */
function targetsIn(words) {
  const names = (words ?? '').split(',').filter(Boolean);
  if (names.length === 0 || names.some((name) => name.startsWith('-')))
    throw new Problem('--targets wants names, such as `--targets tar.gz,deb`. Nothing was packaged.');
  return names;
}
