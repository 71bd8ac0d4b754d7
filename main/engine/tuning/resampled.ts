/** @file A square part of pixels, enlarged to the whole by bilinear interpolation. Pure: runs in the engine and in tests. */

/** Pixels; within the picture. */
export interface Part {
  readonly left: number;
  readonly top: number;
  readonly side: number;
  readonly mirrored: boolean;
}

const CHANNELS = 3;

/** Where each pixel of a side lies between two of the source. */
interface Axis {
  /** [size] the nearer to the start. */
  readonly first: Int32Array;
  /** [size] the one after it, or the same at the end. */
  readonly second: Int32Array;
  /** [size] share of the second, 0 to 1. */
  readonly share: Float64Array;
}

/** Pixel centres are half a pixel in, as in the decoder's own reduction. */
function axis(size: number, start: number, side: number, reversed: boolean): Axis {
  const [first, second] = [new Int32Array(size), new Int32Array(size)];
  const share = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    const from = reversed ? size - 1 - i : i;
    const at = Math.min(Math.max(((from + 0.5) * side) / size - 0.5, 0), side - 1);
    first[i] = start + Math.floor(at);
    second[i] = start + Math.min(Math.floor(at) + 1, side - 1);
    share[i] = at - Math.floor(at);
  }
  return { first, second, share };
}

/**
 * @param pixels [size, size, 3]
 * @returns [size, size, 3], rounded; the whole picture, not mirrored, is a copy of it to the bit
 */
export function resampled(pixels: Uint8Array, size: number, { left, top, side, mirrored }: Part): Uint8Array {
  const across = axis(size, left, side, mirrored);
  const down = axis(size, top, side, false);
  const result = new Uint8Array(pixels.length);
  for (let y = 0, out = 0; y < size; y++) {
    const [upper, lower, low] = [down.first[y]! * size, down.second[y]! * size, down.share[y]!];
    for (let x = 0; x < size; x++) {
      const [near, far, right] = [across.first[x]!, across.second[x]!, across.share[x]!];
      for (let c = 0; c < CHANNELS; c++, out++) {
        const at = (row: number, column: number): number => pixels[(row + column) * CHANNELS + c]!;
        const above = at(upper, near) + right * (at(upper, far) - at(upper, near));
        const below = at(lower, near) + right * (at(lower, far) - at(lower, near));
        result[out] = Math.round(above + low * (below - above));
      }
    }
  }
  return result;
}
