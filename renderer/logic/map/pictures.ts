/**
 * @file Which images are shown as pictures instead of dots: as many as have room beside each other. Which ones does not
 * depend on what is in view, so moving the map changes none of them. Pure. Runs in the window.
 */
import { toScreen, type Camera, type Size } from './world';

/** Room of a picture with what is around it, pixels. */
export const PICTURE_ROOM = 62;
/** Dots that would be in view on a map of even density, at most, before pictures are shown. */
const FEW = 300;
/** Pictures drawn at once, at most. */
export const AT_MOST = 240;

/** Zoom is told apart in steps, so that pictures do not come and go with each turn of the wheel. */
export function pictureLevel(count: number, zoom: number): number | null {
  return count / (zoom * zoom) > FEW ? null : Math.floor(2 * Math.log2(Math.max(zoom, 0.25)));
}

/** How large k is at a level, for the k that shows all. */
export function levelScale(level: number, fitted: number): number {
  return fitted * 2 ** (level / 2);
}

/**
 * Rows whose pictures have room, the first ones of the project before later ones.
 * @param world [rows, 2] @param k pixels per unit of the world
 */
export function withRoom(world: Float32Array, rows: Uint32Array, k: number): number[] {
  const side = PICTURE_ROOM / k;
  const taken = new Map<number, number>();
  const cellOf = (value: number) => Math.floor(value / side) + 1;
  const chosen: number[] = [];
  for (const row of [...rows].sort((a, b) => a - b)) {
    const [x, y] = [world[2 * row] ?? NaN, world[2 * row + 1] ?? NaN];
    if (!isFree(world, taken, cellOf(x), cellOf(y), x, y, side)) continue;
    taken.set(cellKey(cellOf(x), cellOf(y)), row);
    chosen.push(row);
  }
  return chosen;
}

function cellKey(column: number, line: number): number {
  return line * 1_000_003 + column;
}

function isFree(
  world: Float32Array,
  taken: ReadonlyMap<number, number>,
  column: number,
  line: number,
  x: number,
  y: number,
  side: number,
): boolean {
  for (let dy = -1; dy <= 1; dy++) {
    for (let dx = -1; dx <= 1; dx++) {
      const other = taken.get(cellKey(column + dx, line + dy));
      if (other === undefined) continue;
      const apart = Math.max(
        Math.abs((world[2 * other] ?? NaN) - x),
        Math.abs((world[2 * other + 1] ?? NaN) - y),
      );
      if (apart < side) return false;
    }
  }
  return true;
}

/** Those of the rows that are in view, AT_MOST of them. */
export function inView(
  world: Float32Array,
  rows: readonly number[],
  camera: Camera,
  { width, height }: Size,
): number[] {
  const edge = PICTURE_ROOM / 2;
  const seen = rows.filter((row) => {
    const { x, y } = toScreen(camera, world[2 * row] ?? NaN, world[2 * row + 1] ?? NaN);
    return x > -edge && y > -edge && x < width + edge && y < height + edge;
  });
  return seen.slice(0, AT_MOST);
}
