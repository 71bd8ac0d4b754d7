/**
 * @file Whether a file that was written anew still has the bytes it had: copying to another disk changes its time, and
 * what is known of its content still holds. Runs in main, which reads the bytes and understands none of them.
 */
import { createHash } from 'node:crypto';
import { constants, promises as fs } from 'node:fs';

/** A file that became something else meanwhile (a pipe) must not be waited for. */
const READ = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/**
 * @param hash SHA-256, lower-case hex
 * @returns false also where the file cannot be read: whoever reads it next says why
 */
export async function hasContent(file: string, hash: string): Promise<boolean> {
  try {
    const handle = await fs.open(file, READ);
    try {
      if (!(await handle.stat()).isFile()) return false;
      const digest = createHash('sha256');
      for await (const chunk of handle.createReadStream({ autoClose: false })) digest.update(chunk as Buffer);
      return digest.digest('hex') === hash;
    } finally {
      await handle.close();
    }
  } catch {
    return false;
  }
}
