/**
 * @file From a file's bytes to its header: kind by its first bytes, then that kind's parser. Pure.
 */
import { Bytes } from '../bytes';
import { damaged, DecodeError } from '../errors';
import { sniff } from '../sniff';
import { unsupported } from '../unsupported';
import { readAvif, readHeic } from './avif';
import { readBmp } from './bmp';
import { readGif } from './gif';
import type { ImageFormat, ImageHeader } from './header';
import { readJpeg } from './jpeg';
import { readPng } from './png';
import { readTiffFile } from './tiffFile';
import { readWebp } from './webp';
import { told } from '../../../strings/words';

const readers: Record<ImageFormat, (file: Bytes) => ImageHeader> = {
  jpeg: readJpeg,
  png: readPng,
  gif: readGif,
  webp: readWebp,
  bmp: readBmp,
  avif: readAvif,
  heic: readHeic,
  tiff: readTiffFile,
};

/** @throws DecodeError where the file is empty, no picture, of a kind that is not decoded, cut short or of no size. */
export function readHeader(data: Uint8Array): ImageHeader {
  if (data.length === 0) throw new DecodeError('empty', told().pictures.isEmpty);
  const sniffed = sniff(data);
  if ('foreign' in sniffed) throw unsupported(sniffed.foreign, sniffed.name);
  const found = readers[sniffed.format](new Bytes(data));
  if (found.width === 0 || found.height === 0)
    throw damaged(told().pictures.headerSays(found.width, found.height));
  return found;
}

/** Sets every orientation to 1 in our copy: we turn the picture ourselves, the same way in every Chromium. */
export function neutraliseOrientation(data: Uint8Array, patches: ImageHeader['patches']): void {
  for (const patch of patches) data.set(patch.bytes, patch.at);
}
