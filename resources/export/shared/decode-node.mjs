// Decodes image files in Node, as Imprint Studio does. Needs `npm install wasm-vips`: libvips, which like the app can decode
// a JPEG at a fraction of its size. (The package sharp cannot do that alone: it makes pictures smaller at the same time.)
import Vips from 'wasm-vips';
import { eighthsOf, isSrgb, jpegHeader } from './jpeg.mjs';

const vips = await Vips({ dynamicLibraries: ['vips-heif.wasm'] });
// Nothing is asked for twice, and its memory is 4 GB at most.
vips.Cache.max(0);

/**
 * @param bytes Uint8Array of the file
 * @returns { data, width, height, exact }: RGB or RGBA bytes, upright, sRGB; not exact where libvips converts colours or enlarges
 * them (AVIF) otherwise than the app
 */
export function decode(bytes, framing, size) {
  const header = jpegHeader(bytes);
  const eighths = header ? eighthsOf(header, framing, size) : 8;
  const steps = eighths < 8 ? scaled(bytes, header, eighths) : [vips.Image.newFromBuffer(bytes)];
  steps.push(steps.at(-1).autorot());
  const converts = !isSrgb(profileOf(steps[0])) || header?.components === 4;
  steps.push(converts ? inSrgb(steps.at(-1)) : steps.at(-1).colourspace('srgb'));
  steps.push(steps.at(-1).cast('uchar'));
  try {
    const { width, height } = steps.at(-1);
    const exact = !converts && !steps[0].getString('vips-loader').startsWith('heif');
    return { data: steps.at(-1).writeToMemory(), width, height, exact };
  } finally {
    for (const image of steps) image.delete();
  }
}

/** libvips drops a last pixel that is none in full, so a copy of the file says that its blocks of eight are all whole. */
function scaled(bytes, { at, width, height }, eighths) {
  const copy = Uint8Array.from(bytes);
  const view = new DataView(copy.buffer);
  view.setUint16(at, Math.ceil(height / 8) * 8);
  view.setUint16(at + 2, Math.ceil(width / 8) * 8);
  const image = vips.Image.newFromBuffer(copy, '', { shrink: 8 / eighths });
  return [image, image.crop(0, 0, Math.ceil((width * eighths) / 8), Math.ceil((height * eighths) / 8))];
}

const profileOf = (image) => (image.getTypeof('icc-profile-data') ? image.getBlob('icc-profile-data') : null);

const inSrgb = (image) =>
  image.getTypeof('icc-profile-data')
    ? image.iccTransform('srgb', { embedded: true })
    : image.colourspace('srgb');
