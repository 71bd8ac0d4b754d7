/**
 * @file The weights of an antialiased bilinear reduction along one axis, in fixed point: what Pillow's
 * `resize(…, BILINEAR)` uses for 8-bit pictures, so that anyone can compute the model's input outside. Pure.
 */

import { PRECISION_BITS } from './sums';

export interface Weights {
  /** Taps per output value: the same for all, so that loops can be unrolled. Missing ones weigh 0. */
  taps: number;
  /** [outSize] index of the first input value that each output value reads. */
  first: Int32Array;
  /** [outSize, taps] weights; each row sums to about 1 << PRECISION_BITS. */
  weights: Int32Array;
}

interface Row {
  first: number;
  weights: number[];
}

/** Widths that the loops have unrolled code for. */
const UNROLLED = [4, 6];
const CACHE_SIZE = 64;
const cache = new Map<string, Weights>();

/** Weights to bring `inSize` values to `outSize`; kept for the next image of that size. Sizes are at least 1. */
export function weightsFor(inSize: number, outSize: number): Weights {
  const key = `${inSize}:${outSize}`;
  const known = cache.get(key);
  if (known) return known;
  if (cache.size >= CACHE_SIZE) cache.clear();
  const made = computeWeights(inSize, outSize);
  cache.set(key, made);
  return made;
}

function computeWeights(inSize: number, outSize: number): Weights {
  const rows = Array.from({ length: outSize }, (_, out) => withoutZeros(rowOf(out, inSize, outSize)));
  const longest = Math.max(...rows.map((row) => row.weights.length));
  const taps = Math.min(inSize, UNROLLED.find((width) => width >= longest) ?? longest);
  const made = { taps, first: new Int32Array(outSize), weights: new Int32Array(outSize * taps) };
  rows.forEach((row, out) => {
    // Near the end the padding goes before the taps, so that no read leaves the line.
    const first = Math.min(row.first, inSize - taps);
    made.first[out] = first;
    made.weights.set(row.weights, out * taps + row.first - first);
  });
  return made;
}

/** A triangle of half-width max(1, scale) around the output value's centre, normalised, then rounded. */
function rowOf(out: number, inSize: number, outSize: number): Row {
  const scale = inSize / outSize;
  const support = Math.max(1, scale);
  const centre = (out + 0.5) * scale;
  const first = Math.max(0, Math.trunc(centre - support + 0.5));
  const end = Math.min(inSize, Math.trunc(centre + support + 0.5));
  const inverse = 1 / support;
  const raw = Array.from({ length: end - first }, (_, i) => triangle((first + i - centre + 0.5) * inverse));
  const total = raw.reduce((sum, weight) => sum + weight, 0);
  return { first, weights: raw.map((weight) => Math.trunc((weight / total) * 2 ** PRECISION_BITS + 0.5)) };
}

function triangle(x: number): number {
  return Math.max(0, 1 - Math.abs(x));
}

/** Drops taps at both ends that rounded to 0: they add nothing. */
function withoutZeros({ first, weights }: Row): Row {
  let from = 0;
  let to = weights.length;
  while (weights[from] === 0) from++;
  while (weights[to - 1] === 0) to--;
  return { first: first + from, weights: weights.slice(from, to) };
}
