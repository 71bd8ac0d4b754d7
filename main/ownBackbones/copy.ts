/**
 * @file A model's folder, copied into one of the app's own: whole files, within bounds, no links. What is looked at, tried and
 * kept is this copy, which nobody else writes to. Runs in main; knows no Electron.
 */
import { constants, promises as fs } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { MOST_BYTES } from '../engine/ownBackbones/answer';
import { syncFolder } from '../projects/files';
import { NotCopied, Stopped } from './sentences';

const MOST_FILES = 2000;
const DEEPEST = 8;
const CHUNK = 2 ** 20;

interface Listed {
  /** Within the folder. */
  file: string;
  bytes: number;
}

export interface Copying {
  signal?: AbortSignal;
  /** Bytes. */
  progress?: (done: number, total: number) => void;
}

export interface Copied {
  files: number;
  bytes: number;
}

/**
 * @param from any folder
 * @param to is made
 * @throws NotCopied where something in it is no file, or there is more than a model has; Stopped; Error with the system's code
 */
export async function copyModel(from: string, to: string, copying: Copying = {}): Promise<Copied> {
  const source = await fs.realpath(from);
  const listed = await filesBelow(source, '', DEEPEST);
  const total = listed.reduce((sum, { bytes }) => sum + bytes, 0);
  if (listed.length > MOST_FILES) throw new NotCopied({ files: MOST_FILES });
  if (total > MOST_BYTES) throw new NotCopied({ bytes: total });
  let done = 0;
  const tell = (bytes: number): void => {
    if (copying.signal?.aborted) throw new Stopped();
    copying.progress?.((done += bytes), total);
  };
  tell(0);
  await fs.mkdir(to);
  for (const each of listed) await copyFile(source, to, each, tell);
  for (const folder of foldersOf(listed)) await syncFolder(path.join(to, folder));
  return { files: listed.length, bytes: total };
}

async function filesBelow(dir: string, under: string, left: number): Promise<Listed[]> {
  if (left === 0) throw new NotCopied({ deep: DEEPEST });
  const listed: Listed[] = [];
  for (const name of await fs.readdir(path.join(dir, under))) {
    const file = path.join(under, name);
    const info = await fs.lstat(path.join(dir, file));
    if (info.isSymbolicLink()) throw new NotCopied({ link: file });
    if (info.isDirectory()) listed.push(...(await filesBelow(dir, file, left - 1)));
    else if (info.isFile()) listed.push({ file, bytes: info.size });
    else throw new NotCopied({ noFile: file });
    if (listed.length > MOST_FILES) throw new NotCopied({ files: MOST_FILES });
  }
  return listed;
}

async function copyFile(
  source: string,
  to: string,
  { file, bytes }: Listed,
  tell: (bytes: number) => void,
): Promise<void> {
  await fs.mkdir(path.dirname(path.join(to, file)), { recursive: true });
  // A link that took the file's place meanwhile is not followed, and a pipe not waited for.
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
  const reading = await fs.open(path.join(source, file), flags);
  try {
    const writing = await fs.open(path.join(to, file), 'wx');
    try {
      if ((await pour(reading, writing, bytes, tell)) !== bytes) throw new NotCopied({ changed: file });
      await writing.sync();
    } finally {
      await writing.close();
    }
  } finally {
    await reading.close();
  }
}

/** @returns how many bytes came; one more than `most` where the file has grown */
async function pour(
  reading: FileHandle,
  writing: FileHandle,
  most: number,
  tell: (bytes: number) => void,
): Promise<number> {
  const buffer = new Uint8Array(CHUNK);
  for (let done = 0; ;) {
    const { bytesRead } = await reading.read(buffer, 0, Math.min(CHUNK, most - done + 1), null);
    if (bytesRead === 0) return done;
    done += bytesRead;
    if (done > most) return done;
    await writing.writeFile(buffer.subarray(0, bytesRead));
    tell(bytesRead);
  }
}

const foldersOf = (listed: readonly Listed[]): Set<string> =>
  new Set(['', ...listed.map(({ file }) => path.dirname(file))]);
