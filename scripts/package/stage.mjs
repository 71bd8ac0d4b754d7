/** @file Lays out in dist/stage what goes into the archive: the build without its maps, and what it loads beside it. */
import { copyFile, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { listFiles } from '../setup/files.mjs';
import { modules, root } from '../setup/paths.mjs';
import { Problem } from '../setup/problem.mjs';
import { mayBeArchived } from './contents.mjs';
import { moduleFiles, nativeFiles } from './modules.mjs';
import { nativeParts } from './native.mjs';
import { stage } from './places.mjs';

/**
 * @typedef {import('./facts.mjs').BuildFacts} BuildFacts
 * @typedef {import('./native.mjs').NativePart} NativePart
 */

/**
 * @param {BuildFacts} facts
 * @returns {Promise<NativePart[]>} below the folder beside the archive
 */
export async function layOut(facts) {
  await rm(stage, { recursive: true, force: true });
  await mkdir(stage, { recursive: true });
  const names = [...(await builtFiles()), ...(await moduleFiles()).map((name) => `node_modules/${name}`)];
  for (const name of names) await place(name);
  const native = (await nativeFiles()).map((name) => `node_modules/${name}`);
  const parts = await nativeParts(root, native);
  await write('package.json', await manifest());
  await write('build.json', facts);
  await write('native-parts.json', parts);
  await refuseStrangers();
  return parts;
}

/** What a build makes below `out`; tests and benches put theirs beside it. */
const BUILT = ['main', 'renderer', 'export'];

/** @param {string} [checkout] @returns {Promise<string[]>} below it, without maps */
export async function builtFiles(checkout = root) {
  const lists = BUILT.map(async (part) =>
    (await listFiles(path.join(checkout, 'out', part))).map((name) => `out/${part}/${name}`),
  );
  return (await Promise.all(lists)).flat().filter((name) => !name.endsWith('.map'));
}

/** As much of package.json as the program reads of it. */
async function manifest() {
  /** @type {Record<string, unknown>} */
  const all = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
  const kept = ['name', 'productName', 'version', 'description', 'license', 'desktopName', 'type', 'main'];
  return Object.fromEntries(kept.filter((key) => key in all).map((key) => [key, all[key]]));
}

/** A link where the file system allows one: it is only read from here. @param {string} name below the checkout */
async function place(name) {
  const [from, to] = [sourceOf(name), path.join(stage, name)];
  await mkdir(path.dirname(to), { recursive: true });
  await link(from, to).catch(() => copyFile(from, to));
}

/** @param {string} name */
const sourceOf = (name) =>
  name.startsWith('node_modules/')
    ? path.join(modules, name.slice('node_modules/'.length))
    : path.join(root, name);

/** @param {string} name @param {unknown} content */
const write = (name, content) => writeFile(path.join(stage, name), `${JSON.stringify(content, null, 2)}\n`);

async function refuseStrangers() {
  const strangers = (await listFiles(stage)).filter((name) => !mayBeArchived(name));
  if (strangers.length > 0)
    throw new Problem(
      `What is built or loaded has files that no package may hold: ${strangers.slice(0, 5).join(', ')}. ` +
        'Nothing was packaged. See scripts/package/contents.mjs.',
    );
}
