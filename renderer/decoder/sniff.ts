/**
 * @file Tells a file's kind from its first bytes, never from its name: what we decode, and what we can name but not
 * decode. Pure.
 */
import { Bytes } from './bytes';
import { BMP_HEADERS } from './headers/bmp';
import type { ImageFormat } from './headers/header';
import { rawKind } from './sniffRaw';

/** Kinds that we name in the reason, with what to do (see unsupported.ts). */
export type ForeignKind =
  'tiff' | 'raw' | 'video' | 'pdf' | 'svg' | 'jxl' | 'jp2' | 'psd' | 'icon' | 'archive' | 'unknown';

export type Sniffed = { format: ImageFormat } | { foreign: ForeignKind; name: string };

const foreign = (kind: ForeignKind, name: string): Sniffed => ({ foreign: kind, name });

/** What the bytes are. Never throws: a file too short for its kind is 'unknown'. */
export function sniff(data: Uint8Array): Sniffed {
  const file = new Bytes(data);
  return sniffImage(file) ?? sniffContainer(file) ?? sniffForeign(file) ?? foreign('unknown', '');
}

function sniffImage(file: Bytes): Sniffed | undefined {
  if (file.has(0, '\xff\xd8\xff')) return { format: 'jpeg' };
  if (file.has(0, '\x89PNG\r\n\x1a\n')) return { format: 'png' };
  if (file.has(0, 'GIF87a') || file.has(0, 'GIF89a')) return { format: 'gif' };
  if (file.has(0, 'RIFF') && file.has(8, 'WEBP')) return { format: 'webp' };
  if (file.has(0, 'BM') && file.length >= 26 && BMP_HEADERS.includes(file.u32(14, true)))
    return { format: 'bmp' };
  return undefined;
}

const HEIC_BRANDS = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs', 'mif1', 'msf1', 'miaf'];

/** ISO base media files differ by the brands in their first box. */
function sniffContainer(file: Bytes): Sniffed | undefined {
  if (!file.has(4, 'ftyp') || file.length < 16) return undefined;
  const brands = readBrands(file);
  if (brands.includes('avif') || brands.includes('avis')) return { format: 'avif' };
  if (brands.includes('crx ')) return foreign('raw', 'Canon CR3');
  if (brands.some((brand) => HEIC_BRANDS.includes(brand))) return { format: 'heic' };
  return foreign('video', brands[0] === 'qt  ' ? 'QuickTime' : 'MP4');
}

function readBrands(file: Bytes): string[] {
  const end = Math.min(file.u32(0), file.length, 256);
  const brands = [file.name(8)];
  for (let at = 16; at + 4 <= end; at += 4) brands.push(file.name(at));
  return brands;
}

const MAGIC: [magic: string, at: number, kind: ForeignKind, name: string][] = [
  ['%PDF', 0, 'pdf', 'PDF'],
  ['8BPS', 0, 'psd', 'Photoshop'],
  ['\0\0\x01\0', 0, 'icon', 'icon'],
  ['\xff\x0a', 0, 'jxl', 'JPEG XL'],
  ['JXL ', 4, 'jxl', 'JPEG XL'],
  ['jP  ', 4, 'jp2', 'JPEG 2000'],
  ['\xff\x4f\xff\x51', 0, 'jp2', 'JPEG 2000'],
  ['AVI ', 8, 'video', 'AVI'],
  ['\x1a\x45\xdf\xa3', 0, 'video', 'Matroska or WebM'],
  ['\0\0\x01\xba', 0, 'video', 'MPEG'],
  ['FLV\x01', 0, 'video', 'Flash'],
  ['\x30\x26\xb2\x75', 0, 'video', 'Windows Media'],
  ['moov', 4, 'video', 'QuickTime'],
  ['mdat', 4, 'video', 'QuickTime'],
  ['wide', 4, 'video', 'QuickTime'],
  ['PK\x03\x04', 0, 'archive', 'ZIP'],
];

function sniffForeign(file: Bytes): Sniffed | undefined {
  const raw = rawKind(file);
  if (raw) return foreign('raw', raw);
  if (file.has(0, 'II*\0') || file.has(0, 'MM\0*')) return { format: 'tiff' };
  if (file.has(0, 'II+\0') || file.has(0, 'MM\0+')) return foreign('tiff', 'BigTIFF');
  for (const [magic, at, kind, name] of MAGIC) if (file.has(at, magic)) return foreign(kind, name);
  return isSvg(file) ? foreign('svg', 'SVG') : undefined;
}

function isSvg(file: Bytes): boolean {
  const start = file
    .text(0, Math.min(file.length, 1024))
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart();
  return start.startsWith('<') && /<svg[\s>]/.test(start);
}
