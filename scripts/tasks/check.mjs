/** @file `npm run check`: the quick half of the tests, types, lint and format. */
import { setUp } from '../setup/set-up.mjs';
import { checks, lastLine, runPhase, sum } from './phases.mjs';

/** @returns {Promise<number>} exit code */
export async function main() {
  await setUp({ build: false });
  const counts = [];
  for (const phase of checks) counts.push(await runPhase(phase));
  const total = sum(counts);
  console.log(lastLine(total));
  return total.failed === 0 ? 0 : 1;
}
