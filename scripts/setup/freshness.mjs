/**
 * @file Whether out/ was built from the sources as they are now: one hash over path, size and time of every input,
 * kept beside the result. Reading contents would be surer and cost every start.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './paths.mjs';
import { Problem, reasonOf } from './problem.mjs';
import { say, secondsSince } from './say.mjs';

const inputs = [
  'main',
  'renderer',
  'strings',
  'scripts/build.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
];
const stamp = path.join(root, 'out/build.stamp');

/**
 * @param {readonly string[]} names files and folders below `folder`
 * @param {string} [folder]
 * @returns {string}
 */
export function hashOfStats(names, folder = root) {
  const hash = createHash('sha256');
  for (const name of names) addTo(hash, path.join(folder, name));
  return hash.digest('hex');
}

/** @param {import('node:crypto').Hash} hash @param {string} file */
function addTo(hash, file) {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (!stats?.isDirectory()) {
    hash.update(`${file}\0${stats?.size}\0${stats?.mtimeMs}\n`);
    return;
  }
  for (const name of readdirSync(file).sort()) addTo(hash, path.join(file, name));
}

/** @returns {boolean} */
export function buildIsFresh() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === hashOfStats(inputs);
}

export async function provideBuild() {
  const started = performance.now();
  const hash = hashOfStats(inputs); // Before the build: what changes during it is not in it.
  rmSync(stamp, { force: true });
  say('building.');
  const { build } = await import('../build.mjs');
  await build().catch((cause) => {
    throw new Problem('The build failed. Mend what is named below and run the command again.', {
      cause,
      details: reasonOf(cause),
    });
  });
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
  say(`built in ${secondsSince(started)}.`);
}
