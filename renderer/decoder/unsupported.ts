/**
 * @file What a person is told about files that are no picture we decode: what the file is, and what to do. Pure.
 */
import { DecodeError } from './errors';
import type { ForeignKind } from './sniff';

const CONVERT = 'Save it as JPEG or PNG to use it here.';

/** `name` is the precise kind, such as 'Nikon NEF'. */
const reasons: Record<ForeignKind, (name: string) => string> = {
  tiff: (name) => `This is a ${name} picture (for files over 4 GB), which cannot be read. ${CONVERT}`,
  raw: (name) =>
    `This is a camera raw file (${name}), not a finished picture. Export it as JPEG from your raw converter, or use the JPEG beside it.`,
  video: (name) =>
    `This is a video (${name}), not a picture. Save single frames of it as JPEG or PNG to use them here.`,
  pdf: () => 'This is a PDF document, not a picture. Save its pages as JPEG or PNG to use them here.',
  svg: () => 'This is an SVG drawing, which has no pixels of its own. Export it as PNG to use it here.',
  jxl: () => `This is a JPEG XL picture, which cannot be read yet. ${CONVERT}`,
  jp2: () => `This is a JPEG 2000 picture, which cannot be read yet. ${CONVERT}`,
  psd: () => `This is a Photoshop document. ${CONVERT}`,
  icon: () => `This is an icon file. ${CONVERT}`,
  archive: () => 'This is a ZIP archive or an office document, not a picture. Unpack it first.',
  unknown: () =>
    `This is not a picture of a kind that can be read (JPEG, PNG, WebP, GIF, BMP, AVIF, HEIC or TIFF). ${CONVERT}`,
};

export function unsupported(kind: ForeignKind, name: string): DecodeError {
  const code = kind === 'unknown' ? 'not-an-image' : `unsupported-${kind}`;
  return new DecodeError(code, reasons[kind](name));
}
