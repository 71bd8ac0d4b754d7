/** @file `npm run notices`: writes anew what THIRD_PARTY_NOTICES.md says of the code that is shipped. */
import { readFileSync, writeFileSync } from 'node:fs';
import { noticesFile, withCode } from '../notices/render.mjs';
import { refuseLinked } from '../setup/packages.mjs';
import { setUp } from '../setup/set-up.mjs';

/** @returns {Promise<number>} exit code */
export async function main() {
  // What is named comes from packages whose place is known, and a link leads anywhere.
  refuseLinked();
  await setUp();
  const before = readFileSync(noticesFile, 'utf8');
  const after = await withCode(before);
  if (after !== before) writeFileSync(noticesFile, after);
  console.log(
    after === before
      ? 'THIRD_PARTY_NOTICES.md is up to date.'
      : 'THIRD_PARTY_NOTICES.md was written anew: look at what changed.',
  );
  return 0;
}
