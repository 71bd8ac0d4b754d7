/**
 * @file Reads a WebP's header: size, ICC profile, orientation. RFC 9649. Pure.
 */
import type { Bytes } from '../bytes';
import { damaged, truncated } from '../errors';
import { readExif } from './exif';
import { header, takeExif, type ImageHeader } from './header';
import { told } from '../../../strings/words';

const EXIF = 'Exif\0\0';

export function readWebp(file: Bytes): ImageHeader {
  // RIFF's length counts what follows it; one byte of padding may be missing.
  if (file.u32(4, true) + 8 > file.length + 1) throw truncated();
  const { width, height } = readSize(file);
  const found = header('webp', width, height);
  if (file.has(12, 'VP8X')) readChunks(file, found);
  return found;
}

function readSize(file: Bytes): { width: number; height: number } {
  const type = file.name(12);
  if (type === 'VP8X') return { width: file.u24(24, true) + 1, height: file.u24(27, true) + 1 };
  if (type === 'VP8 ') return { width: file.u16(26, true) & 0x3fff, height: file.u16(28, true) & 0x3fff };
  if (type !== 'VP8L') throw damaged(told().pictures.webpHeader);
  const bits = file.u32(21, true);
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
}

function readChunks(file: Bytes, found: ImageHeader): void {
  let at = 12;
  while (at + 8 <= file.length) {
    const start = at + 8;
    const length = file.u32(at + 4, true);
    if (file.has(at, 'ICCP')) found.profile = { bytes: file.slice(start, start + length), deflated: false };
    if (file.has(at, 'EXIF')) takeChunk(file, start, start + length, found);
    at = start + length + (length & 1);
  }
}

/** Some writers put JPEG's 'Exif' signature before the data. */
function takeChunk(file: Bytes, start: number, end: number, found: ImageHeader): void {
  const data = file.has(start, EXIF) ? start + EXIF.length : start;
  const { orientation, patch, ...facts } = readExif(file, data, end);
  takeExif(found, facts);
  if (!patch || found.patches.length > 0) return;
  found.orientation = orientation;
  found.patches.push(patch);
}
