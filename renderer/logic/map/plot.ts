/**
 * @file Draws the map's dots into the pixels of a canvas. By hand, because a canvas without a graphics card takes some
 * microseconds for each shape, and 50,000 of them would hold the window up. Pure. Runs in the window.
 */
import { PARTS, Shape, type ShapeCode, type Sprite, type SpriteSheet } from './sprites';
import type { Camera } from './world';

export interface Dots {
  /** [rows, 2] world coordinates. */
  world: Float32Array;
  /** Rows in the order they are drawn: what is on top comes last. */
  order: Uint32Array;
  /** [rows] */
  shapes: Uint8Array;
  /** [rows] index into the sheet's palette. */
  entries: Uint16Array;
  /** [rows] 1 where selected. */
  chosen: Uint8Array;
}

export interface Pixels {
  width: number;
  height: number;
  /** [height, width] packed colours. */
  data: Uint32Array;
}

/**
 * @param camera for the pixels of the canvas, which on fine screens are smaller than those of the page
 * @param skipped [rows] 1 where a picture is drawn in the dot's place
 */
export function plot(
  pixels: Pixels,
  camera: Camera,
  dots: Dots,
  sheet: SpriteSheet,
  skipped: Uint8Array,
): void {
  const { world, order, shapes, entries, chosen } = dots;
  const { x, y, k } = camera;
  const margin = sheet.radius + 4;
  for (let i = 0; i < order.length; i++) {
    const row = order[i] ?? 0;
    const [left, top] = [x + k * (world[2 * row] ?? NaN), y + k * (world[2 * row + 1] ?? NaN)];
    const inView =
      left > -margin && top > -margin && left < pixels.width + margin && top < pixels.height + margin;
    if (!inView || skipped[row] === 1) continue;
    const [column, line] = [Math.floor(left), Math.floor(top)];
    const sprite = sheet.get(
      shapes[row] as ShapeCode,
      entries[row] ?? 0,
      chosen[row] === 1,
      Math.floor((left - column) * PARTS),
      Math.floor((top - line) * PARTS),
    );
    stamp(pixels, sprite, column + sprite.offset, line + sprite.offset);
  }
}

function stamp({ data, width, height }: Pixels, sprite: Sprite, left: number, top: number): void {
  const { size, alpha, colour } = sprite;
  const [firstX, lastX] = [Math.max(0, -left), Math.min(size, width - left)];
  const lastY = Math.min(size, height - top);
  for (let y = Math.max(0, -top); y < lastY; y++) {
    let from = y * size + firstX;
    let to = (top + y) * width + left + firstX;
    for (let x = firstX; x < lastX; x++, from++, to++) {
      const cover = alpha[from] as number;
      if (cover === 255) data[to] = colour[from] as number;
      else if (cover > 0) data[to] = mix(data[to] as number, colour[from] as number, cover);
    }
  }
}

/** Both opaque, packed; red and blue at once, since a product of theirs fits beside the other's. */
function mix(below: number, above: number, cover: number): number {
  const rest = 255 - cover;
  const redBlue = ((((above & 0xff00ff) * cover + (below & 0xff00ff) * rest) >>> 8) & 0xff00ff) >>> 0;
  const green = ((((above >>> 8) & 0xff) * cover + ((below >>> 8) & 0xff) * rest) >>> 8) & 0xff;
  return (0xff000000 | redBlue | (green << 8)) >>> 0;
}

/** What is drawn later lies on top: labels over guesses, what is selected over all. */
export function drawingOrder(shapes: Uint8Array, chosen: Uint8Array): Uint32Array {
  const LAYERS = 8;
  const layerOf = (row: number) => (shapes[row] ?? 0) + (chosen[row] === 1 ? 4 : 0);
  const starts = new Uint32Array(LAYERS + 1);
  for (let row = 0; row < shapes.length; row++) {
    if (shapes[row] !== Shape.hidden) starts[layerOf(row) + 1] = (starts[layerOf(row) + 1] ?? 0) + 1;
  }
  for (let layer = 1; layer <= LAYERS; layer++)
    starts[layer] = (starts[layer] ?? 0) + (starts[layer - 1] ?? 0);
  const order = new Uint32Array(starts[LAYERS] ?? 0);
  for (let row = 0; row < shapes.length; row++) {
    if (shapes[row] === Shape.hidden) continue;
    const place = starts[layerOf(row)] ?? 0;
    order[place] = row;
    starts[layerOf(row)] = place + 1;
  }
  return order;
}

/** Smaller where there are many, larger the further in one is. @returns pixels of the page */
export function radiusOf(count: number, zoom: number): number {
  const least = count > 20_000 ? 2.5 : count > 4_000 ? 3 : count > 1_000 ? 3.5 : 4.5;
  return Math.min(7, Math.round((least + Math.log2(Math.max(1, zoom)) * 0.6) * 2) / 2);
}
