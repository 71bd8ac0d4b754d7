/**
 * @file Finds the EXIF data of a HEIF file, AVIF or HEIC: an item of its own (ISO/IEC 23008-12 annex A; boxes iinf
 * and iloc of ISO/IEC 14496-12 section 8.11). Pure.
 */
import type { Bytes } from '../bytes';
import { DecodeError } from '../errors';
import { boxesIn, findBox, type Box } from './boxes';
import { readExif } from './exif';
import { takeExif, type ImageHeader } from './header';

/** Version and flags before a full box's content. */
const FULL = 4;

/** Takes over when and with what the picture was taken. How it is turned, boxes of its own say. */
export function takeExifItem(file: Bytes, inMeta: Box[], found: ImageHeader): void {
  try {
    const place = placeOfExif(file, inMeta);
    if (!place) return;
    // The data say first how far on the TIFF structure begins.
    const start = place.start + 4 + file.u32(place.start);
    if (start < place.end) takeExif(found, readExif(file, start, place.end));
  } catch (error) {
    if (!(error instanceof DecodeError)) throw error;
  }
}

interface Place {
  start: number;
  end: number;
}

function placeOfExif(file: Bytes, inMeta: Box[]): Place | null {
  const [iinf, iloc] = ['iinf', 'iloc'].map((type) => findBox(file, inMeta, [type]));
  const id = iinf && exifId(file, iinf);
  return iloc && id !== undefined ? placeOf(file, iloc, id) : null;
}

function exifId(file: Bytes, iinf: Box): number | undefined {
  const counted = iinf.start + FULL + (file.u8(iinf.start) === 0 ? 2 : 4);
  for (const { type, start } of boxesIn(file, counted, iinf.end)) {
    if (type !== 'infe' || file.u8(start) < 2) continue;
    const wide = file.u8(start) > 2;
    if (file.has(start + FULL + (wide ? 6 : 4), 'Exif'))
      return wide ? file.u32(start + FULL) : file.u16(start + FULL);
  }
  return undefined;
}

/** Where the item's first piece lies in the file; null where it lies elsewhere. Pieces are not joined. */
function placeOf(file: Bytes, iloc: Box, id: number): Place | null {
  const version = file.u8(iloc.start);
  const [sizes, more] = [file.u8(iloc.start + FULL), file.u8(iloc.start + FULL + 1)];
  const [offsetSize, lengthSize, baseSize, indexSize] = [
    sizes >> 4,
    sizes & 15,
    more >> 4,
    version ? more & 15 : 0,
  ];
  const wide = version > 1;
  let at = iloc.start + FULL + 2;
  const take = (bytes: number): number => {
    at += bytes;
    return number(file, at - bytes, bytes);
  };
  for (let items = take(wide ? 4 : 2); items > 0 && at < iloc.end; items--) {
    const item = take(wide ? 4 : 2);
    const method = version ? take(2) & 15 : 0;
    at += 2;
    const base = take(baseSize);
    const extents = take(2);
    if (item !== id) {
      at += extents * (indexSize + offsetSize + lengthSize);
      continue;
    }
    if (method !== 0 || extents === 0) return null;
    at += indexSize;
    const start = base + take(offsetSize);
    return { start, end: start + take(lengthSize) };
  }
  return null;
}

/** A number of 0, 2, 4 or 8 bytes. */
function number(file: Bytes, at: number, bytes: number): number {
  if (bytes === 8) return file.u32(at) * 2 ** 32 + file.u32(at + 4);
  if (bytes === 4) return file.u32(at);
  return bytes === 2 ? file.u16(at) : 0;
}
