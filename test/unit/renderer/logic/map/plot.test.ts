import { describe, expect, it } from 'vitest';
import { drawingOrder, plot, radiusOf, type Dots, type Pixels } from '../../../../../renderer/logic/map/plot';
import { hexToRgb, pack, Shape, SpriteSheet, type Rgb } from '../../../../../renderer/logic/map/sprites';

const GROUND: Rgb = [40, 40, 40];
const BLUE: Rgb = [60, 130, 200];
const sheet = new SpriteSheet([BLUE, [200, 40, 30]], 5, { ground: GROUND, chosen: [237, 237, 237] });
const camera = { x: 0, y: 0, k: 1 };

function blank(): Pixels {
  return { width: 40, height: 30, data: new Uint32Array(1200).fill(pack(GROUND)) };
}

function dots(shapes: number[], places: number[], chosen: number[] = []): Dots {
  const marks = Uint8Array.from(shapes, (_, i) => chosen[i] ?? 0);
  const codes = Uint8Array.from(shapes);
  return {
    world: Float32Array.from(places),
    order: drawingOrder(codes, marks),
    shapes: codes,
    entries: Uint16Array.from(shapes, (_, i) => i),
    chosen: marks,
  };
}

const NOBODY = new Uint8Array(4);
const at = ({ data, width }: Pixels, x: number, y: number) => data[y * width + x];

describe('drawing dots', () => {
  it('fills a label and leaves the middle of a guess open', () => {
    const pixels = blank();
    plot(pixels, camera, dots([Shape.labelled], [20.5, 15.5]), sheet, NOBODY);
    expect(at(pixels, 20, 15)).toBe(pack(BLUE));
    const other = blank();
    plot(other, camera, dots([Shape.guessed], [20.5, 15.5]), sheet, NOBODY);
    expect(at(other, 20, 15)).toBe(pack(GROUND));
    expect(other.data).not.toEqual(blank().data);
  });

  it('rings what is selected, and marks nothing else', () => {
    const pixels = blank();
    plot(pixels, camera, dots([Shape.labelled], [20.5, 15.5], [1]), sheet, NOBODY);
    expect(at(pixels, 20 + 7, 15)).toBe(pack([237, 237, 237]));
  });

  it('draws labels over guesses and what is selected over both', () => {
    const shapes = [Shape.labelled, Shape.guessed, Shape.open, Shape.hidden, Shape.guessed];
    const order = drawingOrder(Uint8Array.from(shapes), Uint8Array.of(0, 0, 0, 0, 1));
    expect([...order]).toEqual([2, 1, 0, 4]);
  });

  it('keeps to its pixels at every edge, and skips what has a picture or is not there', () => {
    const pixels = blank();
    const corners = [0, 0, 39.9, 29.9, -3, 15, 20, 33];
    plot(pixels, camera, dots([3, 3, 3, 3], corners), sheet, NOBODY);
    expect(pixels.data).toHaveLength(1200);
    expect(at(pixels, 0, 0)).toBe(pack(BLUE));
    const nothing = blank();
    plot(nothing, camera, dots([3, 3], [20, 15, NaN, NaN]), sheet, Uint8Array.of(1, 0));
    expect(nothing.data).toEqual(blank().data);
  });

  it('mixes soft edges between what they cover and what is below', () => {
    const pixels = blank();
    plot(pixels, camera, dots([Shape.labelled], [20.5, 15.5]), sheet, NOBODY);
    for (const value of pixels.data) {
      const [red, green, blue] = [value & 255, (value >>> 8) & 255, (value >>> 16) & 255];
      expect([value >>> 24, red >= 38, green >= 38, blue <= 201]).toEqual([255, true, true, true]);
    }
  });

  it('moves by parts of a pixel', () => {
    const draw = (x: number) => {
      const pixels = blank();
      plot(pixels, camera, dots([Shape.labelled], [x, 15]), sheet, NOBODY);
      return pixels.data;
    };
    expect(draw(20.1)).not.toEqual(draw(20.6));
    expect(draw(20.1)).toEqual(draw(20.2));
  });
});

it('reads colours as the style sheets write them', () => {
  expect(hexToRgb('#3b82c4')).toEqual([59, 130, 196]);
  expect(pack([59, 130, 196])).toBe(0xffc4823b);
});

it('draws many small and few large, and larger further in', () => {
  expect(radiusOf(50_000, 1)).toBeLessThan(radiusOf(100, 1));
  expect(radiusOf(50_000, 30)).toBeGreaterThan(radiusOf(50_000, 1));
  expect(radiusOf(10, 1e6)).toBeLessThanOrEqual(7);
});
