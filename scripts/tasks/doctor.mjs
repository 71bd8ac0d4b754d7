/** @file `npm run doctor`: what is installed, from where, and what is wrong with what to do. Changes nothing. */
import * as findings from './findings.mjs';

/** @typedef {import('./findings.mjs').Finding} Finding */

/** @returns {Promise<number>} exit code, 1 when something is wrong */
export async function main() {
  const { node, packages, system, sandbox, electron, tensorflow, cache, build } = findings;
  let wrong = 0;
  for (const look of [node, system, sandbox, packages, electron, tensorflow, cache, build]) {
    const finding = await look();
    if (finding) console.log(describe(finding));
    if (finding?.wrong) wrong += 1;
  }
  console.log(wrong === 0 ? 'Nothing is wrong.' : `${wrong} of these ${wrong === 1 ? 'is' : 'are'} wrong.`);
  return wrong === 0 ? 0 : 1;
}

/** @param {Finding} finding */
function describe({ name, value, wrong, hint }) {
  const lines = [value, wrong ?? hint ?? '']
    .filter(Boolean)
    .join('\n')
    .replaceAll('\n', `\n${' '.repeat(13)}`);
  return `${wrong ? '✗' : '✓'} ${name.padEnd(11)}${lines}`;
}
