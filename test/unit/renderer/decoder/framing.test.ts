import { describe, expect, it } from 'vitest';
import { cropOf } from '../../../../renderer/decoder/framing';
import { header } from '../../../../renderer/decoder/headers/header';
import { planDecode, thumbnailSize } from '../../../../renderer/decoder/plan';

const region = (x: number, y: number, width: number, height: number) =>
  ({ kind: 'region', box: { x, y, width, height } }) as const;

describe('framing in pixels', () => {
  it('stretch takes all', () => {
    expect(cropOf({ kind: 'stretch' }, { width: 500, height: 375 })).toEqual({
      left: 0,
      top: 0,
      width: 500,
      height: 375,
    });
  });

  it('centre crop takes the middle square, an odd pixel more at the right and bottom', () => {
    expect(cropOf({ kind: 'centreCrop' }, { width: 500, height: 375 })).toEqual({
      left: 62,
      top: 0,
      width: 375,
      height: 375,
    });
    expect(cropOf({ kind: 'centreCrop' }, { width: 10, height: 13 })).toEqual({
      left: 0,
      top: 1,
      width: 10,
      height: 10,
    });
  });

  it('region rounds each edge to whole pixels', () => {
    expect(cropOf(region(0.1, 0.2, 0.5, 0.6), { width: 101, height: 75 })).toEqual({
      left: 10,
      top: 15,
      width: 51,
      height: 45,
    });
    // 0.1 + 0.2 is a little more than 0.3: rounding, unlike rounding up, does not see it.
    expect(cropOf(region(0.1, 0.1, 0.2, 0.2), { width: 100, height: 100 })).toEqual({
      left: 10,
      top: 10,
      width: 20,
      height: 20,
    });
  });

  it('region is never empty and never outside', () => {
    expect(cropOf(region(0.999, 0.999, 0.001, 0.001), { width: 8, height: 8 })).toEqual({
      left: 7,
      top: 7,
      width: 1,
      height: 1,
    });
    expect(cropOf(region(0, 0, 1, 1), { width: 1, height: 1 })).toEqual({
      left: 0,
      top: 0,
      width: 1,
      height: 1,
    });
  });
});

describe('the plan', () => {
  const scaleOf = (width: number, height: number, rest = {}, srgb = true) =>
    planDecode(header('jpeg', width, height, rest), { framing: { kind: 'stretch' }, inputSize: 224, srgb })
      .scale;

  it('decodes a JPEG at the least scale that covers the input', () => {
    expect([scaleOf(500, 375), scaleOf(600, 448), scaleOf(1200, 896), scaleOf(4000, 3000)]).toEqual([
      8, 4, 2, 1,
    ]);
    expect([scaleOf(2000, 1785), scaleOf(2000, 1784)]).toEqual([1, 2]);
    expect(scaleOf(100, 100)).toBe(8);
  });

  it('decodes whole where colours must be converted, and anything but JPEG', () => {
    expect(scaleOf(4000, 3000, {}, false)).toBe(8);
    expect(scaleOf(4000, 3000, { components: 4 })).toBe(8);
    const request = { framing: { kind: 'stretch' }, inputSize: 224, srgb: true } as const;
    expect(planDecode(header('png', 4000, 3000), request).scale).toBe(8);
  });

  it('looks closer where only a region is wanted', () => {
    const request = { framing: region(0.4, 0.4, 0.1, 0.1), inputSize: 224, srgb: true };
    expect(planDecode(header('jpeg', 4000, 3000), request).scale).toBe(8);
    expect(planDecode(header('jpeg', 8000, 6000), request)).toMatchObject({
      scale: 4,
      crop: { width: 400, height: 300 },
    });
  });

  it('frames the upright picture', () => {
    const request = { framing: region(0, 0, 0.5, 1), inputSize: 224, srgb: true };
    expect(planDecode(header('jpeg', 400, 300, { orientation: 6 }), request)).toMatchObject({
      upright: { width: 300, height: 400 },
      crop: { left: 0, top: 0, width: 150, height: 400 },
    });
  });

  it('never enlarges a thumbnail, nor lets a side vanish', () => {
    expect(thumbnailSize({ width: 500, height: 375 }, 256)).toEqual({ width: 256, height: 192 });
    expect(thumbnailSize({ width: 100, height: 50 }, 256)).toEqual({ width: 100, height: 50 });
    expect(thumbnailSize({ width: 9000, height: 2 }, 256)).toEqual({ width: 256, height: 1 });
  });
});
