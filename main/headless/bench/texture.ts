/**
 * @file A picture without end that is as hard to decode as a photo: noise with as much detail at every scale as photos
 * have, soft at the finest as lenses are. It goes on at its edges, so pictures can be cut from anywhere. Pure; runs in main.
 */

export interface Texture {
  /** Pixels on a side, a power of two. */
  side: number;
  /** [side, side, 4] blue, green, red, 255, as Chromium's bitmaps are. */
  pixels: Uint8Array;
}

/** Levels that each scale adds, the finest first; coarser scales than these add as much as the last. */
export interface Detail {
  light: readonly number[];
  colour: readonly number[];
}

/** Pictures scaled down for the web are sharp to the pixel, what a camera's sensor gives is not. */
export const SHARP: Detail = { light: [7, 11, 14], colour: [1, 3, 5] };
export const SOFT: Detail = { light: [2, 4, 8, 12, 14], colour: [0.5, 1, 2, 4] };

export function textureOf(side: number, detail: Detail, seed: number): Texture {
  const random = randomOf(seed);
  const [light, warm, green] = [detail.light, detail.colour, detail.colour].map((levels) =>
    noise(side, levels, random),
  ) as [Float32Array, Float32Array, Float32Array];
  const pixels = new Uint8Array(side * side * 4);
  for (let i = 0, at = 0; i < light.length; i++, at += 4) {
    const grey = 118 + light[i]!;
    pixels[at] = clamp(grey - warm[i]! + green[i]!);
    pixels[at + 1] = clamp(grey - green[i]!);
    pixels[at + 2] = clamp(grey + warm[i]! + green[i]!);
    pixels[at + 3] = 255;
  }
  return { side, pixels };
}

/** A piece [height, width, 4] of the texture from any place. */
export function cut(
  { side, pixels }: Texture,
  left: number,
  top: number,
  width: number,
  height: number,
): Buffer {
  const piece = Buffer.alloc(width * height * 4);
  const x = left % side;
  const first = Math.min(width, side - x);
  for (let row = 0; row < height; row++) {
    const line = ((top + row) % side) * side * 4;
    piece.set(pixels.subarray(line + x * 4, line + (x + first) * 4), row * width * 4);
    piece.set(pixels.subarray(line, line + (width - first) * 4), (row * width + first) * 4);
  }
  return piece;
}

/** Coarse to fine: each scale is the one before, twice as large, plus noise of its own. */
function noise(side: number, levels: readonly number[], random: () => number): Float32Array {
  let values: Float32Array = new Float32Array(1);
  for (let size = 1; size < side;) {
    values = doubled(values, size);
    size *= 2;
    const scale = Math.log2(side / size);
    const level = levels[Math.min(scale, levels.length - 1)] ?? 0;
    // A value from -1 to 1 has a standard deviation of 1/√3.
    for (let i = 0; i < values.length; i++) values[i] = values[i]! + level * Math.sqrt(3) * random();
  }
  return values;
}

/** Bilinear, around the edges. */
function doubled(values: Float32Array, size: number): Float32Array {
  const twice = size * 2;
  const result = new Float32Array(twice * twice);
  for (let y = 0; y < twice; y++) {
    const [near, far] = [y >> 1, ((y >> 1) + (y & 1 ? 1 : size - 1)) % size];
    for (let x = 0; x < twice; x++) {
      const [left, right] = [x >> 1, ((x >> 1) + (x & 1 ? 1 : size - 1)) % size];
      const upper = 0.75 * values[near * size + left]! + 0.25 * values[near * size + right]!;
      const lower = 0.75 * values[far * size + left]! + 0.25 * values[far * size + right]!;
      result[y * twice + x] = 0.75 * upper + 0.25 * lower;
    }
  }
  return result;
}

/** -1 to 1, the same for the same seed (Marsaglia's xorshift32): good enough to look like a photo. */
function randomOf(seed: number): () => number {
  let state = seed | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state / 2 ** 31;
  };
}

const clamp = (value: number): number => Math.max(0, Math.min(255, Math.round(value)));
