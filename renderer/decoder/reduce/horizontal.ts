/**
 * @file First pass of the reduction: along the rows, from words to RGB bytes. The hot path of decoding, hence unrolled
 * for the usual numbers of taps: about twice as fast as the plain loop. Pure.
 */
import type { Strip } from './strip';
import { sum4, sum6, HALF, PRECISION_BITS } from './sums';
import type { Weights } from './weights';

/** Rows done together, so that a column's weights are loaded once and the rows stay in the processor's cache. */
const BLOCK = 16;

export interface HorizontalPass {
  strip: Strip;
  /** First upright column that the weights count from. */
  left: number;
  weights: Weights;
  /** Upright row of the first output row, and rows to do. */
  from: number;
  rows: number;
  /** [rows, outSize, 3] bytes, written from `at`. */
  output: Uint8Array;
  at: number;
}

export function reduceHorizontally(pass: HorizontalPass): void {
  const { strip, weights, left, from } = pass;
  const outSize = weights.first.length;
  const column = columns[weights.taps] ?? anyColumn;
  for (let row = 0; row < pass.rows; row += BLOCK) {
    const start = strip.origin + left * strip.across + (from + row - strip.top) * strip.down;
    const rows = Math.min(BLOCK, pass.rows - row);
    for (let out = 0; out < outSize; out++) {
      const read = start + weights.first[out]! * strip.across;
      column(pass, out, read, pass.at + (row * outSize + out) * 3, rows);
    }
  }
}

/** One output column over some rows: `read` and `write` are the positions in its first row. */
type Column = (pass: HorizontalPass, column: number, read: number, write: number, rows: number) => void;

const column4: Column = ({ strip, weights, output }, column, read, write, rows) => {
  const { pixels, across, down } = strip;
  const low = strip.blueFirst ? 2 : 0;
  const stride = weights.first.length * 3;
  const w = weights.weights;
  const k = column * 4;
  const [a, b, c, d] = [w[k]!, w[k + 1]!, w[k + 2]!, w[k + 3]!];
  for (let row = 0; row < rows; row++, read += down, write += stride) {
    const p = pixels[read]!;
    const q = pixels[read + across]!;
    const r = pixels[read + 2 * across]!;
    const s = pixels[read + 3 * across]!;
    output[write + low] = sum4(p, q, r, s, a, b, c, d);
    output[write + 1] = sum4(p >>> 8, q >>> 8, r >>> 8, s >>> 8, a, b, c, d);
    output[write + 2 - low] = sum4(p >>> 16, q >>> 16, r >>> 16, s >>> 16, a, b, c, d);
  }
};

const column6: Column = ({ strip, weights, output }, column, read, write, rows) => {
  const { pixels, across, down } = strip;
  const low = strip.blueFirst ? 2 : 0;
  const stride = weights.first.length * 3;
  const w = weights.weights;
  const k = column * 6;
  const [a, b, c, d, e, f] = [w[k]!, w[k + 1]!, w[k + 2]!, w[k + 3]!, w[k + 4]!, w[k + 5]!];
  for (let row = 0; row < rows; row++, read += down, write += stride) {
    const p = pixels[read]!;
    const q = pixels[read + across]!;
    const r = pixels[read + 2 * across]!;
    const s = pixels[read + 3 * across]!;
    const t = pixels[read + 4 * across]!;
    const u = pixels[read + 5 * across]!;
    output[write + low] = sum6(p, q, r, s, t, u, a, b, c, d, e, f);
    output[write + 1] = sum6(p >>> 8, q >>> 8, r >>> 8, s >>> 8, t >>> 8, u >>> 8, a, b, c, d, e, f);
    output[write + 2 - low] = sum6(
      p >>> 16,
      q >>> 16,
      r >>> 16,
      s >>> 16,
      t >>> 16,
      u >>> 16,
      a,
      b,
      c,
      d,
      e,
      f,
    );
  }
};

const anyColumn: Column = ({ strip, weights, output }, column, read, write, rows) => {
  const { pixels, across, down } = strip;
  const { taps, weights: w } = weights;
  const low = strip.blueFirst ? 2 : 0;
  const stride = weights.first.length * 3;
  const begin = column * taps;
  const end = begin + taps;
  for (let row = 0; row < rows; row++, read += down, write += stride) {
    let [x, y, z] = [HALF, HALF, HALF];
    for (let k = begin, at = read; k < end; k++, at += across) {
      const weight = w[k]!;
      const pixel = pixels[at]!;
      x = (x + Math.imul(pixel & 255, weight)) | 0;
      y = (y + Math.imul((pixel >>> 8) & 255, weight)) | 0;
      z = (z + Math.imul((pixel >>> 16) & 255, weight)) | 0;
    }
    output[write + low] = x >> PRECISION_BITS;
    output[write + 1] = y >> PRECISION_BITS;
    output[write + 2 - low] = z >> PRECISION_BITS;
  }
};

const columns: Record<number, Column> = { 4: column4, 6: column6 };
