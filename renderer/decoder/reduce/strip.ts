/**
 * @file How a band of decoded pixels lies in memory, and how EXIF orientation becomes a way of walking through it.
 * Pure.
 */

/** Rows [top, top + rows) of the upright picture. Pixel (x, y) is `pixels[origin + x * across + (y - top) * down]`. */
export interface Strip {
  /** One little-endian word a pixel. */
  pixels: Uint32Array;
  /** Whether blue and not red is the lowest byte of a word. */
  blueFirst: boolean;
  top: number;
  rows: number;
  origin: number;
  across: number;
  down: number;
}

export interface Size {
  width: number;
  height: number;
}

export interface Rect extends Size {
  left: number;
  top: number;
}

/** Whether the orientation swaps width and height (EXIF 2.32, tag 0x0112). */
export function swapsAxes(orientation: number): boolean {
  return orientation >= 5;
}

export function uprightSize({ width, height }: Size, orientation: number): Size {
  return swapsAxes(orientation) ? { width: height, height: width } : { width, height };
}

/** Whether upright x (or y) runs against the stored axis that it follows. */
const flipsAcross = [2, 3, 6, 7];
const flipsDown = [3, 4, 7, 8];

/** The stored rectangle that holds upright rows [top, top + rows) of a picture of `stored` size. */
export function storedRect(stored: Size, orientation: number, top: number, rows: number): Rect {
  const length = swapsAxes(orientation) ? stored.width : stored.height;
  const start = flipsDown.includes(orientation) ? length - top - rows : top;
  return swapsAxes(orientation)
    ? { left: start, top: 0, width: rows, height: stored.height }
    : { left: 0, top: start, width: stored.width, height: rows };
}

/** The strip for words read from `rect`, row by row. */
export function stripOf(
  { words, blueFirst }: { words: Uint32Array; blueFirst: boolean },
  rect: Size,
  orientation: number,
  top: number,
  rows: number,
): Strip {
  const turned = swapsAxes(orientation);
  const [acrossStep, downStep] = turned ? [rect.width, 1] : [1, rect.width];
  const [acrossLength, downLength] = turned ? [rect.height, rect.width] : [rect.width, rect.height];
  const across = flipsAcross.includes(orientation) ? -acrossStep : acrossStep;
  const down = flipsDown.includes(orientation) ? -downStep : downStep;
  const origin =
    (across < 0 ? (acrossLength - 1) * acrossStep : 0) + (down < 0 ? (downLength - 1) * downStep : 0);
  return { pixels: words, blueFirst, top, rows, origin, across, down };
}
