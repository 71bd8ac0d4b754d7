/** @file A box as a source has it, as fractions of the upright image. Pure. Runs in main. */
import type { Box, ItemRow } from '../../contract/model';
import type { ReadBox } from '../read/record';
import { told } from '../../../strings/words';

/** How far a box may reach over its image's edge because somebody rounded: a share of its side. */
const ROUNDED = 0.005;
/** Two boxes whose edges are nearer than this are one, fractions. */
const SAME = 1e-6;

/** @returns the box, or why it cannot be one, in a sentence */
export function boxIn(box: ReadBox, { width, height }: Pick<ItemRow, 'width' | 'height'>): Box | string {
  const pixels = box.unit === 'pixel';
  if (pixels && (width === null || height === null)) return told().importing.boxInPixels;
  const x = inside(box.x, box.width, pixels ? width! : 1);
  const y = inside(box.y, box.height, pixels ? height! : 1);
  if (x === 'empty' || y === 'empty') return told().importing.boxWithoutSize;
  if (x === 'outside' || y === 'outside') return told().importing.boxOutside;
  return { x: x[0], y: y[0], width: x[1], height: y[1] };
}

/** @returns start and length as fractions of `side` */
function inside(start: number, length: number, side: number): [number, number] | 'empty' | 'outside' {
  if (!(length > 0)) return 'empty';
  const [from, to] = [start / side, (start + length) / side];
  const slack = Math.max(ROUNDED, 1 / side === 1 ? 0 : 1 / side);
  if (from < -slack || to > 1 + slack) return 'outside';
  const begin = Math.max(0, from);
  // What needs no clamping keeps its own numbers, bit for bit.
  return [begin, from >= 0 && to <= 1 ? length / side : Math.min(1, to) - begin];
}

/** @param within how far their edges may be apart, fractions */
export function sameBox(one: Box, other: Box, within = SAME): boolean {
  const near = (a: number, b: number): boolean => Math.abs(a - b) < within;
  return (
    near(one.x, other.x) &&
    near(one.y, other.y) &&
    near(one.width, other.width) &&
    near(one.height, other.height)
  );
}
