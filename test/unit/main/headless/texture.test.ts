/** @file The bench's pictures. */
import { describe, expect, it } from 'vitest';
import { cut, SHARP, textureOf } from '../../../../main/headless/bench/texture';

describe('a texture', () => {
  const texture = textureOf(64, SHARP, 3);

  it('is the same for the same seed, opaque, and uses the middle of the range', () => {
    expect(textureOf(64, SHARP, 3).pixels).toEqual(texture.pixels);
    expect(textureOf(64, SHARP, 5).pixels).not.toEqual(texture.pixels);
    const levels = [...texture.pixels].filter((_, i) => i % 4 !== 3);
    const mean = levels.reduce((sum, level) => sum + level, 0) / levels.length;
    const spread = Math.sqrt(levels.reduce((sum, level) => sum + (level - mean) ** 2, 0) / levels.length);
    expect(mean).toBeGreaterThan(60);
    expect(mean).toBeLessThan(190);
    expect(spread).toBeGreaterThan(15);
    expect(texture.pixels.every((value, i) => i % 4 !== 3 || value === 255)).toBe(true);
  });

  it('goes on at its edges', () => {
    const piece = cut(texture, 60, 62, 8, 4);
    const pixel = (x: number, y: number) => [
      ...texture.pixels.subarray((y * 64 + x) * 4, (y * 64 + x) * 4 + 3),
    ];
    expect([...piece.subarray(0, 3)]).toEqual(pixel(60, 62));
    expect([...piece.subarray((3 * 8 + 7) * 4, (3 * 8 + 7) * 4 + 3)]).toEqual(pixel(3, 1));
    expect(cut(texture, 60 + 64, 62 + 128, 8, 4)).toEqual(piece);
  });
});
