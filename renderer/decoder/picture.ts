/**
 * @file Decodes a file's picture with Chromium's own decoders and lets its pixels be read strip by strip. Runs in
 * the decoder's workers.
 */
import { giveBack, takeBuffer } from './buffers';
import { readOnWhite } from './easel';
import { damaged, DecodeError } from './errors';
import { decodeHeic } from './heic/decodeHeic';
import { mimeTypes, type ImageHeader } from './headers/header';
import type { Plan } from './plan';
import type { Rect, Size } from './reduce/strip';
import { asPng } from './tiff/asPng';
import { decodeTiff } from './tiff/decodeTiff';
import { decodeWholeJpeg } from './wholeJpeg';
import { told } from '../../strings/words';

export interface Pixels {
  /** One a pixel, row by row, in memory R G B x, or B G R x. */
  words: Uint32Array;
  blueFirst: boolean;
}

export interface Picture extends Size {
  /** Lends the pixels of `rect`, 1:1, to `use`. */
  read: (rect: Rect, use: (pixels: Pixels) => void) => Promise<void>;
  close: () => void;
}

/** [Note: Two ways to decode]
 * ImageDecoder at 1/8, 1/4 and 1/2 and createImageBitmap of the whole give the pixels that Pillow gives; ImageDecoder
 * at full size does not (it hands out an I420 frame that is converted otherwise) unless it is asked early, see
 * [Note: A whole JPEG without a blob]; and it ignores ICC profiles.
 */
export async function openPicture(
  bytes: Uint8Array<ArrayBuffer>,
  header: ImageHeader,
  plan: Plan,
): Promise<Picture> {
  try {
    if (header.format === 'tiff') return await ofDecoded(await decodeTiff(bytes), header, plan);
    if (header.format === 'heic') return await ofDecoded(await decodeHeic(bytes, header), header, plan);
    if (plan.scale < 8) return ofFrame(await decodeScaled(bytes, plan));
    const plain = header.format === 'jpeg' && !plan.convertColours;
    const frame = plain ? await decodeWholeJpeg(bytes) : null;
    return frame ? ofFrame(frame) : ofBitmap(await decodeWhole(bytes, header, plan), header, plan);
  } catch (error) {
    if (error instanceof DecodeError) throw error;
    const detail = error instanceof Error ? error.message.replace(/\.$/, '') : String(error);
    throw damaged(told().pictures.headerWhole(detail));
  }
}

function decodeWhole(bytes: Uint8Array<ArrayBuffer>, header: ImageHeader, plan: Plan): Promise<ImageBitmap> {
  const { format } = header;
  const type = format === 'tiff' || format === 'heic' ? mimeTypes.png : mimeTypes[format];
  const blob = new Blob([bytes], { type });
  return createImageBitmap(blob, {
    // Without a profile nothing is to be converted: a stray gamma value in a PNG would otherwise change the pixels.
    colorSpaceConversion: plan.convertColours ? 'default' : 'none',
    // Laid on white by the canvas then, which rounds as Pillow does; libwebp's own rounding is off by one.
    premultiplyAlpha: header.format === 'jpeg' ? 'default' : 'none',
  });
}

/** Not decoded by Chromium; only colours other than sRGB go through Chromium, which converts them. */
async function ofDecoded(
  { width, height, words }: Size & { words: Uint32Array },
  header: ImageHeader,
  plan: Plan,
): Promise<Picture> {
  if (!plan.convertColours || !header.profile) return ofWords({ width, height }, words);
  const png = new Blob(asPng(words, width, height, header.profile.bytes), { type: mimeTypes.png });
  return ofCanvas(await createImageBitmap(png, { colorSpaceConversion: 'default' }));
}

function ofWords(size: Size, all: Uint32Array): Picture {
  return {
    ...size,
    read: ({ left, top, width, height }, use) => {
      const words = takeBuffer(width * height);
      for (let y = 0; y < height; y++) {
        const start = (top + y) * size.width + left;
        words.set(all.subarray(start, start + width), y * width);
      }
      use({ words, blueFirst: false });
      giveBack(words);
      return Promise.resolve();
    },
    close: () => undefined,
  };
}

async function decodeScaled(bytes: Uint8Array<ArrayBuffer>, plan: Plan): Promise<VideoFrame> {
  const decoder = new ImageDecoder({
    data: bytes,
    type: mimeTypes.jpeg,
    colorSpaceConversion: 'none',
    desiredWidth: plan.stored.width,
    desiredHeight: plan.stored.height,
  });
  try {
    return (await decoder.decode({ frameIndex: 0 })).image;
  } finally {
    decoder.close();
  }
}

const OPAQUE = ['RGBX', 'BGRX'];
/** Chromium makes no longer frames. */
const MAX_FRAME_SIDE = 32_767;

/**
 * A frame gives its pixels without a canvas, at a tenth of the cost. But only a canvas lays transparency on white,
 * turns an AVIF the way its header says, and brings other colours to sRGB (a frame does in 108, no longer in 156).
 */
function ofBitmap(bitmap: ImageBitmap, { format }: ImageHeader, { convertColours }: Plan): Picture {
  const long = Math.max(bitmap.width, bitmap.height) > MAX_FRAME_SIDE;
  if (format === 'avif' || convertColours || long) return ofCanvas(bitmap);
  const frame = new VideoFrame(bitmap, { timestamp: 0 });
  if (OPAQUE.includes(frame.format ?? '')) {
    bitmap.close();
    return ofFrame(frame);
  }
  frame.close();
  return ofCanvas(bitmap, readPart);
}

function ofCanvas(bitmap: ImageBitmap, read: typeof readPart = readWhole): Picture {
  return {
    width: bitmap.width,
    height: bitmap.height,
    read: async (rect, use) => use({ words: await read(bitmap, rect), blueFirst: false }),
    close: () => bitmap.close(),
  };
}

function readWhole(bitmap: ImageBitmap, rect: Rect): Promise<Uint32Array> {
  return Promise.resolve(readOnWhite(bitmap, rect));
}

/** Drawing a part of a bitmap with transparency converts all of it each time: a large one is cut first. */
async function readPart(bitmap: ImageBitmap, rect: Rect): Promise<Uint32Array> {
  const { left, top, width, height } = rect;
  if (width === bitmap.width && height === bitmap.height) return readWhole(bitmap, rect);
  const part = await createImageBitmap(bitmap, left, top, width, height, { premultiplyAlpha: 'none' });
  try {
    return readOnWhite(part, { left: 0, top: 0, width, height });
  } finally {
    part.close();
  }
}

/** `frame` must be opaque, whatever its format says. */
function ofFrame(frame: VideoFrame): Picture {
  const blueFirst = frame.format?.startsWith('BGR') ?? false;
  return {
    width: frame.displayWidth,
    height: frame.displayHeight,
    read: async ({ left: x, top: y, width, height }, use) => {
      const words = takeBuffer(width * height);
      await frame.copyTo(words, { rect: { x, y, width, height } });
      use({ words, blueFirst });
      giveBack(words);
    },
    close: () => frame.close(),
  };
}
