/**
 * @file The map's plane: where main's points lie in it, and how much of it is seen. Pure. Runs in the window.
 *
 * World coordinates are what points and the camera are given in: the points' own extent laid into a square of side
 * WORLD, shape kept, centred. A camera (x, y, k) shows the world's (wx, wy) at the pixel (x + k·wx, y + k·wy), as d3-zoom
 * does.
 */

export const WORLD = 1000;
/** Room kept around the points when all of them are shown, pixels. */
const EDGE = 40;
/** How far one may go in, counted from where all is seen. */
const DEEPEST = 400;

export interface Camera {
  x: number;
  y: number;
  k: number;
}

export interface Size {
  width: number;
  height: number;
}

export interface Point {
  x: number;
  y: number;
}

/**
 * @param points [count, 2] in any unit; NaN where an item is not on the map
 * @returns [count, 2] in world coordinates; NaN stays. Points that are all the same lie in the middle.
 */
export function toWorld(points: Float32Array): Float32Array {
  const { left, top, right, bottom } = extentOf(points);
  const side = Math.max(right - left, bottom - top);
  const scale = side > 0 ? WORLD / side : 0;
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  const world = new Float32Array(points.length);
  for (let i = 0; i < points.length; i += 2) {
    world[i] = ((points[i] ?? NaN) - x) * scale + WORLD / 2;
    world[i + 1] = ((points[i + 1] ?? NaN) - y) * scale + WORLD / 2;
  }
  return world;
}

function extentOf(points: Float32Array): { left: number; top: number; right: number; bottom: number } {
  const extent = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (let i = 0; i < points.length; i += 2) {
    const [x = NaN, y = NaN] = [points[i], points[i + 1]];
    if (Number.isNaN(x) || Number.isNaN(y)) continue;
    extent.left = Math.min(extent.left, x);
    extent.right = Math.max(extent.right, x);
    extent.top = Math.min(extent.top, y);
    extent.bottom = Math.max(extent.bottom, y);
  }
  return extent;
}

/** The camera that shows the whole world, in the middle. */
export function fit({ width, height }: Size): Camera {
  const k = Math.max(0.01, Math.min(width - 2 * EDGE, height - 2 * EDGE) / WORLD);
  return { x: (width - k * WORLD) / 2, y: (height - k * WORLD) / 2, k };
}

/** Smallest and largest k. */
export function limits(size: Size): [number, number] {
  const { k } = fit(size);
  return [k / 2, k * DEEPEST];
}

export function toScreen(camera: Camera, x: number, y: number): Point {
  return { x: camera.x + camera.k * x, y: camera.y + camera.k * y };
}

export function fromScreen(camera: Camera, x: number, y: number): Point {
  return { x: (x - camera.x) / camera.k, y: (y - camera.y) / camera.k };
}

/** The camera moved as little as possible so that the world's point is in view, `margin` pixels from the edge. */
export function revealed(camera: Camera, at: Point, size: Size, margin = 48): Camera {
  const { x, y } = toScreen(camera, at.x, at.y);
  const by = (value: number, room: number) => clamp(value, margin, Math.max(margin, room - margin)) - value;
  return { k: camera.k, x: camera.x + by(x, size.width), y: camera.y + by(y, size.height) };
}

/** The camera after the window got another size: what was in the middle stays there. */
export function resized(camera: Camera, before: Size, after: Size): Camera {
  const [dx, dy] = [(after.width - before.width) / 2, (after.height - before.height) / 2];
  return { k: camera.k, x: camera.x + dx, y: camera.y + dy };
}

/** Between two arrangements, `part` from 0 to 1. A point that was not in the first is where the second has it. */
export function between(from: Float32Array, to: Float32Array, part: number): Float32Array {
  if (part >= 1) return to;
  return to.map((value, i) => {
    const start = from[i] ?? NaN;
    return Number.isNaN(start) ? value : start + (value - start) * part;
  });
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
