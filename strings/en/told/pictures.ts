/** @file Why a picture could not be read. What begins small completes 'The file is damaged: …'. */
import type { ForeignKind } from '../../../renderer/decoder/sniff';

const CONVERT = 'Save it as JPEG or PNG to use it here.';

/** `name` is the precise kind, such as 'Nikon NEF'. */
const unsupported: Record<ForeignKind, (name: string) => string> = {
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

export const pictures = {
  cutOff:
    'The file ends too early: part of the picture is missing. Copy it again from the camera or the backup.',
  isDamaged: (what: string): string =>
    `The file is damaged: ${what}. Try another copy of it, or save it again in an image editor.`,
  isTooLarge: (what: string): string => `${what} Save a smaller copy of it to use it here.`,
  couldNotBeDecoded: (detail: string): string =>
    `The picture could not be decoded (${detail}). Try saving it again as JPEG or PNG.`,
  couldNotBeRead:
    'The file could not be read. It may have been moved or deleted, or you may not be allowed to read it. Check it and rescan.',
  megapixels: (Math: number): string => `${Math} megapixels`,
  manyBytes: (Math: number, value: number): string =>
    `The file has ${Math} MB; at most ${value} MB can be read.`,
  hasPixels: (width: number, height: number): string => `The picture has ${width} × ${height} pixels`,
  manyPixels: (size: string, megapixels: string, megapixels2: string): string =>
    `${size} (${megapixels}); at most ${megapixels2} can be read.`,
  manyWhole: (size: string, megapixels: string): string =>
    `${size} and must be decoded whole; at most ${megapixels} can be.`,
  longSide: (size: string, most: number): string => `${size}; at most ${most} on a side can be read.`,
  highDynamicRange:
    'This HEIC picture has colours of high dynamic range, which cannot be converted yet. Export it as JPEG to use it here.',
  noPictureIn: (name: string): string => `its ${name} header describes no picture`,
  noSizeIn: (name: string): string => `its ${name} header gives no size`,
  jpegHeader: 'its JPEG header describes no picture',
  pngHeader: 'its PNG header describes no picture',
  webpHeader: 'its WebP header describes no picture',
  isEmpty: 'The file is empty (0 bytes). Copy it again from the camera or the backup.',
  headerSays: (width: number, height: number): string => `its header says ${width} × ${height} pixels`,
  twoSizes: 'it names two different sizes',
  otherSize: 'its picture has another size',
  otherHeic: 'This HEIC picture is of a kind that cannot be read yet. Export it as JPEG to use it here.',
  pixelsUndecoded: 'its pixels cannot be decoded',
  noHeicLibrary:
    'HEIC photos cannot be read: the library for them could not be loaded. Install the program again, or export the photo as JPEG.',
  headerWhole: (detail: string): string => `its header is whole but its pixels cannot be decoded (${detail})`,
  headerPromises: (width: number, height: number, width2: number, height2: number): string =>
    `its header promises ${width} × ${height} pixels, its picture has ${width2} × ${height2}`,
  noTiff: 'it does not begin as a TIFF file',
  inColours: 'in colours (such as CMYK or Lab) that are',
  withValues: (bits: number, format: number): string => `with values (${bits} bits, kind ${format}) that are`,
  withPredictor: 'with a predictor that is',
  samplesAPixel: (samples: number): string => `it has ${samples} samples a pixel`,
  tiffNotRead: (what: string): string =>
    `This is a TIFF picture ${what} not read. Save it as JPEG, PNG or plain TIFF to use it here.`,
  piecesHave: (width: number, height: number): string => `its pieces have ${width} × ${height} pixels`,
  noPlaces: 'it does not say where its pixels are',
  noColours: 'its colours are missing',
  lzwBroken: 'its LZW data are broken',
  notUnpacked: 'its pixels cannot be unpacked',
  unsupported,
  compressedBy: (name: string): string => `compressed by ${name} that is`,
  aMethod: (number: number): string => `a method (${number})`,
};
