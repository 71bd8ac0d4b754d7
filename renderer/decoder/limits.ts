/**
 * @file How large a file may be, checked before anything is decoded: a PNG of 31 KB can ask for gigabytes. Pure.
 */
import { tooLarge } from './errors';
import type { ImageFormat, ImageHeader } from './headers/header';
import type { Size } from './reduce/strip';
import { told } from '../../strings/words';

/** Bytes of a file: 512 MiB. */
export const MAX_BYTES = 512 * 2 ** 20;
/** Pixels of a picture that must be decoded whole, and of a JPEG, which can be decoded at an eighth. */
const MAX_PIXELS = 100e6;
const MAX_JPEG_PIXELS = 300e6;
/** Of a HEIC, whose decoder in JavaScript takes seconds for what others are limited to. */
const MAX_HEIC_PIXELS = 50e6;
const MOST: Partial<Record<ImageFormat, number>> = { jpeg: MAX_JPEG_PIXELS, heic: MAX_HEIC_PIXELS };
/** Chromium's canvas refuses longer sides. */
const MAX_SIDE = 65_535;
/** Above this many pixels in memory at once, one picture at a time across all workers. */
const BIG_PIXELS = 24e6;

const megapixels = (pixels: number) => told().pictures.megapixels(Math.round(pixels / 1e6));

/** @throws DecodeError 'too-large', saying how large and what is allowed. */
export function checkBytes(bytes: number): void {
  if (bytes <= MAX_BYTES) return;
  throw tooLarge(told().pictures.manyBytes(Math.round(bytes / 2 ** 20), MAX_BYTES / 2 ** 20));
}

/** @throws DecodeError 'too-large'. `decoded` is the size at which the picture would be decoded. */
export function checkPixels(header: ImageHeader, decoded: Size): void {
  const pixels = header.width * header.height;
  const most = MOST[header.format] ?? MAX_PIXELS;
  const size = told().pictures.hasPixels(header.width, header.height);
  if (pixels > most) throw tooLarge(told().pictures.manyPixels(size, megapixels(pixels), megapixels(most)));
  if (decoded.width * decoded.height > MAX_PIXELS) {
    throw tooLarge(told().pictures.manyWhole(size, megapixels(MAX_PIXELS)));
  }
  if (Math.max(decoded.width, decoded.height) > MAX_SIDE) {
    throw tooLarge(told().pictures.longSide(size, MAX_SIDE));
  }
}

/** Whether decoding needs so much memory that no other big picture may be decoded at the same time. */
export function isBig(header: ImageHeader, decoded: Size): boolean {
  // A progressive JPEG keeps the coefficients of the whole picture, whatever the scale.
  const { width, height } = header.progressive ? header : decoded;
  return width * height > BIG_PIXELS;
}
