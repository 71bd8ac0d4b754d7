/** @file The arithmetic of looking at one picture: where it lies, how far one may go in, which pixels are worth fetching. */
import type { Box, Framing, ItemRow } from '../../main/contract/model';

export interface Size {
  width: number;
  height: number;
}

export interface Placed extends Size {
  left: number;
  top: number;
}

/** Sides of the views that are asked for, pixels: main makes each anew, so there are few. */
const SIDES = [1600, 2560, 4096] as const;

/** Pixels of what an item shows, upright: of its part of the image where it is a box. Null while it is not known. */
export function naturalSize({ width, height, box }: Pick<ItemRow, 'width' | 'height' | 'box'>): Size | null {
  if (width === null || height === null) return null;
  if (!box) return { width, height };
  return {
    width: Math.max(1, Math.round(width * box.width)),
    height: Math.max(1, Math.round(height * box.height)),
  };
}

/** The picture as large as the room allows, in its middle. */
export function fitted(picture: Size, room: Size): Placed {
  const scale = Math.min(room.width / picture.width, room.height / picture.height);
  const [width, height] = [picture.width * scale, picture.height * scale];
  return { width, height, left: (room.width - width) / 2, top: (room.height - height) / 2 };
}

/** How many times the fitted picture must grow for one of its pixels to be one of the screen's. */
export function fullScale(picture: Size, fit: Size, pixelRatio: number): number {
  return picture.width / (fit.width * pixelRatio);
}

/** The longest side to ask main for, so that a picture drawn this large is sharp. */
export function sideFor(shown: Size, pixelRatio: number): number {
  const needed = Math.max(shown.width, shown.height) * pixelRatio;
  return SIDES.find((side) => side >= needed) ?? SIDES[SIDES.length - 1] ?? 4096;
}

/** The part of an image that the model sees, in fractions; null where that is all of it. A box is always seen whole. */
export function seenPart(framing: Framing, picture: Size | null, isBox: boolean): Box | null {
  if (framing.kind === 'stretch' || isBox || !picture) return null;
  if (framing.kind === 'region') return framing.box;
  const side = Math.min(picture.width, picture.height);
  const [width, height] = [side / picture.width, side / picture.height];
  return width === height ? null : { x: (1 - width) / 2, y: (1 - height) / 2, width, height };
}
