/**
 * @file Encodes a reduced picture as JPEG, a thumbnail or a view. Runs in the decoder's workers.
 */
import type { Size } from './reduce/strip';

const QUALITIES = { thumbnail: 0.85, view: 0.9 };

/** Canvases by size: most pictures of a folder have the same, and a fresh canvas costs as much as the encoding. */
const KEPT = 4;
const canvases = new Map<string, OffscreenCanvas>();

/** `rgb` [height, width, 3] → the bytes of a JPEG. */
export async function encodeJpeg(
  rgb: Uint8Array,
  size: Size,
  use: keyof typeof QUALITIES,
): Promise<Uint8Array> {
  // A view's canvas is large, and the next view has another size.
  const canvas = use === 'view' ? new OffscreenCanvas(size.width, size.height) : canvasOf(size);
  const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
  if (!context) throw new Error('no canvas for a thumbnail');
  context.putImageData(toImageData(rgb, size), 0, 0);
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITIES[use] });
  return new Uint8Array(await blob.arrayBuffer());
}

function canvasOf({ width, height }: Size): OffscreenCanvas {
  const key = `${width}:${height}`;
  const canvas = canvases.get(key) ?? new OffscreenCanvas(width, height);
  if (canvases.size >= KEPT) canvases.clear();
  canvases.set(key, canvas);
  return canvas;
}

function toImageData(rgb: Uint8Array, { width, height }: Size): ImageData {
  const image = new ImageData(width, height);
  const words = new Uint32Array(image.data.buffer);
  for (let i = 0, at = 0; i < words.length; i++, at += 3) {
    words[i] = 0xff000000 | (rgb[at]! << 0) | (rgb[at + 1]! << 8) | (rgb[at + 2]! << 16);
  }
  return image;
}
