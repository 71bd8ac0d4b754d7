/** @file u, the unit embedding on the grid of 2^-32 (METHODS 1). */
import { describe, expect, it } from 'vitest';
import {
  toGrid,
  unitEmbedding,
  writeNormalised,
  writeUnit,
} from '../../../../../main/engine/imprinting/unit';
import { squaredLength } from '../../../../../main/engine/imprinting/vectors';
import { bytes, Synthetic } from './synthetic';

const images = (count: number, dimension: number) => {
  const space = new Synthetic(7, dimension);
  return Array.from({ length: count }, () => space.image(space.centre()));
};

describe('the grid', () => {
  it('rounds to multiples of 2^-32, half to even', () => {
    expect(
      [0.4, 0.5, 0.6, 1, 1.5, 2.5, -0.5, -1.5].map((steps) => toGrid(steps * 2 ** -32) * 2 ** 32),
    ).toEqual([0, 0, 1, 1, 2, 2, 0, -2]);
  });

  it('keeps every float32 from 2^-9 upwards', () => {
    for (const value of [2 ** -9, 0.1, 1 / 3, 0.999_999_9, 1].map(Math.fround))
      expect(toGrid(value)).toBe(value);
  });
});

describe('unitEmbedding', () => {
  it('is a/|a| rounded to float32, then to the grid', () => {
    const u = unitEmbedding(Float32Array.of(3, 0, 4));
    expect([...u]).toEqual([Math.fround(0.6), 0, Math.fround(0.8)]);
  });

  it('is float32 and on the grid at once, and of length 1 to float32 precision', () => {
    for (const a of images(50, 1280)) {
      const u = unitEmbedding(a);
      expect(u.every((value) => toGrid(value) === value)).toBe(true);
      expect(Math.abs(Math.sqrt(squaredLength(u)) - 1)).toBeLessThan(2 ** -24 + 2 ** -33 * Math.sqrt(1280));
    }
  });

  it('does not depend on the length of a, up to rounding, and returns that length', () => {
    const target = new Float32Array(2);
    expect(writeUnit(Float32Array.of(0, 1e-30), target)).toBeCloseTo(1e-30, 37);
    expect([...target]).toEqual([0, 1]);
    expect(writeUnit(Float32Array.of(3e38, 0), target)).toBe(Math.fround(3e38));
  });

  it('refuses a zero vector, NaN, infinity and another length, quoting them', () => {
    expect(() => unitEmbedding(new Float32Array(4))).toThrow('zero in all 4 values');
    expect(() => unitEmbedding(Float32Array.of(1, NaN))).toThrow('has NaN at position 1 of 2');
    expect(() => unitEmbedding(Float32Array.of(-Infinity, 1))).toThrow('has -Infinity at position 0 of 2');
    expect(() => writeUnit(new Float32Array(3), new Float32Array(4))).toThrow('has 4 values, expected 3');
  });
});

describe('writeNormalised', () => {
  it('keeps a u to the bit, in any dimension', () => {
    for (const dimension of [1, 2, 3, 8, 64, 1280])
      for (const a of images(20, dimension).filter((one) => squaredLength(one) > 0)) {
        const u = unitEmbedding(a);
        const again = new Float32Array(dimension);
        writeNormalised(u, again);
        expect(bytes(again)).toBe(bytes(u));
      }
  });

  it('refuses a mean of zero', () => {
    expect(() => writeNormalised(new Float64Array(2), new Float32Array(2))).toThrow('class mean is zero');
  });
});
