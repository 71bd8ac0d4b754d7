/**
 * @file Writing files so that a crash, a power cut or a full disk leaves the old content or the new, never a part.
 * Runs in main.
 *
 * [Note: never the same file again] After a failed fsync Linux takes the unwritten pages for clean: a second fsync
 * would succeed without having written them. So every attempt writes a new temporary file from the start.
 */
import { randomBytes } from 'node:crypto';
import { constants, promises as fs } from 'node:fs';
import path from 'node:path';
import { errorCode } from './errors';

const TEMPORARY = /\.[0-9a-f]{12}\.tmp$/;
const temporaryName = (file: string): string => `${file}.${randomBytes(6).toString('hex')}.tmp`;

/**
 * Replaces `file` by `bytes`. When it answers, the bytes are on the disk under that name; when it throws, the old
 * file is still there (or, only where syncing the folder failed, the new one).
 * @param beforeReplace a last chance to stop: throws, and the old file stays.
 */
export async function writeDurably(
  file: string,
  bytes: Uint8Array,
  beforeReplace?: () => Promise<void>,
): Promise<void> {
  const temporary = temporaryName(file);
  try {
    await writeNew(temporary, bytes);
    await beforeReplace?.();
    await replace(temporary, file);
  } catch (error) {
    await fs.rm(temporary, { force: true }).catch(() => undefined); // The first error is the one to report.
    throw error;
  }
  await syncFolder(path.dirname(file));
}

/** Copies a file, replacing `to` only once the copy is on the disk. */
export async function copyDurably(from: string, to: string): Promise<void> {
  const temporary = temporaryName(to);
  try {
    await fs.copyFile(from, temporary, constants.COPYFILE_EXCL);
    await syncFile(temporary);
    await replace(temporary, to);
  } catch (error) {
    await fs.rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** Removes what killed writers of this folder left behind. Only whoever holds the folder's lock may do it. */
export async function removeTemporaries(folder: string): Promise<void> {
  const names = await fs.readdir(folder);
  for (const name of names) if (TEMPORARY.test(name)) await fs.rm(path.join(folder, name), { force: true });
}

/** Writes a file that must not exist yet to the disk itself, and reads it back. */
export async function writeNew(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await fs.open(file, 'wx');
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  const written = await fs.readFile(file);
  if (!written.equals(bytes)) throw new Error('what was written reads back differently');
}

async function syncFile(file: string): Promise<void> {
  const handle = await fs.open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Windows refuses for moments while a virus scanner or a backup program has the old file open. */
async function replace(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await fs.rename(from, to);
    } catch (error) {
      const passing =
        process.platform === 'win32' && ['EPERM', 'EACCES', 'EBUSY'].includes(errorCode(error) ?? '');
      if (!passing || attempt === 5) throw error;
      await new Promise((resolve) => setTimeout(resolve, 40 * attempt));
    }
  }
}

/** Codes with which Windows and some network and memory-card file systems say that folders cannot be synced. */
const CANNOT_SYNC = ['EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EISDIR', 'EBADF', 'EPERM'];

/** Makes a rename in this folder survive a power cut, where the file system can. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await fs.open(folder, 'r');
  try {
    await handle.sync();
  } catch (error) {
    if (!CANNOT_SYNC.includes(errorCode(error) ?? '')) throw error;
  } finally {
    await handle.close();
  }
}
