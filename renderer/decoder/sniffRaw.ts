/**
 * @file Names the camera raw formats. Most are TIFF files inside, told apart by their first directory (TIFF 6.0,
 * DNG 1.7). Pure.
 */
import type { Bytes } from './bytes';
import { DecodeError } from './errors';

const MAGIC: [magic: string, at: number, name: string][] = [
  ['FUJIFILMCCD-RAW', 0, 'Fujifilm RAF'],
  ['IIRO', 0, 'Olympus ORF'],
  ['IIRS', 0, 'Olympus ORF'],
  ['MMOR', 0, 'Olympus ORF'],
  ['IIU\0', 0, 'Panasonic RW2'],
  ['FOVb', 0, 'Sigma X3F'],
  ['CR\x02', 8, 'Canon CR2'],
];

const MAKERS: [maker: string, name: string][] = [
  ['NIKON', 'Nikon NEF'],
  ['SONY', 'Sony ARW'],
  ['PENTAX', 'Pentax PEF'],
  ['SAMSUNG', 'Samsung SRW'],
  ['Canon', 'Canon raw'],
];

const NEW_SUBFILE_TYPE = 0x00fe;
const MAKE = 0x010f;
const SUB_IFDS = 0x014a;
const DNG_VERSION = 0xc612;

/** "Nikon NEF", say, or null where the file is none of them. */
export function rawKind(file: Bytes): string | null {
  const named = MAGIC.find(([magic, at]) => file.has(at, magic));
  if (named) return named[2];
  if (!file.has(0, 'II*\0') && !file.has(0, 'MM\0*')) return null;
  try {
    return tiffRawKind(file);
  } catch (error) {
    if (error instanceof DecodeError) return null;
    throw error;
  }
}

/** A raw file's first directory is a preview, with the sensor's picture below it; a photo saved as TIFF has neither. */
function tiffRawKind(file: Bytes): string | null {
  const tags = readTags(file);
  if (tags.has(DNG_VERSION)) return 'DNG';
  const make = tags.get(MAKE);
  if (make === undefined || !tags.has(SUB_IFDS) || !tags.has(NEW_SUBFILE_TYPE)) return null;
  return MAKERS.find(([maker]) => file.has(make, maker))?.[1] ?? null;
}

/** Tag → its value, read as an offset. */
function readTags(file: Bytes): Map<number, number> {
  const little = file.has(0, 'II');
  const directory = file.u32(4, little);
  const count = file.u16(directory, little);
  const tags = new Map<number, number>();
  for (let i = 0; i < count; i++) {
    const entry = directory + 2 + i * 12;
    tags.set(file.u16(entry, little), file.u32(entry + 8, little));
  }
  return tags;
}
