/**
 * @file Takes embeddings out of a file for good, whichever backbone or framing it is of: all others are written to a new file that
 * takes its place. Runs in the engine, and blocks it: 50,000 embeddings take a second, and it is done when a person asks.
 */
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { HEADER_BYTES, recordBytes, Records, shapeOf } from './layout';
import type { Shape } from './layout';
import { readAt, writeAt } from './recordFile';

const CHUNK_BYTES = 4 << 20;

/** What a file holds besides what shall be kept. */
export interface Strangers {
  /** Hashes, each once. */
  hashes: string[];
  /** Of these records, and of what is no whole record. */
  bytes: number;
}

/** Looks, and changes nothing. */
export function strangersIn(file: string, keep: ReadonlySet<string>): Strangers {
  return reading(file, (fd, shape, size) => {
    if (!shape) return { hashes: [], bytes: size };
    const hashes = new Set<string>();
    let kept = HEADER_BYTES;
    visit(fd, shape, (records, i) => {
      if (!records.isWhole(i)) return;
      if (keep.has(records.hash(i))) kept += recordBytes(shape);
      else hashes.add(records.hash(i));
    });
    return { hashes: [...hashes], bytes: size - kept };
  });
}

/**
 * Leaves in the file what is to be kept, and nothing else. A file that is none of ours goes as a whole: it can be computed anew.
 * @throws the system's error; the file is then as it was
 */
export function keepOnly(file: string, keep: ReadonlySet<string>): Strangers {
  const found = strangersIn(file, keep);
  if (found.bytes === 0) return found;
  const isOurs = reading(file, (fd, shape) => {
    if (shape) rewrite(file, (copy) => copyKept({ fd, shape, keep, copy }));
    return shape !== null;
  });
  if (!isOurs) fs.rmSync(file, { force: true });
  syncFolder(path.dirname(file));
  return found;
}

interface Copying {
  fd: number;
  shape: Shape;
  keep: ReadonlySet<string>;
  copy: number;
}

function copyKept({ fd, shape, keep, copy }: Copying): void {
  writeAt(copy, 0, readAt(fd, 0, new Uint8Array(HEADER_BYTES)));
  let end = HEADER_BYTES;
  visit(fd, shape, (records, i, bytes) => {
    if (!records.isWhole(i) || !keep.has(records.hash(i))) return;
    writeAt(copy, end, bytes);
    end += bytes.length;
  });
}

function rewrite(file: string, write: (copy: number) => void): void {
  const temporary = `${file}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    const copy = fs.openSync(temporary, 'wx');
    try {
      write(copy);
      fs.fsyncSync(copy);
    } finally {
      fs.closeSync(copy);
    }
    fs.renameSync(temporary, file);
  } catch (error) {
    fs.rmSync(temporary, { force: true });
    throw error;
  }
}

/** Every record, whole or not, with its bytes. */
function visit(
  fd: number,
  shape: Shape,
  each: (records: Records, i: number, bytes: Uint8Array) => void,
): void {
  const stride = recordBytes(shape);
  const chunk = new Uint8Array(Math.max(1, Math.floor(CHUNK_BYTES / stride)) * stride);
  for (let at = HEADER_BYTES; ;) {
    const bytes = readAt(fd, at, chunk);
    const records = new Records(bytes, shape);
    for (let i = 0; i < records.count; i++) each(records, i, bytes.subarray(i * stride, (i + 1) * stride));
    if (bytes.length < chunk.length) return;
    at += bytes.length;
  }
}

function reading<T>(file: string, use: (fd: number, shape: Shape | null, size: number) => T): T {
  const fd = fs.openSync(file, 'r');
  try {
    return use(fd, shapeOf(readAt(fd, 0, new Uint8Array(HEADER_BYTES))), fs.fstatSync(fd).size);
  } finally {
    fs.closeSync(fd);
  }
}

/** Makes the new file's name survive a power cut, where the system can. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const fd = fs.openSync(folder, 'r');
  try {
    fs.fsyncSync(fd);
  } catch {
    // Some network file systems cannot; the file itself is on the disk.
  } finally {
    fs.closeSync(fd);
  }
}
