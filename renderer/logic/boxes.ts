/**
 * @file Boxes in an image: drawing, moving and resizing them, and which one is at a place. All in fractions of the upright
 * image, origin at the top left. Pure. Runs in the window.
 */
import type { Box, ProjectDocument } from '../../main/contract/model';
import type { Direction } from './map/pointIndex';

/** Sides that a handle takes hold of: 'nw' is the top left corner, 'e' the right side. */
export const HANDLES = ['nw', 'n', 'ne', 'e', 'se', 's', 'sw', 'w'] as const;
export type Handle = (typeof HANDLES)[number];

export interface PlacedBox {
  id: string;
  box: Box;
}

export interface Place {
  x: number;
  y: number;
}

/** Smaller is a slip of the hand, and nothing could be seen in it. */
export const LEAST = 0.01;
/** What one press of an arrow key moves. */
export const STEP = 0.01;
/** Finer than a pixel of any image, and short in the project's file. */
const FINE = 1e5;

/** The boxes of every image that has any, by the image's id. */
export function boxesByImage(boxes: ProjectDocument['boxes']): ReadonlyMap<string, PlacedBox[]> {
  const found = new Map<string, PlacedBox[]>();
  for (const [id, { image, box }] of Object.entries(boxes)) {
    const mine = found.get(image);
    if (mine) mine.push({ id, box });
    else found.set(image, [{ id, box }]);
  }
  return found;
}

const clamp = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value));

function round(left: number, top: number, right: number, bottom: number): Box {
  const [x, y] = [Math.round(left * FINE), Math.round(top * FINE)];
  const [width, height] = [Math.round(right * FINE) - x, Math.round(bottom * FINE) - y];
  return { x: x / FINE, y: y / FINE, width: width / FINE, height: height / FINE };
}

/** The box between two places, cut at the image's edges; null where it is too small to be meant. */
export function drawn(one: Place, other: Place): Box | null {
  const [left = 0, right = 0] = [clamp(one.x, 0, 1), clamp(other.x, 0, 1)].sort((a, b) => a - b);
  const [top = 0, bottom = 0] = [clamp(one.y, 0, 1), clamp(other.y, 0, 1)].sort((a, b) => a - b);
  return right - left < LEAST || bottom - top < LEAST ? null : round(left, top, right, bottom);
}

/** Moved as a whole, no further than the image's edge. */
export function moved({ x, y, width, height }: Box, dx: number, dy: number): Box {
  const [left, top] = [clamp(x + dx, 0, 1 - width), clamp(y + dy, 0, 1 - height)];
  return round(left, top, left + width, top + height);
}

/** With the sides that the handle holds moved, within the image and never smaller than LEAST. */
export function resized({ x, y, width, height }: Box, handle: Handle, dx: number, dy: number): Box {
  let [left, top, right, bottom] = [x, y, x + width, y + height];
  if (handle.includes('w')) left = clamp(left + dx, 0, right - LEAST);
  if (handle.includes('e')) right = clamp(right + dx, left + LEAST, 1);
  if (handle.includes('n')) top = clamp(top + dy, 0, bottom - LEAST);
  if (handle.includes('s')) bottom = clamp(bottom + dy, top + LEAST, 1);
  return round(left, top, right, bottom);
}

const TOWARDS: Record<Direction, Place> = {
  left: { x: -STEP, y: 0 },
  right: { x: STEP, y: 0 },
  up: { x: 0, y: -STEP },
  down: { x: 0, y: STEP },
};

/** What an arrow key does: moves the box, or moves its lower right corner. */
export function nudged(box: Box, direction: Direction, resize: boolean): Box {
  const { x, y } = TOWARDS[direction];
  return resize ? resized(box, 'se', x, y) : moved(box, x, y);
}

/** The smallest box that holds a place: a small one may lie within a large one. */
export function boxAt(boxes: readonly PlacedBox[], { x, y }: Place): PlacedBox | null {
  const area = ({ box }: PlacedBox) => box.width * box.height;
  const holding = boxes.filter(
    ({ box }) => x >= box.x && y >= box.y && x <= box.x + box.width && y <= box.y + box.height,
  );
  return holding.reduce<PlacedBox | null>(
    (least, one) => (least === null || area(one) < area(least) ? one : least),
    null,
  );
}

/** The handle of a box within reach of a place. @param reach fractions of the image's width and height */
export function handleAt({ x, y, width, height }: Box, at: Place, reach: Place): Handle | null {
  const near = (value: number, side: number, by: number) => Math.abs(value - side) <= by;
  const within = (value: number, from: number, to: number, by: number) =>
    value >= from - by && value <= to + by;
  if (!within(at.x, x, x + width, reach.x) || !within(at.y, y, y + height, reach.y)) return null;
  const up = near(at.y, y, reach.y) ? 'n' : near(at.y, y + height, reach.y) ? 's' : '';
  const side = near(at.x, x, reach.x) ? 'w' : near(at.x, x + width, reach.x) ? 'e' : '';
  return HANDLES.find((handle) => handle === `${up}${side}`) ?? null;
}

/** Where a new box goes that is not drawn with the pointer. */
export const MIDDLE: Box = { x: 0.35, y: 0.35, width: 0.3, height: 0.3 };

/** Those of the boxes that the other image does not have in the same place yet. */
export function missingFrom(boxes: readonly PlacedBox[], others: readonly PlacedBox[]): PlacedBox[] {
  const key = ({ box }: PlacedBox) => `${box.x} ${box.y} ${box.width} ${box.height}`;
  const there = new Set(others.map(key));
  return boxes.filter((one) => !there.has(key(one)));
}

/** Where an image lies that is shown whole in the middle of a frame ('object-fit: contain'), in pixels. */
export function contained(
  frame: { width: number; height: number },
  image: { width: number; height: number },
): { left: number; top: number; width: number; height: number } {
  const scale = Math.min(frame.width / image.width, frame.height / image.height);
  const [width, height] = [image.width * scale, image.height * scale];
  return { left: (frame.width - width) / 2, top: (frame.height - height) / 2, width, height };
}
