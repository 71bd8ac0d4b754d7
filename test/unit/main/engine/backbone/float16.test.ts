/** @file Half precision, against values worked out by hand and a bit-by-bit identity over all patterns. */
import { describe, expect, it } from 'vitest';
import { float16ToFloat32, float32ToFloat16, writeHalves } from '../../../../../main/engine/backbone/float16';

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

describe('float32ToFloat16', () => {
  it('gives every half back to the bit, and writes what it reads', () => {
    const bits = Uint16Array.from({ length: 0x10000 }, (_, i) => i).filter((b) => (b & 0x7fff) <= 0x7c00);
    const values = float16ToFloat32(new Uint8Array(bits.buffer, bits.byteOffset, bits.byteLength));
    expect(float32ToFloat16(values)).toEqual(bits);
    const written = new Float32Array(bits.length + 1);
    writeHalves(bits, written, 1);
    expect(written.subarray(1)).toEqual(values);
  });

  it.each([
    ['halfway between two, to the even one below', 1 + 2 ** -11, 0x3c00],
    ['halfway between two, to the even one above', 1 + 3 * 2 ** -11, 0x3c02],
    ['just above halfway, up', 1 + 2 ** -11 + 2 ** -20, 0x3c01],
    ['halfway to the least half, to zero', 2 ** -25, 0],
    ['just above halfway to the least half', 2 ** -25 * 1.01, 1],
    ['halfway between subnormal halves, to the even one', 3 * 2 ** -25, 2],
    ['just below the least normal half, up to it', 2 ** -14 * (1 - 2 ** -12), 0x0400],
    ['far below all halves', 1e-30, 0],
    ['the last that is no infinity', 65519.99, 0x7bff],
    ['halfway to beyond, to infinity', 65520, 0x7c00],
    ['infinity', -Infinity, 0xfc00],
    ['no number', NaN, 0x7e00],
  ])('rounds to the nearest: %s', (_, value, bits) => {
    expect(float32ToFloat16(Float32Array.of(value))[0]).toBe(bits);
  });
});
