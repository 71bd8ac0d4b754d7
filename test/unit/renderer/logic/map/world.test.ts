import { describe, expect, it } from 'vitest';
import {
  between,
  fit,
  fromScreen,
  limits,
  resized,
  revealed,
  toScreen,
  toWorld,
  WORLD,
} from '../../../../../renderer/logic/map/world';

const size = { width: 800, height: 600 };

describe('the world of the map', () => {
  it('takes points of any extent into its square and keeps their shape', () => {
    const world = toWorld(Float32Array.of(-10, 5, 10, 5, 0, 10));
    expect([...world]).toEqual([0, 375, WORLD, 375, 500, 625]);
  });

  it('leaves out what is not on the map, and lays equal points in the middle', () => {
    expect([...toWorld(Float32Array.of(3, 3, NaN, NaN, 3, 3))]).toEqual([500, 500, NaN, NaN, 500, 500]);
  });

  it('shows all of it, centred, whatever the shape of the window', () => {
    for (const shape of [size, { width: 300, height: 900 }]) {
      const camera = fit(shape);
      const first = toScreen(camera, 0, 0);
      const last = toScreen(camera, WORLD, WORLD);
      expect(Math.min(first.x, first.y)).toBeCloseTo(40);
      expect(first.x + last.x).toBeCloseTo(shape.width);
      expect(first.y + last.y).toBeCloseTo(shape.height);
      expect(limits(shape)[0]).toBeLessThan(camera.k);
    }
  });

  it('finds its way back from the screen', () => {
    const camera = { x: 31, y: -7, k: 2.5 };
    const { x, y } = toScreen(camera, 120, 340);
    expect(fromScreen(camera, x, y)).toEqual({ x: 120, y: 340 });
  });

  it('moves no further than it must to bring a point into view', () => {
    const camera = { x: 0, y: 0, k: 1 };
    expect(revealed(camera, { x: 400, y: 300 }, size)).toEqual(camera);
    expect(revealed(camera, { x: 900, y: 10 }, size, 50)).toEqual({ k: 1, x: -150, y: 40 });
  });

  it('keeps the middle when the window gets another size', () => {
    const camera = { x: 10, y: 20, k: 3 };
    const after = { width: 1000, height: 500 };
    expect(fromScreen(resized(camera, size, after), 500, 250)).toEqual(fromScreen(camera, 400, 300));
  });

  it('moves points from one arrangement to the next; new ones are where they belong at once', () => {
    const from = Float32Array.of(0, 0, NaN, NaN);
    const to = Float32Array.of(10, 20, 30, 40, 50, 60);
    expect([...between(from, to, 0.5)]).toEqual([5, 10, 30, 40, 50, 60]);
    expect(between(from, to, 1)).toBe(to);
  });
});
