/** @file Which places of the grid a rectangle touches. Everything in pixels of the scrolled content. */
import { GAP, GRID_MARGIN, type CellSize } from './shape';

export interface Point {
  x: number;
  y: number;
}

export interface Rectangle {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export function rectangle(from: Point, to: Point): Rectangle {
  return {
    left: Math.min(from.x, to.x),
    top: Math.min(from.y, to.y),
    right: Math.max(from.x, to.x),
    bottom: Math.max(from.y, to.y),
  };
}

/**
 * Places whose cells the rectangle touches, in the order of the list.
 * @param width of the content @param length of the list
 */
export function placesIn(band: Rectangle, width: number, shape: CellSize, length: number): number[] {
  const room = width - 2 * GRID_MARGIN + GAP;
  const [firstColumn, lastColumn] = range(band.left, band.right, room / shape.columns, shape.columns);
  const [firstRow, lastRow] = range(
    band.top,
    band.bottom,
    shape.rowHeight,
    Math.ceil(length / shape.columns),
  );
  const places: number[] = [];
  for (let row = firstRow; row <= lastRow; row++)
    for (let column = firstColumn; column <= lastColumn; column++) {
      const place = row * shape.columns + column;
      if (place < length) places.push(place);
    }
  return places;
}

/** First and last of `count` cells, one every `step` pixels with a gap behind each, that lie between two edges. */
function range(from: number, to: number, step: number, count: number): [first: number, last: number] {
  const first = Math.max(0, Math.ceil((from - GRID_MARGIN + GAP) / step) - 1);
  const last = Math.min(count - 1, Math.floor((to - GRID_MARGIN) / step));
  // What begins in the gap behind a cell does not touch it.
  return [from - GRID_MARGIN > (first + 1) * step - GAP ? first + 1 : first, last];
}
