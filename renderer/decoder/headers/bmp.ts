/**
 * @file Reads a BMP's size (BITMAPCOREHEADER and BITMAPINFOHEADER with its successors). Pure.
 */
import type { Bytes } from '../bytes';
import { truncated } from '../errors';
import { header, type ImageHeader } from './header';

const CORE_HEADER = 12;
/** Compression 0: rows of known length, so that a missing end can be told. */
const UNCOMPRESSED = 0;

/** Sizes of the headers in use; anything else that begins with 'BM' is not a BMP. */
export const BMP_HEADERS = [CORE_HEADER, 40, 52, 56, 64, 108, 124];

export function readBmp(file: Bytes): ImageHeader {
  if (file.u32(14, true) === CORE_HEADER) return header('bmp', file.u16(18, true), file.u16(20, true));
  const width = file.i32(18, true);
  // A negative height says that the rows run from the top.
  const height = Math.abs(file.i32(22, true));
  const rowBytes = Math.ceil((width * file.u16(28, true)) / 32) * 4;
  if (file.u32(30, true) === UNCOMPRESSED && file.u32(10, true) + rowBytes * height > file.length)
    throw truncated();
  return header('bmp', Math.max(0, width), height);
}
