/** @file Some of the sample photos, scaled by sharp, which is not the app's decoder. For tests. */
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { ROOT } from '../backbone/support';

const PHOTOS = path.join(ROOT, 'resources/samples/photos');
export const CLASSES = ['arch', 'bird', 'castle', 'fish', 'hammer', 'windmill'];
export const PER_CLASS = 5;

/** Five photos of each class, one after another. */
export const photos = CLASSES.flatMap((name) =>
  readdirSync(path.join(PHOTOS, name))
    .sort()
    .slice(0, PER_CLASS)
    .map((file) => path.join(PHOTOS, name, file)),
);

type Fit = 'cover' | 'fill';
const scaled = new Map<string, Promise<Uint8Array>>();

/**
 * The hash of an image file and its [side, side, 3] RGB: of the whole picture, or of its centre ('cover'). The same content is decoded
 * once, since all tests look at the same few photos.
 */
export async function readPhoto(
  file: string,
  side = 224,
  fit: Fit = 'fill',
): Promise<{ hash: string; pixels: Uint8Array }> {
  const bytes = await readFile(file);
  const hash = createHash('sha256').update(bytes).digest('hex');
  const key = `${hash} ${fit} ${side}`;
  const pixels = scaled.get(key) ?? scale(bytes, side, fit);
  scaled.set(key, pixels);
  return { hash, pixels: await pixels };
}

async function scale(bytes: Buffer, side: number, fit: Fit): Promise<Uint8Array> {
  const image = sharp(bytes).removeAlpha().resize(side, side, { fit });
  return new Uint8Array(await image.raw().toBuffer());
}

/** All of `photos` at a side. */
export const allPixels = (side = 224): Promise<Uint8Array[]> =>
  Promise.all(photos.map(async (file) => (await readPhoto(file, side)).pixels));
