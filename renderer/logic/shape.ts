/** @file How many cells fit beside each other, and how large they are. */
import type { GridShape } from './steps';

export interface CellSize extends GridShape {
  /** Height of a row with the gap below it, pixels. */
  rowHeight: number;
  /** Room for a picture in a cell, pixels. */
  picture: { width: number; height: number };
  /** Too narrow for a name beside a percentage. */
  narrow: boolean;
}

export const GAP = 6;
/** Between the cells and the grid's edges, pixels. */
export const GRID_MARGIN = 8;
const NARROW = 120;
/** Padding of a cell, and its lines of words: label or guess, and the base class where those are shown. */
const PADDING = 12;
const CHIP = 24;
const BASE = 16;

/** Cells of about the wished width that fill the line; pictures get three quarters of it in height. */
export function shapeOf(width: number, height: number, wished: number, showsBase: boolean): CellSize {
  const line = Math.max(wished, width - 2 * GRID_MARGIN);
  const columns = Math.max(1, Math.round((line + GAP) / (wished + GAP)));
  const cell = (line - (columns - 1) * GAP) / columns;
  const picture = Math.round((cell - PADDING) * 0.75);
  const rowHeight = picture + PADDING + CHIP + (showsBase ? BASE : 0) + GAP;
  const narrow = cell < NARROW;
  const room = { width: cell - PADDING, height: picture };
  return {
    columns,
    narrow,
    picture: room,
    rowHeight,
    rowsPerPage: Math.max(1, Math.floor(height / rowHeight)),
  };
}
