/**
 * @file One reduction of one picture: takes strips of upright rows, gives RGB bytes. Bit-equal to cropping and then
 * `resize((width, height), BILINEAR)` in Pillow, for 8-bit RGB. Pure.
 */
import { reduceHorizontally } from './horizontal';
import type { Rect, Size, Strip } from './strip';
import { reduceVertically } from './vertical';
import { weightsFor } from './weights';

export class Reduction {
  private readonly across;
  private readonly down;
  /** [crop.height, size.width, 3]: reduced along the rows only. */
  private readonly middle: Uint8Array;

  /** `crop` in upright pixels of the decoded picture; nothing outside it is read. */
  constructor(
    private readonly crop: Rect,
    private readonly size: Size,
  ) {
    this.across = weightsFor(crop.width, size.width);
    this.down = weightsFor(crop.height, size.height);
    this.middle = new Uint8Array(crop.height * size.width * 3);
  }

  /** Takes the rows of the strip that lie within the crop. Every row of the crop must be added once, in any order. */
  add(strip: Strip): void {
    const from = Math.max(strip.top, this.crop.top);
    const rows = Math.min(strip.top + strip.rows, this.crop.top + this.crop.height) - from;
    if (rows <= 0) return;
    const at = (from - this.crop.top) * this.size.width * 3;
    reduceHorizontally({
      strip,
      left: this.crop.left,
      weights: this.across,
      from,
      rows,
      output: this.middle,
      at,
    });
  }

  /** [size.height, size.width, 3] RGB bytes. */
  finish(): Uint8Array {
    const stride = this.size.width * 3;
    const output = new Uint8Array(this.size.height * stride);
    reduceVertically(this.middle, stride, this.down, output);
    return output;
  }
}
