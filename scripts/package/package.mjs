/** @file The package, from the checkout to a folder that was looked at. Says what it is made of. */
import { rm } from 'node:fs/promises';
import { electronInfo } from '../setup/paths.mjs';
import { megabytes } from '../setup/say.mjs';
import { buildFolder } from './builder.mjs';
import { gatherFacts } from './facts.mjs';
import { inspectableFolder, unpackedFolder } from './places.mjs';
import { sizesOf } from './sizes.mjs';
import { layOut } from './stage.mjs';
import { verifyPackage } from './verify.mjs';

/**
 * @param {{ release: boolean }} options
 * @returns {Promise<{ folder: string }>}
 */
export async function buildPackage({ release }) {
  const facts = await gatherFacts(release);
  // A copy of the one before would be mistaken for a copy of this one.
  for (const old of [unpackedFolder(), inspectableFolder()]) await rm(old, { recursive: true, force: true });
  const parts = await layOut(facts);
  const { folder, fuses } = await buildFolder();
  await verifyPackage(folder, parts);
  console.log(
    `Fuses, as read back: ${Object.entries(fuses)
      .map(([name, on]) => `${name} ${on ? 'on' : 'off'}`)
      .join(', ')}.`,
  );
  await tellSizes(folder);
  console.log(standing(facts));
  return { folder };
}

/** @param {string} folder */
async function tellSizes(folder) {
  const { parts, total } = await sizesOf(folder);
  const rows = [...parts, /** @type {const} */ (['together', total])];
  const width = Math.max(...rows.map(([name]) => name.length));
  for (const [name, bytes] of rows) console.log(`  ${name.padEnd(width)} ${megabytes(bytes).padStart(8)}`);
}

/** @param {import('./facts.mjs').BuildFacts} facts */
function standing({ electron, electronSource, release }) {
  if (release) return `This is a release, on Electron ${electron}.`;
  if (electronSource === 'official')
    return `On Electron ${electronInfo().version}. Not a release: built without --release.`;
  return `Built on the fallback Electron ${electron}: to be tried, never to be given away as a release. Its About box says so.`;
}
