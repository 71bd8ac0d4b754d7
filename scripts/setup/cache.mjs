/**
 * @file The cache of downloaded and built parts. An entry is a folder that appears by one rename, after everything in
 * it was written, hashed and flushed; `complete.json` inside lists the files. A killed set-up leaves only work folders,
 * which are never looked at again and are swept by the next one.
 */
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { hashFile, listFiles } from './files.mjs';
import { reasonOf, Problem } from './problem.mjs';

/**
 * @typedef {{ path: string, bytes: number, sha256: string }} FileRecord
 * @typedef {{ facts: Record<string, string>, bytes: number, files: FileRecord[] }} EntryRecord
 */

const recordName = 'complete.json';
const workPrefix = '.work-';

/**
 * A whole entry, or null. Compares the size of every file; the hashes are for `verifyEntry`.
 * @param {string} cache
 * @param {string} name
 * @returns {Promise<{ folder: string, record: EntryRecord } | null>}
 */
export async function findEntry(cache, name) {
  const folder = path.join(cache, name);
  try {
    /** @type {EntryRecord} */
    const record = JSON.parse(await readFile(path.join(folder, recordName), 'utf8'));
    const sizes = await Promise.all(
      record.files.map(async (f) => (await stat(path.join(folder, f.path))).size),
    );
    return record.files.every((file, i) => file.bytes === sizes[i]) ? { folder, record } : null;
  } catch {
    return null; // Missing, cut short or not JSON: not an entry, whatever else lies there.
  }
}

/**
 * The entry, made now if it is not there. `make` fills an empty folder and returns facts to remember.
 * @param {string} cache
 * @param {string} name
 * @param {(folder: string) => Promise<Record<string, string>>} make
 */
export async function provideEntry(cache, name, make) {
  const found = await findEntry(cache, name);
  if (found) return found;
  return withWorkFolder(cache, async (work) => {
    const facts = await make(work);
    const record = await writeRecord(work, facts);
    const folder = path.join(cache, name);
    await rm(folder, { recursive: true, force: true });
    await rename(work, folder);
    return { folder, record };
  });
}

/**
 * @template T
 * @param {string} cache
 * @param {(folder: string) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withWorkFolder(cache, work) {
  const folder = path.join(cache, `${workPrefix}${process.pid}-${randomBytes(4).toString('hex')}`);
  try {
    await mkdir(folder, { recursive: true });
    return await work(folder);
  } catch (error) {
    throw explained(error, cache);
  } finally {
    // What cannot be removed now is swept by the next set-up, and must not hide why this one failed.
    await rm(folder, { recursive: true, force: true }).catch(() => {});
  }
}

/**
 * Full disks and missing rights are the person's to mend, so they get a sentence.
 * @param {unknown} error
 * @param {string} cache
 */
function explained(error, cache) {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (!['ENOSPC', 'EDQUOT', 'EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST'].includes(String(code)))
    return error;
  return new Problem(
    `Set-up could not write to its cache ${cache}: ${reasonOf(error)}. What was complete there was kept. ` +
      'Make room or rights there, or set IMPRINT_STUDIO_CACHE to another folder, and run the command again.',
    { cause: error },
  );
}

/** Removes what killed set-ups left. Call it under the cache's lock. @param {string} cache */
export async function sweep(cache) {
  const names = await readdir(cache).catch(() => /** @type {string[]} */ ([]));
  const left = names.filter((name) => name.startsWith(workPrefix));
  for (const name of left) await rm(path.join(cache, name), { recursive: true, force: true });
}

/**
 * @param {string} folder
 * @param {Record<string, string>} facts
 * @returns {Promise<EntryRecord>}
 */
async function writeRecord(folder, facts) {
  /** @type {FileRecord[]} */
  const files = [];
  for (const name of await listFiles(folder)) {
    const file = path.join(folder, name);
    files.push({ path: name, bytes: (await stat(file)).size, sha256: await hashFile(file, { flush: true }) });
  }
  const record = { facts, bytes: files.reduce((sum, file) => sum + file.bytes, 0), files };
  await writeFile(path.join(folder, recordName), JSON.stringify(record, null, 1), { flush: true });
  return record;
}

/**
 * Reads everything and names what differs from the record.
 * @param {{ folder: string, record: EntryRecord }} entry
 * @returns {Promise<string[]>} paths of damaged files
 */
export async function damagedFiles({ folder, record }) {
  const damaged = [];
  for (const file of record.files) {
    const sha256 = await hashFile(path.join(folder, file.path)).catch(() => '');
    if (sha256 !== file.sha256) damaged.push(file.path);
  }
  return damaged;
}
