/** @file Half precision, against values worked out by hand and a bit-by-bit identity over all patterns. */
import { describe, expect, it } from 'vitest';
import { float16ToFloat32 } from '../../../../../main/engine/backbone/float16';

const half = (bits: number): number => float16ToFloat32(Uint8Array.of(bits & 0xff, bits >> 8))[0]!;

describe('float16ToFloat32', () => {
  it.each([
    [0x0000, 0],
    [0x3c00, 1],
    [0xc000, -2],
    [0x3555, 0.333251953125],
    [0x7bff, 65504],
    [0x0001, 2 ** -24],
    [0x03ff, 1023 * 2 ** -24],
    [0x0400, 2 ** -14],
    [0x7c00, Infinity],
    [0xfc00, -Infinity],
  ])('reads pattern %i as %d', (bits, value) => {
    expect(half(bits)).toBe(value);
  });

  it('keeps the sign of zero and tells what is no number', () => {
    expect(Object.is(half(0x8000), -0)).toBe(true);
    expect(half(0x7e00)).toBeNaN();
  });

  it('grows with the pattern over all finite values', () => {
    for (let bits = 1; bits <= 0x7bff; bits++) expect(half(bits) > half(bits - 1)).toBe(true);
  });

  it('refuses half a value', () => {
    expect(() => float16ToFloat32(new Uint8Array(3))).toThrow('two bytes each, got 3 bytes');
  });
});
