/**
 * @file Second pass of the reduction: along the columns, RGB bytes to RGB bytes. Hot path, unrolled. Pure.
 */
import { HALF, PRECISION_BITS, type Weights } from './weights';

const mul = Math.imul;

/** `input` [height, stride] bytes → `output` [outSize, stride]. */
export function reduceVertically(
  input: Uint8Array,
  stride: number,
  weights: Weights,
  output: Uint8Array,
): void {
  const { first, taps, weights: w } = weights;
  const line = lines[taps] ?? anyLine;
  for (let out = 0; out < first.length; out++) {
    line(input, (first[out] as number) * stride, stride, w, out * taps, taps, output, out * stride);
  }
}

type Line = (
  input: Uint8Array,
  read: number,
  stride: number,
  w: Int32Array,
  k: number,
  taps: number,
  output: Uint8Array,
  write: number,
) => void;

const line4: Line = (input, read, stride, w, k, _taps, output, write) => {
  const w0 = w[k]!,
    w1 = w[k + 1]!,
    w2 = w[k + 2]!,
    w3 = w[k + 3]!;
  const s2 = 2 * stride,
    s3 = 3 * stride;
  for (const end = read + stride; read < end; read++, write++) {
    output[write] =
      (HALF +
        mul(input[read]!, w0) +
        mul(input[read + stride]!, w1) +
        mul(input[read + s2]!, w2) +
        mul(input[read + s3]!, w3)) >>
      PRECISION_BITS;
  }
};

const line6: Line = (input, read, stride, w, k, _taps, output, write) => {
  const w0 = w[k]!,
    w1 = w[k + 1]!,
    w2 = w[k + 2]!,
    w3 = w[k + 3]!,
    w4 = w[k + 4]!,
    w5 = w[k + 5]!;
  const s2 = 2 * stride,
    s3 = 3 * stride,
    s4 = 4 * stride,
    s5 = 5 * stride;
  for (const end = read + stride; read < end; read++, write++) {
    output[write] =
      (HALF +
        mul(input[read]!, w0) +
        mul(input[read + stride]!, w1) +
        mul(input[read + s2]!, w2) +
        mul(input[read + s3]!, w3) +
        mul(input[read + s4]!, w4) +
        mul(input[read + s5]!, w5)) >>
      PRECISION_BITS;
  }
};

const anyLine: Line = (input, read, stride, w, k, taps, output, write) => {
  for (const end = read + stride; read < end; read++, write++) {
    let sum = HALF;
    for (let tap = 0, at = read; tap < taps; tap++, at += stride)
      sum = (sum + mul(input[at]!, w[k + tap]!)) | 0;
    output[write] = sum >> PRECISION_BITS;
  }
};

const lines: Record<number, Line> = { 4: line4, 6: line6 };
