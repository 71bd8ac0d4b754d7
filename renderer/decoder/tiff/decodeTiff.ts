/**
 * @file Decodes a TIFF file's first page, strip by strip or tile by tile. Loaded when such a file comes. Pure.
 *
 * Own code and no library: those for browsers trust what a file says of itself, follow its offsets without end and take
 * memory as it asks for.
 */
import { truncated } from '../errors';
import { addWhite, onWhite } from '../onWhite';
import { PHOTOMETRIC, readLayout, type TiffLayout } from './layout';
import { rowBytes, samplesOf } from './samples';
import { unpack } from './unpack';

export interface Decoded {
  width: number;
  height: number;
  /** R G B 255 in memory, row by row, as stored: not turned. Transparency lies on white. */
  words: Uint32Array<ArrayBuffer>;
}

/** @throws DecodeError where the file is damaged, or of a kind that is not read. */
export async function decodeTiff(data: Uint8Array): Promise<Decoded> {
  const layout = readLayout(data);
  const { width, height } = layout;
  const words = new Uint32Array(width * height);
  const planes = layout.planar ? await readPlanes(data, layout) : null;
  if (planes) paint(words, layout, planes, 1, { left: 0, top: 0, width, height, stride: width });
  else
    await eachPiece(data, layout, 0, layout.samples, (samples, area) =>
      paint(words, layout, [samples], layout.samples, area),
    );
  return { width, height, words };
}

/** The part of the picture that a piece covers, and how many pixels of the piece a row has. */
interface Area {
  left: number;
  top: number;
  width: number;
  height: number;
  stride: number;
}

async function eachPiece(
  data: Uint8Array,
  layout: TiffLayout,
  plane: number,
  perPixel: number,
  take: (samples: Uint8Array, area: Area) => void,
): Promise<void> {
  const { width, height, piece, bits, compression, offsets, lengths } = layout;
  const across = Math.ceil(width / piece.width);
  const count = across * Math.ceil(height / piece.height);
  const stride = rowBytes(piece.width * perPixel, bits);
  for (let i = 0; i < count; i++) {
    const [left, top] = [(i % across) * piece.width, Math.floor(i / across) * piece.height];
    const rows = Math.min(piece.height, height - top);
    const [start, length] = [offsets[plane * count + i]!, lengths[plane * count + i]!];
    if (start + length > data.length) throw truncated();
    // The last strip may be shorter than the others.
    const bytes = new Uint8Array(piece.height * stride);
    bytes.set(await unpack(data.subarray(start, start + length), compression, rows * stride));
    const area = { left, top, width: Math.min(piece.width, width - left), height: rows, stride: piece.width };
    take(samplesOf(bytes, layout, perPixel), area);
  }
}

async function readPlanes(data: Uint8Array, layout: TiffLayout): Promise<Uint8Array[]> {
  const { width, height, samples } = layout;
  const planes: Uint8Array[] = [];
  for (let plane = 0; plane < Math.min(samples, 4); plane++) {
    const whole = new Uint8Array(width * height);
    await eachPiece(data, layout, plane, 1, (part, area) => {
      for (let y = 0; y < area.height; y++)
        whole.set(
          part.subarray(y * area.stride, y * area.stride + area.width),
          (area.top + y) * width + area.left,
        );
    });
    planes.push(whole);
  }
  return planes;
}

/** @param sources one with all samples of each pixel, `step` of them; or one for each sample, of `step` 1 */
function paint(
  words: Uint32Array,
  layout: TiffLayout,
  sources: Uint8Array[],
  step: number,
  { left, top, width, height, stride }: Area,
): void {
  const of = (channel: number): Channel =>
    sources.length > 1
      ? { from: sources[channel] ?? sources[0]!, at: 0 }
      : { from: sources[0]!, at: channel };
  const colours = colourReader(layout, of);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      words[(top + y) * layout.width + left + x] = colours((y * stride + x) * step);
}

interface Channel {
  from: Uint8Array;
  at: number;
}

/** The word of the pixel whose samples begin at a place. */
function colourReader(layout: TiffLayout, of: (channel: number) => Channel): (place: number) => number {
  const { photometric, palette, samples, alpha } = layout;
  const word = (r: number, g: number, b: number): number => (0xff000000 | (b << 16) | (g << 8) | r) >>> 0;
  const [one, two, three] = [of(0), of(1), of(2)];
  if (photometric === PHOTOMETRIC.palette) {
    const size = palette.length / 3;
    const colours = Array.from({ length: size }, (_, i) =>
      word(palette[i]! >> 8, palette[size + i]! >> 8, palette[2 * size + i]! >> 8),
    );
    return (place) => colours[one.from[place + one.at]!]!;
  }
  const rgb = photometric === PHOTOMETRIC.rgb;
  const invert = photometric === PHOTOMETRIC.whiteIsZero ? 255 : 0;
  const clear = alpha !== 'none' && samples > (rgb ? 3 : 1) ? of(rgb ? 3 : 1) : null;
  return (place) => {
    const r = one.from[place + one.at]! ^ invert;
    const g = rgb ? two.from[place + two.at]! : r;
    const b = rgb ? three.from[place + three.at]! : r;
    if (!clear) return word(r, g, b);
    const a = clear.from[place + clear.at]!;
    const lay = alpha === 'plain' ? onWhite : addWhite;
    return word(lay(r, a), lay(g, a), lay(b, a));
  };
}
