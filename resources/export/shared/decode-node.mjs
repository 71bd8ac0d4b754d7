// Decodes image files in Node as Imprint Studio does. Needs `npm install sharp`.
import sharp from 'sharp';

/**
 * @param file path or bytes
 * @returns { data, width, height }: RGB or RGBA bytes, upright, sRGB
 */
export async function decode(file) {
  const image = sharp(file).autoOrient().toColourspace('srgb');
  const { data, info } = await image.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}
