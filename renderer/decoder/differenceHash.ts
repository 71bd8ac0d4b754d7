/**
 * @file A picture's difference hash (dHash, N. Krawetz 2013): 64 bits that near copies share but for a few, whatever
 * their size, compression or brightness. Over the whole upright picture, whatever of it the model sees. Pure.
 *
 * [Note: The difference hash]
 * The picture is divided into 9 × 8 cells, cell i of n from pixel floor(i · side / n) up to the next cell's first, at
 * least one pixel. A cell's brightness is the mean of 299 R + 587 G + 114 B over its pixels. Bit by bit, row by row from
 * the left, the highest first: 1 where a cell is brighter than the one to its right. Of a JPEG these are the pixels at
 * the scale that the framing asks for, so that two cells that are all but equal may differ by a bit between framings.
 */
import type { Size, Strip } from './reduce/strip';

const ACROSS = 9;
const DOWN = 8;

export class DifferenceHash {
  /** Edges of the cells along each axis. */
  private readonly columns: Cell[];
  private readonly rows: Cell[];
  /** [DOWN, ACROSS] summed brightness. */
  private readonly sums = new Float64Array(ACROSS * DOWN);

  /** @param picture size of the upright, decoded picture */
  constructor(picture: Size) {
    this.columns = cells(picture.width, ACROSS);
    this.rows = cells(picture.height, DOWN);
  }

  /** Every row of the picture must be added once, in any order. */
  add(strip: Strip): void {
    this.rows.forEach((row, j) => {
      const from = Math.max(row.start, strip.top);
      const to = Math.min(row.end, strip.top + strip.rows);
      for (let y = from; y < to; y++) this.addRow(strip, y, j);
    });
  }

  private addRow(strip: Strip, y: number, j: number): void {
    const start = strip.origin + (y - strip.top) * strip.down;
    this.columns.forEach((column, i) => {
      this.sums[j * ACROSS + i]! += brightness(strip, start, column);
    });
  }

  /** 16 hexadecimal digits. */
  finish(): string {
    let bits = '';
    for (let j = 0; j < DOWN; j++)
      for (let i = 0; i < ACROSS - 1; i++) bits += this.mean(j, i) > this.mean(j, i + 1) ? '1' : '0';
    return bits.replace(/.{4}/g, (four) => parseInt(four, 2).toString(16));
  }

  private mean(j: number, i: number): number {
    return this.sums[j * ACROSS + i]! / (size(this.columns[i]!) * size(this.rows[j]!));
  }
}

interface Cell {
  start: number;
  end: number;
}

const size = ({ start, end }: Cell): number => end - start;

function cells(side: number, count: number): Cell[] {
  return Array.from({ length: count }, (_, i) => {
    const start = Math.min(side - 1, Math.floor((i * side) / count));
    return { start, end: Math.max(start + 1, Math.floor(((i + 1) * side) / count)) };
  });
}

/** Of one row's pixels in a cell, summed. Two channels share a word, which holds 257 pixels of each and more. */
function brightness({ pixels, across, blueFirst }: Strip, row: number, { start, end }: Cell): number {
  let [outer, green] = [0, 0];
  let [low, high] = [0, 0];
  for (let x = start, at = row + start * across; x < end; x++, at += across) {
    const pixel = pixels[at]!;
    outer += pixel & 0xff00ff;
    green += (pixel >>> 8) & 255;
    if ((x - start) % 128 !== 127) continue;
    low += outer & 0xffff;
    high += outer >>> 16;
    outer = 0;
  }
  low += outer & 0xffff;
  high += outer >>> 16;
  const [red, blue] = blueFirst ? [high, low] : [low, high];
  return 299 * red + 587 * green + 114 * blue;
}
