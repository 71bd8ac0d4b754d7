/** @file Looks at a package that was built: what lies in its archive and beside it, and whether the native parts are whole. */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import asar from '@electron/asar';
import { Problem } from '../setup/problem.mjs';
import { electronFiles } from './builder.mjs';
import { mayBeArchived, mayLieBeside, missingLicences } from './contents.mjs';
import { verifyNative } from './native.mjs';
import { placesIn } from './places.mjs';

/**
 * @param {string} folder
 * @param {readonly import('./native.mjs').NativePart[]} parts
 */
export async function verifyPackage(folder, parts) {
  const { archive, unpacked } = placesIn(folder);
  const [archived, beside] = [filesInArchive(archive), await filesBeside(folder)];
  const electron = await electronFiles();
  const strangers = [
    ...archived.filter((name) => !mayBeArchived(name)),
    ...beside.filter(({ name, link }) => link || !mayLieBeside(name, electron)).map(({ name }) => name),
  ];
  if (strangers.length > 0)
    throw new Problem(
      `The package holds what it must not: ${strangers.slice(0, 5).join(', ')}. ` +
        'It is of no use. See scripts/package/contents.mjs.',
    );
  const missing = missingLicences(beside.map(({ name }) => name));
  if (missing.length > 0)
    throw new Problem(
      `The package must not be without ${missing.join(', ')}: the licences of what it holds ask for them. It is of no use.`,
    );
  await verifyNative(unpacked, parts);
}

/** @param {string} archive @returns {string[]} with forward slashes */
export function filesInArchive(archive) {
  const names = asar.listPackage(archive, { isPack: false });
  const files = names.filter((name) => !('files' in asar.statFile(archive, name.slice(1))));
  return files.map((name) => name.slice(1).replaceAll('\\', '/'));
}

/**
 * @param {string} folder
 * @returns {Promise<{ name: string, link: boolean }[]>} with forward slashes, as Linux has them
 */
async function filesBeside(folder) {
  // macOS gives Electron's own files other places; what is ours lies where it does elsewhere.
  const base = process.platform === 'darwin' ? path.dirname(placesIn(folder).resources) : folder;
  const entries = await readdir(base, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => ({ name: nameOf(base, entry), link: entry.isSymbolicLink() }));
  return files.filter(({ name }) => process.platform !== 'darwin' || name.startsWith('resources/'));
}

/** @param {string} base @param {import('node:fs').Dirent} entry */
const nameOf = (base, entry) =>
  path
    .relative(base, path.join(entry.parentPath, entry.name))
    .split(path.sep)
    .join('/')
    .replace(/^Resources\//, 'resources/');
