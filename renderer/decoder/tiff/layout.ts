/**
 * @file How a TIFF file's first page lies in it: size, samples, strips or tiles, compression (TIFF 6.0 sections 3 to 9, 14
 * and 15; Adobe's Deflate). Whatever cannot be read is named. Pure.
 */
import { damaged, DecodeError } from '../errors';
import { Tiff } from '../headers/tiff';
import { told } from '../../../strings/words';

/** What is read. */
export const COMPRESSION = { none: 1, lzw: 5, deflate: 8, packBits: 32773, oldDeflate: 32946 };
export const PHOTOMETRIC = { whiteIsZero: 0, blackIsZero: 1, rgb: 2, palette: 3 };

export interface TiffLayout {
  width: number;
  height: number;
  /** Bits of a sample: 1, 2, 4, 8 or 16. */
  bits: number;
  /** Samples of a pixel. */
  samples: number;
  little: boolean;
  photometric: number;
  compression: number;
  /** Samples are differences to the pixel before. */
  differences: boolean;
  /** Each sample has pieces of its own. */
  planar: boolean;
  /** How the sample behind the colours is meant. */
  alpha: 'none' | 'associated' | 'plain';
  /** Size of a strip or tile, pixels. */
  piece: { width: number; height: number };
  /** Where the pieces lie, row by row, plane by plane. */
  offsets: number[];
  lengths: number[];
  /** 16-bit red values, then green, then blue. */
  palette: number[];
}

const TAG = {
  ...{
    width: 256,
    height: 257,
    bits: 258,
    compression: 259,
    photometric: 262,
    stripOffsets: 273,
    samples: 277,
  },
  ...{ rowsPerStrip: 278, stripLengths: 279, planar: 284, predictor: 317, palette: 320, tileWidth: 322 },
  ...{ tileHeight: 323, tileOffsets: 324, tileLengths: 325, extraSamples: 338, sampleFormat: 339 },
};
const NAMES: Record<number, string> = {
  2: 'fax',
  3: 'fax',
  4: 'fax',
  6: 'JPEG',
  7: 'JPEG',
  50000: 'Zstandard',
};
/** A piece's pixels: no file has larger ones, but a hostile one may say so. */
const MOST_IN_PIECE = 2 ** 24;

/** @throws DecodeError where the file is damaged, or of a kind that is not read. */
export function readLayout(data: Uint8Array): TiffLayout {
  const tiff = Tiff.open(data);
  if (!tiff) throw damaged(told().pictures.noTiff);
  const one = (tag: number, otherwise: number): number => tiff.values(tag, 1)[0] ?? otherwise;
  const [width, height] = [one(TAG.width, 0), one(TAG.height, 0)];
  const layout = {
    ...{ width, height, little: tiff.little },
    ...{ bits: one(TAG.bits, 1), samples: one(TAG.samples, 1), photometric: one(TAG.photometric, 1) },
    ...{ compression: one(TAG.compression, 1), differences: one(TAG.predictor, 1) === 2 },
    ...{ planar: one(TAG.planar, 1) === 2, alpha: alphaOf(one(TAG.extraSamples, 0)) },
  };
  refuseStrange(layout, one(TAG.sampleFormat, 1), one(TAG.predictor, 1), tiff.values(TAG.bits, 16));
  return { ...layout, ...piecesOf(tiff, layout, one), palette: paletteOf(tiff, layout) };
}

type Basics = Omit<TiffLayout, 'piece' | 'offsets' | 'lengths' | 'palette'>;

const alphaOf = (meaning: number): TiffLayout['alpha'] =>
  meaning === 1 ? 'associated' : meaning === 2 ? 'plain' : 'none';

function refuseStrange(layout: Basics, format: number, predictor: number, bits: number[]): void {
  const { compression, photometric, samples } = layout;
  if (!Object.values(COMPRESSION).includes(compression))
    throw unread(told().pictures.compressedBy(NAMES[compression] ?? told().pictures.aMethod(compression)));
  if (photometric > PHOTOMETRIC.palette) throw unread(told().pictures.inColours);
  const strange = ![1, 2, 4, 8, 16].includes(layout.bits) || bits.some((each) => each !== layout.bits);
  if (strange || format !== 1) throw unread(told().pictures.withValues(layout.bits, format));
  if (predictor > 2 || (predictor === 2 && layout.bits < 8)) throw unread(told().pictures.withPredictor);
  const colours = photometric === PHOTOMETRIC.rgb ? 3 : 1;
  if (samples < colours || samples > 16) throw damaged(told().pictures.samplesAPixel(samples));
}

function unread(what: string): DecodeError {
  const reason = told().pictures.tiffNotRead(what);
  return new DecodeError('unsupported-tiff', reason);
}

function piecesOf(
  tiff: Tiff,
  { width, height, planar, samples }: Basics,
  one: (tag: number, otherwise: number) => number,
): Pick<TiffLayout, 'piece' | 'offsets' | 'lengths'> {
  const tiled = one(TAG.tileWidth, 0) > 0;
  const piece = tiled
    ? { width: one(TAG.tileWidth, 0), height: one(TAG.tileHeight, 0) }
    : { width, height: Math.min(height, one(TAG.rowsPerStrip, height)) };
  const area = piece.width * piece.height;
  if (area === 0 || area > Math.max(MOST_IN_PIECE, width * height))
    throw damaged(told().pictures.piecesHave(piece.width, piece.height));
  const count = Math.ceil(width / piece.width) * Math.ceil(height / piece.height) * (planar ? samples : 1);
  const offsets = tiff.values(tiled ? TAG.tileOffsets : TAG.stripOffsets, count);
  const lengths = tiff.values(tiled ? TAG.tileLengths : TAG.stripLengths, count);
  if (offsets.length < count || lengths.length < count) throw damaged(told().pictures.noPlaces);
  return { piece, offsets, lengths };
}

function paletteOf(tiff: Tiff, { photometric, bits }: Basics): number[] {
  if (photometric !== PHOTOMETRIC.palette) return [];
  const palette = bits <= 8 ? tiff.values(TAG.palette, 3 * 2 ** bits) : [];
  if (palette.length !== 3 * 2 ** bits) throw damaged(told().pictures.noColours);
  return palette;
}
