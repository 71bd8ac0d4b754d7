/**
 * @file A folder that can be made to refuse whatever is written to it, and to take it again. Root may write anywhere,
 * so for root it is a small disk of its own that gets full. For tests.
 */
import { execFileSync } from 'node:child_process';
import { appendFileSync, statfsSync } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';

export interface Fillable {
  refuse(): Promise<void>;
  allow(): Promise<void>;
  remove(): void;
}

/** Null where this computer lets nobody do it. @param inside the folder below it whose files cannot be written then */
export async function fillable(folder: string, inside: string): Promise<Fillable | null> {
  await fs.mkdir(folder, { recursive: true });
  return process.getuid?.() === 0 ? smallDisk(folder) : unwritable(path.join(folder, inside));
}

function unwritable(folder: string): Fillable {
  return {
    refuse: () => fs.chmod(folder, 0o500),
    allow: () => fs.chmod(folder, 0o700),
    remove: () => undefined,
  };
}

function smallDisk(folder: string): Fillable | null {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return null;
  }
  const filler = path.join(folder, 'filler');
  const fill = (): void => {
    const { bavail, bsize } = statfsSync(folder);
    try {
      if (bavail > 0) appendFileSync(filler, Buffer.alloc(bavail * bsize));
    } catch {
      // Somebody else had the room first: the disk is full all the same.
    }
  };
  let filling: NodeJS.Timeout | undefined;
  return {
    refuse: () => {
      fill();
      // What the program was just putting in place of something older gives room back.
      filling = setInterval(fill, 5);
      return Promise.resolve();
    },
    allow: () => {
      clearInterval(filling);
      return fs.rm(filler);
    },
    remove: () => {
      clearInterval(filling);
      execFileSync('umount', ['-l', folder]);
    },
  };
}
