/** @file `npm run check`: the quick half of the tests, types, lint and format. */
import { setUp } from '../setup/set-up.mjs';
import { checks, lastLine, runPhases } from './phases.mjs';

/** @returns {Promise<number>} exit code */
export async function main() {
  await setUp({ build: false });
  const total = await runPhases(checks);
  console.log(lastLine(total));
  return total.failed === 0 ? 0 : 1;
}
