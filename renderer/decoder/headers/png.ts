/**
 * @file Reads a PNG's header: size (IHDR), ICC profile (iCCP), orientation (eXIf, which may stand after the
 * picture). PNG specification, third edition, section 5. Pure.
 */
import type { Bytes } from '../bytes';
import { crc32 } from '../crc32';
import { damaged, truncated } from '../errors';
import { readExif } from './exif';
import { header, takeExif, type BytePatch, type ImageHeader } from './header';
import { told } from '../../../strings/words';

const SIGNATURE_LENGTH = 8;
/** Length and type before a chunk's data, checksum after it. */
const BEFORE = 8;
const AFTER = 4;

export function readPng(file: Bytes): ImageHeader {
  if (!file.has(SIGNATURE_LENGTH + 4, 'IHDR')) throw damaged(told().pictures.pngHeader);
  const found = header('png', file.u32(16), file.u32(20));
  let pixels = false;
  let at = SIGNATURE_LENGTH;
  while (at + BEFORE <= file.length) {
    const start = at + BEFORE;
    const end = start + file.u32(at);
    const type = file.name(at + 4);
    if (type === 'IEND') break;
    if (type === 'IDAT') {
      pixels = true;
      if (end > file.length) throw truncated();
    }
    readChunk(file, type, start, end, found);
    at = end + AFTER;
  }
  if (!pixels) throw truncated();
  return found;
}

function readChunk(file: Bytes, type: string, start: number, end: number, found: ImageHeader): void {
  if (type === 'iCCP') found.profile = readProfile(file, start, end);
  if (type !== 'eXIf' || end + AFTER > file.length) return;
  const { orientation, patch, ...facts } = readExif(file, start, end);
  takeExif(found, facts);
  if (!patch || found.patches.length > 0) return;
  found.orientation = orientation;
  found.patches.push(patch, checksumPatch(file, start - 4, end, patch));
}

/** The chunk's checksum (over its type and data) as it is once `patch` is applied. */
function checksumPatch(file: Bytes, from: number, end: number, patch: BytePatch): BytePatch {
  const chunk = file.slice(from, end).slice();
  chunk.set(patch.bytes, patch.at - from);
  const sum = crc32(chunk);
  return { at: end, bytes: [sum >>> 24, (sum >>> 16) & 0xff, (sum >>> 8) & 0xff, sum & 0xff] };
}

/** Name, 0, compression method 0, zlib data. */
function readProfile(file: Bytes, start: number, end: number): ImageHeader['profile'] {
  const name = file.slice(start, Math.min(end, start + 80)).indexOf(0);
  if (name < 0) return null;
  return { bytes: file.slice(start + name + 2, end), deflated: true };
}
