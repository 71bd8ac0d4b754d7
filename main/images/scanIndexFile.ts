/**
 * @file The scan index as bytes: one JSON array per image, so that 50,000 of them are read in a fraction of a second.
 * Pure. Runs in main.
 *
 *   {"format":1,"decoder":D,"images":[[folder, path, size, mtimeMs, gone, hash, width, height] | […, code, reason]]}
 */
import type { ImageFailure } from '../contract/model';
import type { FoundImage } from './scan';

/** What reading a file gave. */
export type ImageFacts = { hash: string; width: number; height: number } | { failure: ImageFailure };

export interface IndexEntry extends FoundImage {
  /** null: not read yet. */
  facts: ImageFacts | null;
  /** It was not where it had been at the last scan. What is known is kept: the file may come back, or was moved. */
  gone: boolean;
}

const FORMAT = 1;

type Row = [string, string, number, number, 0 | 1, ...([] | [string, number, number] | [string, string])];

/** @param decoder version of the decoder that the failures in it come from. */
export function encodeIndex(entries: Iterable<IndexEntry>, decoder: number): string {
  const images = Array.from(entries, toRow);
  return JSON.stringify({ format: FORMAT, decoder, images });
}

/**
 * Failures that another decoder reported are not taken over: this one may read the file.
 * @throws where the text is no index of this format.
 */
export function decodeIndex(text: string, decoder: number): IndexEntry[] {
  const value: unknown = JSON.parse(text);
  if (!isIndex(value)) throw new Error('its format is not known');
  return value.images.map((row) => fromRow(row, value.decoder === decoder));
}

function toRow({ folder, path, size, mtimeMs, gone, facts }: IndexEntry): Row {
  const known: Row = [folder, path, size, mtimeMs, gone ? 1 : 0];
  if (facts === null) return known;
  if ('failure' in facts)
    return [folder, path, size, mtimeMs, gone ? 1 : 0, facts.failure.code, facts.failure.reason];
  return [folder, path, size, mtimeMs, gone ? 1 : 0, facts.hash, facts.width, facts.height];
}

function fromRow(row: unknown, sameDecoder: boolean): IndexEntry {
  if (!Array.isArray(row)) throw new Error('a row is damaged');
  const [folder, path, size, mtimeMs, gone, ...rest] = row as unknown[];
  const plain = typeof folder === 'string' && typeof path === 'string';
  if (!plain || typeof size !== 'number' || typeof mtimeMs !== 'number') throw new Error('a row is damaged');
  return { folder, path, size, mtimeMs, gone: gone === 1, facts: toFacts(rest, sameDecoder) };
}

const HASH = /^[0-9a-f]{64}$/;

function toFacts([first, second, third]: unknown[], sameDecoder: boolean): ImageFacts | null {
  if (first === undefined) return null;
  if (typeof first !== 'string') throw new Error('a row is damaged');
  if (typeof second === 'string') return sameDecoder ? { failure: { code: first, reason: second } } : null;
  if (!HASH.test(first) || typeof second !== 'number' || typeof third !== 'number')
    throw new Error('a row is damaged');
  return { hash: first, width: second, height: third };
}

function isIndex(value: unknown): value is { images: unknown[]; decoder: number } {
  if (typeof value !== 'object' || value === null || !('format' in value) || value.format !== FORMAT)
    return false;
  return (
    'images' in value &&
    Array.isArray(value.images) &&
    'decoder' in value &&
    typeof value.decoder === 'number'
  );
}
