/**
 * @file Weighted sums of the lowest bytes of words in fixed point, rounded to a byte. Small enough for V8 to inline. Pure.
 */

/** Fraction bits of a weight: 32, less 8 for the value and 2 to spare, so that sums stay within 32 bits. */
export const PRECISION_BITS = 22;
/** Added before the fraction is cut off: rounds to nearest. */
export const HALF = 1 << (PRECISION_BITS - 1);

const mul = (word: number, weight: number) => Math.imul(word & 255, weight);

export function sum4(
  p: number,
  q: number,
  r: number,
  s: number,
  a: number,
  b: number,
  c: number,
  d: number,
): number {
  return (HALF + mul(p, a) + mul(q, b) + mul(r, c) + mul(s, d)) >> PRECISION_BITS;
}

export function sum6(
  p: number,
  q: number,
  r: number,
  s: number,
  t: number,
  u: number,
  a: number,
  b: number,
  c: number,
  d: number,
  e: number,
  f: number,
): number {
  return (HALF + mul(p, a) + mul(q, b) + mul(r, c) + mul(s, d) + mul(t, e) + mul(u, f)) >> PRECISION_BITS;
}
