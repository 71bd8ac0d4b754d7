/**
 * @file Which pixels of the upright, decoded picture a framing takes. The crop is whole pixels, so that every
 * consumer of an export can cut the same ones. Pure.
 */
import type { Framing } from '../../main/contract/model';
import type { Rect, Size } from './reduce/strip';

/** [Note: Framing in pixels]
 * stretch: all. centreCrop: the square of the shorter side s, at floor((width - s) / 2), floor((height - s) / 2).
 * region: each edge of the box at floor(fraction · side + 0.5), at least one pixel wide, within the picture. The crop
 * is cut out first and then reduced: nothing outside it is seen. docs/decoding.md has the same in Python.
 */
export function cropOf(framing: Framing, { width, height }: Size): Rect {
  if (framing.kind === 'stretch') return { left: 0, top: 0, width, height };
  if (framing.kind === 'centreCrop') {
    const side = Math.min(width, height);
    return {
      left: Math.floor((width - side) / 2),
      top: Math.floor((height - side) / 2),
      width: side,
      height: side,
    };
  }
  const across = span(framing.box.x, framing.box.width, width);
  const down = span(framing.box.y, framing.box.height, height);
  return { left: across.start, top: down.start, width: across.length, height: down.length };
}

function span(from: number, length: number, side: number): { start: number; length: number } {
  const start = Math.min(side - 1, Math.floor(from * side + 0.5));
  const end = Math.min(side, Math.max(start + 1, Math.floor((from + length) * side + 0.5)));
  return { start, length: end - start };
}
