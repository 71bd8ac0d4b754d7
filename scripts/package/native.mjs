/**
 * @file The native parts by size and SHA-256: written into the archive, where the program compares them before it loads
 * them (main/shell/nativeParts.ts), and compared here with what was packaged.
 */
import { statSync } from 'node:fs';
import path from 'node:path';
import { hashFile } from '../setup/files.mjs';
import { Problem } from '../setup/problem.mjs';

/** @typedef {{ path: string, bytes: number, sha256: string }} NativePart `path`: below the folder beside the archive */

/**
 * @param {string} folder holds `names`
 * @param {readonly string[]} names
 * @returns {Promise<NativePart[]>}
 */
export async function nativeParts(folder, names) {
  const parts = [];
  for (const name of names) {
    const file = path.join(folder, name);
    parts.push({ path: name, bytes: statSync(file).size, sha256: await hashFile(file) });
  }
  return parts;
}

/**
 * Each a file of its own (one name, no link), as it was hashed.
 * @param {string} folder what lies beside the archive
 * @param {readonly NativePart[]} parts
 */
export async function verifyNative(folder, parts) {
  for (const part of parts) {
    const file = path.join(folder, part.path);
    const stats = statSync(file, { throwIfNoEntry: false });
    if (!stats?.isFile() || stats.nlink !== 1 || (await hashFile(file)) !== part.sha256)
      throw new Problem(
        `${part.path} did not come into the package as it is in the checkout. The package is of no use.`,
      );
  }
}
