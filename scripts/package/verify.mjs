/** @file Looks at a package that was built: what lies in its archive and beside it, and whether the native parts are whole. */
import { lstat, readdir } from 'node:fs/promises';
import path from 'node:path';
import asar from '@electron/asar';
import { Problem } from '../setup/problem.mjs';
import { electronFiles } from './builder.mjs';
import { mayBeArchived, mayLieBeside } from './contents.mjs';
import { verifyNative } from './native.mjs';
import { placesIn } from './places.mjs';

/**
 * @param {string} folder
 * @param {readonly import('./native.mjs').NativePart[]} parts
 */
export async function verifyPackage(folder, parts) {
  const { archive, unpacked } = placesIn(folder);
  const archived = filesInArchive(archive);
  const strangers = [...archived.filter((name) => !mayBeArchived(name)), ...(await strangersBeside(folder))];
  if (strangers.length > 0)
    throw new Problem(
      `The package holds what it must not: ${strangers.slice(0, 5).join(', ')}. ` +
        'It is of no use. See scripts/package/contents.mjs.',
    );
  await verifyNative(unpacked, parts);
}

/** @param {string} archive @returns {string[]} with forward slashes */
export function filesInArchive(archive) {
  const names = asar.listPackage(archive, { isPack: false });
  const files = names.filter((name) => !('files' in asar.statFile(archive, name.slice(1))));
  return files.map((name) => name.slice(1).replaceAll('\\', '/'));
}

/** @param {string} folder */
async function strangersBeside(folder) {
  // macOS gives Electron's own files other places; what is ours lies where it does elsewhere.
  const base = process.platform === 'darwin' ? path.dirname(placesIn(folder).resources) : folder;
  const electron = await electronFiles();
  /** @type {string[]} */
  const strangers = [];
  for (const entry of await readdir(base, { recursive: true, withFileTypes: true })) {
    if (entry.isDirectory()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const name = path
      .relative(base, file)
      .split(path.sep)
      .join('/')
      .replace(/^Resources\//, 'resources/');
    if (process.platform === 'darwin' && !name.startsWith('resources/')) continue;
    const link = (await lstat(file)).isSymbolicLink();
    if (link || !mayLieBeside(name, electron)) strangers.push(name);
  }
  return strangers;
}
