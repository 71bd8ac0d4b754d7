/**
 * @file Finds the orientation tag in EXIF data (a TIFF structure: TIFF 6.0, EXIF 2.32 section 4.6). Pure.
 */
import { Bytes } from '../bytes';
import { DecodeError } from '../errors';
import type { BytePatch } from './header';

const ORIENTATION = 0x0112;
const SHORT = 3;
const LONG = 4;

export interface Orientation {
  orientation: number;
  /** Sets the tag to 1 in the file's bytes; null where there is no tag. */
  patch: BytePatch | null;
}

const none: Orientation = { orientation: 1, patch: null };

/**
 * Reads the orientation of the TIFF structure in [start, end) of the file. Broken EXIF data means orientation 1:
 * the picture itself may be whole.
 */
export function readOrientation(file: Bytes, start: number, end: number): Orientation {
  try {
    return findOrientation(new Bytes(file.slice(start, end)), start);
  } catch (error) {
    if (error instanceof DecodeError) return none;
    throw error;
  }
}

function findOrientation(tiff: Bytes, start: number): Orientation {
  const little = tiff.has(0, 'II');
  if (!little && !tiff.has(0, 'MM')) return none;
  const directory = tiff.u32(4, little);
  const count = tiff.u16(directory, little);
  for (let i = 0; i < count; i++) {
    const entry = directory + 2 + i * 12;
    if (tiff.u16(entry, little) === ORIENTATION) return readEntry(tiff, entry, little, start);
  }
  return none;
}

function readEntry(tiff: Bytes, entry: number, little: boolean, start: number): Orientation {
  const type = tiff.u16(entry + 2, little);
  if (type !== SHORT && type !== LONG) return none;
  const value = type === SHORT ? tiff.u16(entry + 8, little) : tiff.u32(entry + 8, little);
  const one = type === SHORT ? [0, 1] : [0, 0, 0, 1];
  const bytes = little ? one.reverse() : one;
  return { orientation: value >= 1 && value <= 8 ? value : 1, patch: { at: start + entry + 8, bytes } };
}
