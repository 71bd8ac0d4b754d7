/**
 * @file Reads a JPEG's header: size, number of components, progressive or not, orientation (APP1), ICC profile
 * (APP2). ITU-T T.81 annex B; ICC.1 annex B.4. Pure.
 */
import type { Bytes } from '../bytes';
import { damaged, truncated } from '../errors';
import { readExif } from './exif';
import { header, takeExif, type ImageHeader } from './header';
import { joinProfile, profileChunk, type ProfileChunk } from './jpegProfile';
import { told } from '../../../strings/words';

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const APP1 = 0xe1;
const APP2 = 0xe2;
const EXIF = 'Exif\0\0';
/** Start-of-frame markers with more than one scan: progressive, with Huffman or arithmetic coding. */
const PROGRESSIVE = [0xc2, 0xca];

interface Segment {
  marker: number;
  /** First byte after the length, and first byte after the segment. */
  start: number;
  end: number;
}

export function readJpeg(file: Bytes): ImageHeader {
  const chunks: ProfileChunk[] = [];
  const found = header('jpeg', 0, 0);
  let scan = -1;
  for (const segment of segments(file)) {
    if (segment.marker === APP1) takeSegment(file, segment, found);
    else if (segment.marker === APP2) chunks.push(...profileChunk(file, segment.start, segment.end));
    else if (isFrame(segment.marker)) readFrame(file, segment, found);
    else if (segment.marker === SOS) scan = segment.end;
  }
  if (scan < 0 || found.components === 0) throw damaged(told().pictures.jpegHeader);
  if (!hasEnd(file, scan)) throw truncated();
  found.profile = joinProfile(chunks);
  return found;
}

/** The segments up to and including the first scan's header. Every step moves forward, so it always ends. */
function* segments(file: Bytes): Generator<Segment> {
  let at = 2;
  for (;;) {
    while (file.u8(at) !== 0xff) at++;
    while (file.u8(at) === 0xff) at++;
    const marker = file.u8(at++);
    if (marker === EOI) return;
    // Stuffing, restart markers and a repeated start have no length.
    if (marker <= 0x01 || (marker >= 0xd0 && marker <= SOI)) continue;
    const end = at + Math.max(2, file.u16(at));
    if (end > file.length) throw truncated();
    yield { marker, start: at + 2, end };
    if (marker === SOS) return;
    at = end;
  }
}

/** C4, C8 and CC are tables and reserved, not frames. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function readFrame(file: Bytes, segment: Segment, found: ImageHeader): void {
  found.height = file.u16(segment.start + 1);
  found.width = file.u16(segment.start + 3);
  found.components = file.u8(segment.start + 5);
  found.progressive = PROGRESSIVE.includes(segment.marker);
}

/** The first orientation counts; all are set to 1 in our copy, since decoders differ in which one they obey. */
function takeSegment(file: Bytes, segment: Segment, found: ImageHeader): void {
  if (!file.has(segment.start, EXIF)) return;
  const exif = readExif(file, segment.start + EXIF.length, segment.end);
  takeExif(found, exif);
  if (!exif.patch) return;
  if (found.patches.length === 0) found.orientation = exif.orientation;
  found.patches.push(exif.patch);
}

/** Within a scan FF is always followed by 00 or a restart, so FF D9 after it can only be the end marker. */
function hasEnd(file: Bytes, scan: number): boolean {
  for (let at = file.length - 2; at >= scan; at--) {
    if (file.data[at + 1] === EOI && file.data[at] === 0xff) return true;
  }
  return false;
}
