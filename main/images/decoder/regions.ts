/**
 * @file Which part of an image is seen for a box in it: the rule that decoder, embeddings and thumbnails share. Pure; runs
 * anywhere.
 */
import type { Box } from '../../contract/model';

/** What the model sees around a box, on each side, as a part of the box's own side. */
export const BOX_MARGIN = 0.1;
/** Fractions are rounded to a millionth: less than a hundredth of a pixel in the largest of pictures. */
const STEPS = 1e6;

/** The box as it is decoded and as its embedding is kept: what differs by less than a millionth is the same box. */
export function roundedBox({ x, y, width, height }: Box): Box {
  const [left, top] = [Math.min(rounded(x), 1 - 1 / STEPS), Math.min(rounded(y), 1 - 1 / STEPS)];
  return { x: left, y: top, width: sideOf(width, left), height: sideOf(height, top) };
}

const rounded = (fraction: number): number => Math.round(fraction * STEPS) / STEPS;

/** At least a step, and within the image. */
const sideOf = (side: number, start: number): number =>
  Math.min(Math.max(rounded(side), 1 / STEPS), rounded(1 - start));

/** The box and its margin, cut off where the image ends. */
export function withMargin({ x, y, width, height }: Box): Box {
  const across = span(x, width);
  const down = span(y, height);
  return { x: across.start, y: down.start, width: across.length, height: down.length };
}

function span(from: number, length: number): { start: number; length: number } {
  const start = Math.max(0, from - BOX_MARGIN * length);
  return { start, length: Math.min(1, from + length + BOX_MARGIN * length) - start };
}
