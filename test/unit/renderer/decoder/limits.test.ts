import { describe, expect, it } from 'vitest';
import { header } from '../../../../renderer/decoder/headers/header';
import { checkBytes, checkPixels, isBig, MAX_BYTES } from '../../../../renderer/decoder/limits';
import { scaledSize } from '../../../../renderer/decoder/plan';

describe('limits', () => {
  it('refuses a file above 512 MB and says how large it is', () => {
    expect(() => checkBytes(MAX_BYTES)).not.toThrow();
    expect(() => checkBytes(MAX_BYTES + 2 ** 20)).toThrow(/513 MB; at most 512 MB/);
  });

  it('refuses more than 100 megapixels, or 300 for JPEG, and says how many', () => {
    const [png, jpeg] = [header('png', 16_000, 16_000), header('jpeg', 16_000, 16_000)];
    expect(() => checkPixels(png, png)).toThrow(/16000 × 16000 pixels \(256 megapixels\); at most 100/);
    expect(() => checkPixels(jpeg, scaledSize(jpeg, 1))).not.toThrow();
    const huge = header('jpeg', 20_000, 16_000);
    expect(() => checkPixels(huge, scaledSize(huge, 1))).toThrow(/320 megapixels\); at most 300/);
  });

  it('refuses a JPEG of 256 megapixels that must be decoded whole', () => {
    const jpeg = header('jpeg', 16_000, 16_000);
    expect(() => checkPixels(jpeg, jpeg)).toThrow(/decoded whole/);
  });

  it('refuses a side that no canvas takes', () => {
    const sliver = header('png', 100_000, 10);
    expect(() => checkPixels(sliver, sliver)).toThrow(/at most 65535 on a side/);
  });

  it('lets big pictures decode one at a time, by what they need in memory', () => {
    const jpeg = header('jpeg', 8000, 6000);
    expect(isBig(jpeg, scaledSize(jpeg, 1))).toBe(false);
    expect(isBig({ ...jpeg, progressive: true }, scaledSize(jpeg, 1))).toBe(true);
    expect(isBig(header('png', 8000, 6000), { width: 8000, height: 6000 })).toBe(true);
    expect(isBig(header('png', 6000, 4000), { width: 6000, height: 4000 })).toBe(false);
  });
});
