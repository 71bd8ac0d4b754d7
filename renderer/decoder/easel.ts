/**
 * @file Reads pixels through a canvas: the way for pictures with transparency, which it lays on white. Runs in the
 * decoder's workers.
 */
import type { Rect } from './reduce/strip';

let canvas: OffscreenCanvas | null = null;
let context: OffscreenCanvasRenderingContext2D | null = null;

/** The pixels of `rect`, 1:1, on white, one RGBA word each. */
export function readOnWhite(source: CanvasImageSource, { left, top, width, height }: Rect): Uint32Array {
  const easel = easelFor(width, height);
  easel.fillRect(0, 0, width, height);
  easel.drawImage(source, left, top, width, height, 0, 0, width, height);
  return new Uint32Array(easel.getImageData(0, 0, width, height).data.buffer);
}

/** One canvas for all pictures, replaced by one that fits when a strip does not. */
function easelFor(width: number, height: number): OffscreenCanvasRenderingContext2D {
  if (!canvas || !context || canvas.width < width || canvas.height < height) {
    canvas = new OffscreenCanvas(width, height);
    context = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
    if (!context) throw new Error('no canvas of this size');
    context.imageSmoothingEnabled = false;
    context.fillStyle = '#fff';
  }
  return context;
}
