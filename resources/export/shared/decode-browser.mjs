// Decodes image files in a browser, as Imprint Studio does.
import { eighthsOf, isSrgb, jpegHeader } from './jpeg.mjs';

/**
 * @param file Blob
 * @returns { data, width, height, exact }: RGBA bytes, upright, sRGB, on white; not exact where a JPEG's colours are converted,
 * or where the app decodes it at a fraction of its size and this browser cannot (Chromium's can)
 */
export async function decode(file, framing, size) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const header = jpegHeader(bytes);
  const eighths = header ? eighthsOf(header, framing, size) : 8;
  const scaled = eighths < 8 ? await decodeScaled(bytes, header, eighths) : null;
  const picture = scaled ?? (await decodeWhole(file, header));
  try {
    const plain = header === null || (isSrgb(header.profile) && header.components < 4);
    return { ...pixelsOf(picture), exact: plain && (eighths === 8 || scaled !== null) };
  } finally {
    picture.close();
  }
}

function decodeWhole(file, header) {
  const plain = header !== null && isSrgb(header.profile);
  return createImageBitmap(file, {
    premultiplyAlpha: 'none',
    colorSpaceConversion: plain ? 'none' : 'default',
  });
}

async function decodeScaled(data, { width, height }, eighths) {
  if (!('ImageDecoder' in globalThis)) return null;
  const [desiredWidth, desiredHeight] = [width, height].map((side) => Math.ceil((side * eighths) / 8));
  const decoder = new ImageDecoder({
    ...{ data, type: 'image/jpeg', colorSpaceConversion: 'none' },
    ...{ desiredWidth, desiredHeight },
  });
  try {
    const { image } = await decoder.decode();
    if (image.displayWidth * image.displayHeight === desiredWidth * desiredHeight) return image;
    image.close();
    return null;
  } catch {
    return null; // The whole picture says what is wrong, if anything is.
  } finally {
    decoder.close();
  }
}

/** Read one to one: a canvas that makes pictures smaller gives other pixels. */
function pixelsOf(picture) {
  const width = picture.displayWidth ?? picture.width;
  const height = picture.displayHeight ?? picture.height;
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
  context.fillStyle = 'white';
  context.fillRect(0, 0, width, height);
  context.drawImage(picture, 0, 0);
  return { data: context.getImageData(0, 0, width, height).data, width, height };
}
