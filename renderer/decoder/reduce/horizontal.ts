/**
 * @file First pass of the reduction: along the rows, from RGBA words to RGB bytes. The hot path of decoding, hence
 * unrolled: 2 to 3 times as fast as the plain loop. Pure.
 */
import type { Strip } from './strip';
import { HALF, PRECISION_BITS, type Weights } from './weights';

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

type Column = (pass: HorizontalPass, column: number, read: number, write: number, rows: number) => void;

export function reduceHorizontally(pass: HorizontalPass): void {
  const { strip, weights, left, from } = pass;
  const outSize = weights.first.length;
  const column = columns[weights.taps] ?? anyColumn;
  for (let row = 0; row < pass.rows; row += BLOCK) {
    const start = strip.origin + left * strip.across + (from + row - strip.top) * strip.down;
    const rows = Math.min(BLOCK, pass.rows - row);
    for (let out = 0; out < outSize; out++) {
      const read = start + (weights.first[out] as number) * strip.across;
      column(pass, out, read, pass.at + (row * outSize + out) * 3, rows);
    }
  }
}

const columns: Record<number, Column> = { 4: column4, 6: column6 };

function column4(
  { strip, weights, output }: HorizontalPass,
  column: number,
  read: number,
  write: number,
  rows: number,
): void {
  const { pixels, across, down } = strip;
  const w = weights.weights;
  const k = column * 4;
  const w0 = w[k]!,
    w1 = w[k + 1]!,
    w2 = w[k + 2]!,
    w3 = w[k + 3]!;
  const stride = weights.first.length * 3;
  for (let row = 0; row < rows; row++, read += down, write += stride) {
    const p0 = pixels[read]!,
      p1 = pixels[read + across]!;
    const p2 = pixels[read + 2 * across]!,
      p3 = pixels[read + 3 * across]!;
    output[write] =
      (HALF + mul(p0 & 255, w0) + mul(p1 & 255, w1) + mul(p2 & 255, w2) + mul(p3 & 255, w3)) >>
      PRECISION_BITS;
    output[write + 1] =
      (HALF +
        mul((p0 >>> 8) & 255, w0) +
        mul((p1 >>> 8) & 255, w1) +
        mul((p2 >>> 8) & 255, w2) +
        mul((p3 >>> 8) & 255, w3)) >>
      PRECISION_BITS;
    output[write + 2] =
      (HALF +
        mul((p0 >>> 16) & 255, w0) +
        mul((p1 >>> 16) & 255, w1) +
        mul((p2 >>> 16) & 255, w2) +
        mul((p3 >>> 16) & 255, w3)) >>
      PRECISION_BITS;
  }
}
const mul = Math.imul;

function column6(
  { strip, weights, output }: HorizontalPass,
  column: number,
  read: number,
  write: number,
  rows: number,
): void {
  const { pixels, across, down } = strip;
  const w = weights.weights;
  const k = column * 6;
  const w0 = w[k]!,
    w1 = w[k + 1]!,
    w2 = w[k + 2]!,
    w3 = w[k + 3]!,
    w4 = w[k + 4]!,
    w5 = w[k + 5]!;
  const stride = weights.first.length * 3;
  for (let row = 0; row < rows; row++, read += down, write += stride) {
    const p0 = pixels[read]!,
      p1 = pixels[read + across]!,
      p2 = pixels[read + 2 * across]!;
    const p3 = pixels[read + 3 * across]!,
      p4 = pixels[read + 4 * across]!,
      p5 = pixels[read + 5 * across]!;
    output[write] =
      (HALF +
        mul(p0 & 255, w0) +
        mul(p1 & 255, w1) +
        mul(p2 & 255, w2) +
        mul(p3 & 255, w3) +
        mul(p4 & 255, w4) +
        mul(p5 & 255, w5)) >>
      PRECISION_BITS;
    output[write + 1] =
      (HALF +
        mul((p0 >>> 8) & 255, w0) +
        mul((p1 >>> 8) & 255, w1) +
        mul((p2 >>> 8) & 255, w2) +
        mul((p3 >>> 8) & 255, w3) +
        mul((p4 >>> 8) & 255, w4) +
        mul((p5 >>> 8) & 255, w5)) >>
      PRECISION_BITS;
    output[write + 2] =
      (HALF +
        mul((p0 >>> 16) & 255, w0) +
        mul((p1 >>> 16) & 255, w1) +
        mul((p2 >>> 16) & 255, w2) +
        mul((p3 >>> 16) & 255, w3) +
        mul((p4 >>> 16) & 255, w4) +
        mul((p5 >>> 16) & 255, w5)) >>
      PRECISION_BITS;
  }
}

function anyColumn(
  { strip, weights, output }: HorizontalPass,
  column: number,
  read: number,
  write: number,
  rows: number,
): void {
  const { pixels, across, down } = strip;
  const { taps, weights: w } = weights;
  const stride = weights.first.length * 3;
  const begin = column * taps,
    end = begin + taps;
  for (let row = 0; row < rows; row++, read += down, write += stride) {
    let r = HALF,
      g = HALF,
      b = HALF;
    for (let k = begin, at = read; k < end; k++, at += across) {
      const weight = w[k]!,
        pixel = pixels[at]!;
      r = (r + mul(pixel & 255, weight)) | 0;
      g = (g + mul((pixel >>> 8) & 255, weight)) | 0;
      b = (b + mul((pixel >>> 16) & 255, weight)) | 0;
    }
    output[write] = r >> PRECISION_BITS;
    output[write + 1] = g >> PRECISION_BITS;
    output[write + 2] = b >> PRECISION_BITS;
  }
}
