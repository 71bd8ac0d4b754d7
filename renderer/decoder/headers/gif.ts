/**
 * @file Reads a GIF's size. GIF89a specification, sections 18 to 20. Pure.
 */
import type { Bytes } from '../bytes';
import { truncated } from '../errors';
import { header, type ImageHeader } from './header';

const IMAGE = 0x2c;
const EXTENSION = 0x21;

/** The screen's size, or the first frame's where that reaches beyond it, as decoders do. */
export function readGif(file: Bytes): ImageHeader {
  const width = file.u16(6, true);
  const height = file.u16(8, true);
  const frame = firstFrame(file);
  const right = file.u16(frame + 1, true) + file.u16(frame + 5, true);
  const bottom = file.u16(frame + 3, true) + file.u16(frame + 7, true);
  return header('gif', Math.max(width, right), Math.max(height, bottom));
}

/** Offset of the first image descriptor, past the colour table and extensions. */
function firstFrame(file: Bytes): number {
  const flags = file.u8(10);
  let at = 13 + (flags & 0x80 ? 3 << ((flags & 7) + 1) : 0);
  while (file.u8(at) === EXTENSION) at = skipBlocks(file, at + 2);
  if (file.u8(at) !== IMAGE) throw truncated();
  return at;
}

/** Past a chain of sub-blocks, each with its length before it, ended by an empty one. */
function skipBlocks(file: Bytes, start: number): number {
  let at = start;
  for (let length = file.u8(at); length > 0; length = file.u8(at)) at += 1 + length;
  return at + 1;
}
