/**
 * @file Reads the header of an AVIF or a HEIC: the primary item's size, rotation and colours. ISO/IEC 23008-12 (HEIF) sections
 * 6.5 and 9.3; AVIF 1.1. Chromium and libheif rotate and mirror by themselves (irot, imir), so the size given is the
 * rotated one; libheif also cuts (clap). Pure.
 */
import type { Bytes } from '../bytes';
import { displayP3 } from '../displayP3';
import { damaged, DecodeError } from '../errors';
import { boxesIn, findBox, type Box } from './boxes';
import { takeExifItem } from './exifItem';
import { header, type ImageHeader } from './header';
import { told } from '../../../strings/words';

/** Version and flags before a full box's content. */
const FULL = 4;
/** Display P3 (ITU-T H.273). */
const P3_PRIMARIES = 12;
/** Colour primaries and transfers (ITU-T H.273) that mean sRGB, or do not say. */
const SRGB_PRIMARIES = [0, 1, 2];
const SRGB_TRANSFERS = [0, 1, 2, 6, 13, 14, 15];

export const readAvif = (file: Bytes): ImageHeader => readContainer(file, 'avif');

/** @throws DecodeError also for colours that nothing here converts: those of HDR */
export function readHeic(file: Bytes): ImageHeader {
  const found = readContainer(file, 'heic');
  if (found.wideGamut && !found.profile)
    throw new DecodeError('unsupported-heic', told().pictures.highDynamicRange);
  return found;
}

function readContainer(file: Bytes, format: 'avif' | 'heic'): ImageHeader {
  const name = format.toUpperCase();
  const meta = findBox(file, boxesIn(file, 0, file.length), ['meta']);
  if (!meta) throw damaged(told().pictures.noPictureIn(name));
  const inMeta = boxesIn(file, meta.start + FULL, meta.end);
  const found = header(format, 0, 0);
  const properties = primaryProperties(file, inMeta);
  if (!properties.some((box) => box.type === 'ispe')) throw damaged(told().pictures.noSizeIn(name));
  for (const box of properties) readProperty(file, box, found);
  takeExifItem(file, inMeta, found);
  return found;
}

function readProperty(file: Bytes, box: Box, found: ImageHeader): void {
  if (box.type === 'ispe') {
    found.width = file.u32(box.start + FULL);
    found.height = file.u32(box.start + FULL + 4);
  } else if (box.type === 'irot') {
    if (file.u8(box.start) & 1) [found.width, found.height] = [found.height, found.width];
  } else if (box.type === 'clap' && found.format === 'heic') {
    found.width = Math.round(file.u32(box.start) / file.u32(box.start + 4)) || 0;
    found.height = Math.round(file.u32(box.start + 8) / file.u32(box.start + 12)) || 0;
  } else if (box.type === 'colr') {
    readColour(file, box, found);
  }
}

function readColour(file: Bytes, box: Box, found: ImageHeader): void {
  const type = file.name(box.start);
  if (type === 'prof' || type === 'rICC')
    found.profile = { bytes: file.slice(box.start + 4, box.end), deflated: false };
  if (type !== 'nclx') return;
  const primaries = file.u16(box.start + 4);
  const transfer = file.u16(box.start + 6);
  // A profile says the same more precisely, where there is one; libheif hands out the colours as they are.
  if (found.format === 'heic' && primaries === P3_PRIMARIES && SRGB_TRANSFERS.includes(transfer))
    found.profile ??= { bytes: displayP3(), deflated: false };
  found.wideGamut = !SRGB_PRIMARIES.includes(primaries) || !SRGB_TRANSFERS.includes(transfer);
}

/** The primary item's property boxes, in the order in which they apply. */
function primaryProperties(file: Bytes, inMeta: Box[]): Box[] {
  const primary = findBox(file, inMeta, ['pitm']);
  const container = findBox(file, inMeta, ['iprp', 'ipco']);
  const associations = findBox(file, inMeta, ['iprp', 'ipma']);
  if (!primary || !container || !associations) return [];
  const wide = file.u8(primary.start) > 0;
  const id = wide ? file.u32(primary.start + FULL) : file.u16(primary.start + FULL);
  const all = boxesIn(file, container.start, container.end);
  return associated(file, associations, id).flatMap((index) => all[index - 1] ?? []);
}

/** Property numbers (from 1) of an item, from the association box (ipma). */
function associated(file: Bytes, ipma: Box, id: number): number[] {
  const wideId = file.u8(ipma.start) > 0;
  const wideIndex = (file.u8(ipma.start + 3) & 1) === 1;
  const entries = file.u32(ipma.start + FULL);
  let at = ipma.start + FULL + 4;
  for (let entry = 0; entry < entries && at < ipma.end; entry++) {
    const item = wideId ? file.u32(at) : file.u16(at);
    at += wideId ? 4 : 2;
    const count = file.u8(at++);
    if (item === id) return indices(file, at, count, wideIndex);
    at += count * (wideIndex ? 2 : 1);
  }
  return [];
}

/** The highest bit says 'essential'; the rest is the number. */
function indices(file: Bytes, start: number, count: number, wide: boolean): number[] {
  return Array.from({ length: count }, (_, i) =>
    wide ? file.u16(start + i * 2) & 0x7fff : file.u8(start + i) & 0x7f,
  );
}
