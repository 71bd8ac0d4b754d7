/**
 * @file From a piece's unpacked bytes to 8-bit samples: differences summed, 16 bits cut to the upper 8, fewer spread over
 * 0 to 255 (but for palettes, whose samples are numbers of colours). Pure.
 */
import { PHOTOMETRIC, type TiffLayout } from './layout';

/** Bytes of a row of so many samples. */
export const rowBytes = (samples: number, bits: number): number => Math.ceil((samples * bits) / 8);

/**
 * @param bytes the piece, row by row; changed in place
 * @param perPixel samples of a pixel in this piece
 * @returns [height, width · perPixel]
 */
export function samplesOf(bytes: Uint8Array, layout: TiffLayout, perPixel: number): Uint8Array {
  const { piece, bits } = layout;
  const across = piece.width * perPixel;
  const output = new Uint8Array(piece.height * across);
  const stride = rowBytes(across, bits);
  const read = bits === 16 ? readWide : bits === 8 ? readBytes : readBits;
  for (let row = 0; row < piece.height; row++) {
    const line = bytes.subarray(row * stride, (row + 1) * stride);
    read(line, output.subarray(row * across, (row + 1) * across), layout, perPixel);
  }
  return output;
}

type Read = (line: Uint8Array, output: Uint8Array, layout: TiffLayout, perPixel: number) => void;

const readBytes: Read = (line, output, { differences }, perPixel) => {
  output.set(line);
  for (let i = perPixel; differences && i < output.length; i++) output[i]! += output[i - perPixel]!;
};

const readWide: Read = (line, output, { differences, little }, perPixel) => {
  const [low, high] = little ? [0, 1] : [1, 0];
  const sums = new Uint16Array(perPixel);
  for (let i = 0; i < output.length; i++) {
    const value = line[2 * i + low]! | (line[2 * i + high]! << 8);
    const sum = differences ? (sums[i % perPixel]! += value) : value;
    output[i] = (sum & 0xffff) >> 8;
  }
};

const readBits: Read = (line, output, { bits, photometric }) => {
  const most = 2 ** bits - 1;
  const factor = photometric === PHOTOMETRIC.palette ? 1 : 255 / most;
  for (let i = 0; i < output.length; i++) {
    const bit = i * bits;
    output[i] = ((line[bit >> 3]! >> (8 - bits - (bit & 7))) & most) * factor;
  }
};
