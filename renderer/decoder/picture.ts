/**
 * @file Decodes a file's picture with Chromium's own decoders and lets its pixels be read strip by strip. Runs in
 * the decoder's workers.
 */
import { damaged } from './errors';
import { mimeTypes, type ImageHeader } from './headers/header';
import type { Plan } from './plan';
import type { Rect, Size } from './reduce/strip';

export interface Picture extends Size {
  source: ImageBitmap | VideoFrame;
  close: () => void;
}

/** [Note: Two ways to decode]
 * ImageDecoder at 1/8, 1/4 and 1/2 and createImageBitmap of the whole give the pixels that Pillow gives; ImageDecoder
 * at full size does not (it hands out an I420 frame that the canvas converts), and it ignores ICC profiles.
 */
export async function openPicture(
  bytes: Uint8Array<ArrayBuffer>,
  header: ImageHeader,
  plan: Plan,
): Promise<Picture> {
  try {
    return plan.scale < 8 ? await openScaled(bytes, plan) : await openWhole(bytes, header, plan);
  } catch (error) {
    const detail = error instanceof Error ? error.message.replace(/\.$/, '') : String(error);
    throw damaged(`its header is whole but its pixels cannot be decoded (${detail})`);
  }
}

async function openWhole(bytes: Uint8Array<ArrayBuffer>, header: ImageHeader, plan: Plan): Promise<Picture> {
  const blob = new Blob([bytes], { type: mimeTypes[header.format] });
  const bitmap = await createImageBitmap(blob, {
    // Without a profile nothing is to be converted: a stray gamma value in a PNG would otherwise change the pixels.
    colorSpaceConversion: plan.convertColours ? 'default' : 'none',
    // Laid on white by the canvas then, which rounds as Pillow does; libwebp's own rounding is off by one.
    premultiplyAlpha: header.format === 'jpeg' ? 'default' : 'none',
  });
  return { source: bitmap, width: bitmap.width, height: bitmap.height, close: () => bitmap.close() };
}

async function openScaled(bytes: Uint8Array<ArrayBuffer>, plan: Plan): Promise<Picture> {
  const decoder = new ImageDecoder({
    data: bytes,
    type: mimeTypes.jpeg,
    colorSpaceConversion: 'none',
    desiredWidth: plan.stored.width,
    desiredHeight: plan.stored.height,
  });
  try {
    const { image } = await decoder.decode({ frameIndex: 0 });
    return {
      source: image,
      width: image.displayWidth,
      height: image.displayHeight,
      close: () => image.close(),
    };
  } finally {
    decoder.close();
  }
}

let canvas: OffscreenCanvas | null = null;
let context: OffscreenCanvasRenderingContext2D | null = null;

/** The pixels of `rect`, 1:1, alpha laid on white, one RGBA word each. */
export function readPixels(picture: Picture, rect: Rect): Uint32Array {
  const { left, top, width, height } = rect;
  const easel = easelFor(width, height);
  easel.fillRect(0, 0, width, height);
  easel.drawImage(picture.source, left, top, width, height, 0, 0, width, height);
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
