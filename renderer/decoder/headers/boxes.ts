/**
 * @file Walks the boxes of an ISO base media file (ISO/IEC 14496-12 section 4.2): AVIF and HEIC. Pure.
 */
import type { Bytes } from '../bytes';

export interface Box {
  type: string;
  /** First byte of the content, and first byte after the box. */
  start: number;
  end: number;
}

/** Most boxes that one level is searched for: no real file comes near, a hostile one must end. */
const MOST = 10_000;

/** The boxes in [start, end). A box that claims to reach further is cut there; one too small to be ends the walk. */
export function boxesIn(file: Bytes, start: number, end: number): Box[] {
  const boxes: Box[] = [];
  let at = start;
  while (at + 8 <= end && boxes.length < MOST) {
    const box = boxAt(file, at, end);
    if (box.start > box.end) break;
    boxes.push(box);
    at = box.end;
  }
  return boxes;
}

/** Size 1: a 64-bit size follows the type. Size 0: up to the end. */
function boxAt(file: Bytes, at: number, end: number): Box {
  const short = file.u32(at);
  const long = short === 1;
  const start = at + (long ? 16 : 8);
  const size = long ? file.u32(at + 8) * 2 ** 32 + file.u32(at + 12) : short;
  const boxEnd = size === 0 ? end : Math.min(end, at + size);
  return { type: file.name(at + 4), start, end: boxEnd };
}

export function findBox(file: Bytes, boxes: Box[], path: string[]): Box | undefined {
  const [type, ...rest] = path;
  const box = boxes.find((candidate) => candidate.type === type);
  if (!box || rest.length === 0) return box;
  return findBox(file, boxesIn(file, box.start, box.end), rest);
}
