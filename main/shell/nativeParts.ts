/**
 * @file Whether TensorFlow's native parts are as they were packaged. They are compared before the engine loads them: in
 * full (SHA-256, 450 MB) when they are seen first or have changed on the disk, else by size, times and inode. Runs in main.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { PersonError } from '../contract/errors';
import { told } from '../../strings/words';

const partsSchema = z.array(z.object({ path: z.string(), bytes: z.int(), sha256: z.string() }));
const seenSchema = z.record(z.string(), z.string());

/** In the cache, where there is a package. */
export const SEEN_FILE = 'native-parts.json';

type Part = z.infer<typeof partsSchema>[number];

export interface NativePlaces {
  /** What was packaged; a checkout has no such file, and nothing to compare. */
  list: string;
  /** Holds the parts. */
  folder: string;
  /** Remembers what was compared in full. */
  seen: string;
}

/** @throws PersonError where a part is missing or not what was packaged; it must not be loaded then */
export async function checkNativeParts({ list, folder, seen }: NativePlaces): Promise<void> {
  const text = await fs.readFile(list, 'utf8').catch(() => null);
  if (text === null) return;
  const before = await readSeen(seen);
  const now: Record<string, string> = {};
  for (const part of partsSchema.parse(JSON.parse(text))) {
    const file = path.join(folder, part.path);
    const mark = await markOf(file, part);
    // What is remembered stands for these bytes only as long as nobody has touched the file since.
    if (before[file] !== mark && (await hashOf(file)) !== part.sha256) throw damaged(part);
    now[file] = mark;
  }
  if (JSON.stringify(now) !== JSON.stringify(before)) await remember(seen, now);
}

/** Changes with every write to the file, and with what it should be. */
async function markOf(file: string, part: Part): Promise<string> {
  const stats = await fs.stat(file, { bigint: true }).catch(() => null);
  if (!stats?.isFile() || stats.size !== BigInt(part.bytes)) throw damaged(part);
  return [part.sha256, stats.size, stats.mtimeNs, stats.ctimeNs, stats.ino].join(' ');
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  // In pieces of a few milliseconds each: the window is being opened meanwhile.
  await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), hash);
  return hash.digest('hex');
}

function damaged(part: Part): PersonError {
  return new PersonError(told().shell.partChanged, part.path);
}

async function readSeen(file: string): Promise<Record<string, string>> {
  try {
    return seenSchema.parse(JSON.parse(await fs.readFile(file, 'utf8')));
  } catch {
    return {};
  }
}

/** Where it cannot be written, the next start compares in full again. */
async function remember(file: string, now: Record<string, string>): Promise<void> {
  try {
    await fs.mkdir(path.dirname(file), { recursive: true });
    await fs.writeFile(`${file}.${process.pid}`, JSON.stringify(now));
    await fs.rename(`${file}.${process.pid}`, file);
  } catch {
    // As above.
  }
}
