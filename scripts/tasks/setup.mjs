/** @file `npm run setup [-- --retry-electron]`: set-up alone, without starting anything. */
import { Problem } from '../setup/problem.mjs';
import { say } from '../setup/say.mjs';
import { setUp } from '../setup/set-up.mjs';

/** @param {string[]} args @returns {Promise<number>} exit code */
export async function main(args) {
  const unknown = args.find((arg) => arg !== '--retry-electron');
  if (unknown)
    throw new Problem(`\`npm run setup\` knows only --retry-electron, not ${unknown}. Nothing was done.`);
  await setUp({ retryElectron: args.includes('--retry-electron') });
  say('everything is in place. `npm start` opens the window, `npm run doctor` tells what is installed.');
  return 0;
}
