/**
 * @file The scan index as bytes: one JSON array per image, so that 50,000 of them are read in a fraction of a second.
 * Pure. Runs in main.
 *
 *   {"format":2,"decoder":D,"images":[[folder, path, size, mtimeMs, gone, addedAt,
 *     … hash, width, height, capturedAt, camera, pixelHash | … code, reason | nothing where it was not read yet]]}
 *
 * Format 1 had neither addedAt nor anything behind the height. What is not in it is learnt when a file is next read.
 */
import type { ImageFailure } from '../contract/model';
import { atOnce } from '../organise/slices';
import type { FoundImage } from './scan';

/** What reading a file gave. */
export type ImageFacts = ContentFacts | { failure: ImageFailure };

export interface ContentFacts {
  /** SHA-256 of the bytes, lower-case hex. */
  hash: string;
  /** Upright size, pixels. */
  width: number;
  height: number;
  capturedAt: string | null;
  camera: string | null;
  /** null: read before this, the time and the camera were noted. */
  pixelHash: string | null;
}

export interface IndexEntry extends FoundImage {
  /** null: not read yet. */
  facts: ImageFacts | null;
  /** It was not where it had been at the last scan. What is known is kept: the file may come back, or was moved. */
  gone: boolean;
  /** When a scan first found it, ms since 1970; 0: before that was noted. */
  addedAt: number;
}

const FORMAT = 2;
/** Read as well. */
const EARLIER = 1;

type Read = [string, number, number, string | null, string | null, string | null];
type Row = [string, string, number, number, 0 | 1, number, ...([] | Read | [string, string])];

/** @param decoder version of the decoder that the failures in it come from. */
export const encodeIndex = (entries: Iterable<IndexEntry>, decoder: number): Buffer =>
  atOnce(encodingIndex(entries, decoder));

const ROWS_AT_A_TIME = 250;

/** The same a few rows at a time: main must not stand still for 50,000. What changes meanwhile is in it as it was or is. */
export function* encodingIndex(entries: Iterable<IndexEntry>, decoder: number): Generator<void, Buffer> {
  const parts = [Buffer.from(`{"format":${FORMAT},"decoder":${decoder},"images":[`)];
  let rows: string[] = [];
  let before = '';
  const flush = (): void => {
    if (rows.length > 0) parts.push(Buffer.from(before + rows.join(',')));
    if (rows.length > 0) before = ',';
    rows = [];
  };
  for (const entry of entries) {
    if (rows.push(JSON.stringify(toRow(entry))) < ROWS_AT_A_TIME) continue;
    flush();
    yield;
  }
  flush();
  return Buffer.concat([...parts, Buffer.from(']}')]);
}

/**
 * Failures that another decoder reported are not taken over, nor those of format 1: this one may read the file.
 * @throws where the text is no index of this format.
 */
export function decodeIndex(text: string, decoder: number): IndexEntry[] {
  const value: unknown = JSON.parse(text);
  if (!isIndex(value)) throw new Error('its format is not known');
  return value.images.map((row) =>
    fromRow(row, value.format, value.format === FORMAT && value.decoder === decoder),
  );
}

function toRow({ folder, path, size, mtimeMs, gone, addedAt, facts }: IndexEntry): Row {
  const known = [folder, path, size, mtimeMs, gone ? 1 : 0, addedAt] as const;
  if (facts === null) return [...known];
  if ('failure' in facts) return [...known, facts.failure.code, facts.failure.reason];
  const { hash, width, height, capturedAt, camera, pixelHash } = facts;
  return [...known, hash, width, height, capturedAt, camera, pixelHash];
}

const damaged = (): Error => new Error('a row is damaged');

function fromRow(row: unknown, format: number, sameDecoder: boolean): IndexEntry {
  if (!Array.isArray(row)) throw damaged();
  const [folder, path, size, mtimeMs, gone, ...more] = row as unknown[];
  const [addedAt, ...rest] = format === EARLIER ? [0, ...more] : more;
  const plain = typeof folder === 'string' && typeof path === 'string';
  if (!plain || typeof size !== 'number' || typeof mtimeMs !== 'number') throw damaged();
  if (typeof addedAt !== 'number') throw damaged();
  return { folder, path, size, mtimeMs, gone: gone === 1, addedAt, facts: toFacts(rest, sameDecoder) };
}

const HASH = /^[0-9a-f]{64}$/;

function toFacts([first, second, third, ...seen]: unknown[], sameDecoder: boolean): ImageFacts | null {
  if (first === undefined) return null;
  if (typeof first !== 'string') throw damaged();
  if (typeof second === 'string') return sameDecoder ? { failure: { code: first, reason: second } } : null;
  if (!HASH.test(first) || typeof second !== 'number' || typeof third !== 'number') throw damaged();
  const [capturedAt = null, camera = null, pixelHash = null] = seen.map(textOrNull);
  return { hash: first, width: second, height: third, capturedAt, camera, pixelHash };
}

function textOrNull(value: unknown): string | null {
  if (value !== null && typeof value !== 'string') throw damaged();
  return value;
}

function isIndex(value: unknown): value is { images: unknown[]; decoder: number; format: number } {
  if (typeof value !== 'object' || value === null) return false;
  const { format, images, decoder } = value as Record<string, unknown>;
  return (format === FORMAT || format === EARLIER) && Array.isArray(images) && typeof decoder === 'number';
}
