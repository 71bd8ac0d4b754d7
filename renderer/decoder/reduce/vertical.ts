/**
 * @file Second pass of the reduction: along the columns, RGB bytes to RGB bytes. Hot path, unrolled as the first. Pure.
 */
import { sum4, sum6, HALF, PRECISION_BITS } from './sums';
import type { Weights } from './weights';

/** `input` [height, stride] bytes → `output` [outSize, stride]. */
export function reduceVertically(
  input: Uint8Array,
  stride: number,
  weights: Weights,
  output: Uint8Array,
): void {
  const line = lines[weights.taps] ?? anyLine;
  for (let out = 0; out < weights.first.length; out++) {
    line({ input, stride, weights, output }, out, weights.first[out]! * stride, out * stride);
  }
}

interface VerticalPass {
  input: Uint8Array;
  stride: number;
  weights: Weights;
  output: Uint8Array;
}

/** One output line: `read` and `write` are the positions of its first byte. */
type Line = (pass: VerticalPass, line: number, read: number, write: number) => void;

const line4: Line = ({ input, stride, weights, output }, line, read, write) => {
  const w = weights.weights;
  const k = line * 4;
  const [a, b, c, d] = [w[k]!, w[k + 1]!, w[k + 2]!, w[k + 3]!];
  const [s2, s3] = [2 * stride, 3 * stride];
  for (const end = read + stride; read < end; read++, write++) {
    output[write] = sum4(
      input[read]!,
      input[read + stride]!,
      input[read + s2]!,
      input[read + s3]!,
      a,
      b,
      c,
      d,
    );
  }
};

const line6: Line = ({ input, stride, weights, output }, line, read, write) => {
  const w = weights.weights;
  const k = line * 6;
  const [a, b, c, d, e, f] = [w[k]!, w[k + 1]!, w[k + 2]!, w[k + 3]!, w[k + 4]!, w[k + 5]!];
  const [s2, s3, s4, s5] = [2 * stride, 3 * stride, 4 * stride, 5 * stride];
  for (const end = read + stride; read < end; read++, write++) {
    const p = input[read]!;
    const q = input[read + stride]!;
    const r = input[read + s2]!;
    output[write] = sum6(p, q, r, input[read + s3]!, input[read + s4]!, input[read + s5]!, a, b, c, d, e, f);
  }
};

const anyLine: Line = ({ input, stride, weights, output }, line, read, write) => {
  const { taps, weights: w } = weights;
  const begin = line * taps;
  for (const end = read + stride; read < end; read++, write++) {
    let sum = HALF;
    for (let tap = 0, at = read; tap < taps; tap++, at += stride) {
      sum = (sum + Math.imul(input[at]!, w[begin + tap]!)) | 0;
    }
    output[write] = sum >> PRECISION_BITS;
  }
};

const lines: Record<number, Line> = { 4: line4, 6: line6 };
