/**
 * @file The views of an item that the last convolution is trained on, made of the pixels that the decoder gives for the
 * backbone: as it is, mirrored, and two smaller parts of it. Pure: runs in the engine and in tests.
 */
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { resampled, type Part } from './resampled';

/** Of each item; the first is the item as it is. */
export const VIEWS = 4;
/** Changes whenever the same pixels could give other views: part of the key of what is kept. */
export const VIEWS_VERSION = 1;
/** Side of a smaller part, as a share of the whole. */
const [LEAST_SIDE, MOST_SIDE] = [0.8, 0.95];

/**
 * Which part of the pixels a view shows. The same item has the same views every time: they are drawn from its key.
 * @param key 64 hexadecimal digits (`embeddingHash`)
 * @param size side of the pixels
 */
export function partOf(key: string, view: number, size: number): Part {
  const mirrored = view % 2 === 1;
  if (view < 2) return { left: 0, top: 0, side: size, mirrored };
  const random = xoroshiro128plus(parseInt(key.slice(8 * view, 8 * view + 8), 16));
  const side = uniformInt(random, Math.round(LEAST_SIDE * size), Math.round(MOST_SIDE * size));
  const [left, top] = [uniformInt(random, 0, size - side), uniformInt(random, 0, size - side)];
  return { left, top, side, mirrored };
}

/** All views [VIEWS] of an item's pixels [size, size, 3]. */
export function viewsOf(pixels: Uint8Array, size: number, key: string): Uint8Array[] {
  return Array.from({ length: VIEWS }, (_, view) => resampled(pixels, size, partOf(key, view, size)));
}
