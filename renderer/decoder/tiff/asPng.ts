/**
 * @file Pixels that we decoded ourselves as a PNG with their colour profile, unpacked: the way to have Chromium convert
 * their colours. PNG specification, third edition; RFC 1950 and 1951. Pure.
 */
import { crc32 } from '../crc32';

/** Longest stored block of deflate. */
const BLOCK = 65_535;
const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/**
 * @param words [height, width] R G B x in memory
 * @param profile an ICC profile of RGB colours
 */
export function asPng(
  words: Uint32Array,
  width: number,
  height: number,
  profile: Uint8Array,
): Uint8Array<ArrayBuffer>[] {
  const size = new DataView(new ArrayBuffer(13));
  size.setUint32(0, width);
  size.setUint32(4, height);
  // 8 bits, RGB, the only compression, filter and order there are.
  [8, 2, 0, 0, 0].forEach((value, i) => size.setUint8(8 + i, value));
  // Name 'p', ended by 0, compression 0.
  const named = joined([Uint8Array.of(0x70, 0, 0), ...stored(profile)]);
  return [
    Uint8Array.from(SIGNATURE),
    ...chunk('IHDR', new Uint8Array(size.buffer)),
    ...chunk('iCCP', named),
    ...chunk('IDAT', joined(stored(rowsOf(words, width, height)))),
    ...chunk('IEND', new Uint8Array(0)),
  ];
}

/** Each row after a filter byte, 0: none. */
function rowsOf(words: Uint32Array, width: number, height: number): Uint8Array {
  const rows = new Uint8Array(height * (1 + 3 * width));
  let at = 0;
  for (let y = 0; y < height; y++) {
    at++;
    for (let x = 0; x < width; x++) {
      const word = words[y * width + x]!;
      rows[at++] = word & 255;
      rows[at++] = (word >>> 8) & 255;
      rows[at++] = (word >>> 16) & 255;
    }
  }
  return rows;
}

/** As zlib data whose deflate blocks are not compressed. */
function stored(bytes: Uint8Array): Uint8Array[] {
  const parts: Uint8Array[] = [Uint8Array.of(0x78, 0x01)];
  for (let at = 0; at < bytes.length; at += BLOCK) {
    const part = bytes.subarray(at, at + BLOCK);
    const [length, last] = [part.length, at + BLOCK >= bytes.length ? 1 : 0];
    parts.push(Uint8Array.of(last, length & 255, length >> 8, ~length & 255, (~length >> 8) & 255), part);
  }
  parts.push(bigEndian(adler32(bytes)));
  return parts;
}

function adler32(bytes: Uint8Array): number {
  let [a, b] = [1, 0];
  // So many sums of the largest bytes stay below 2 ** 32.
  for (let at = 0; at < bytes.length; at += 5552) {
    for (const byte of bytes.subarray(at, at + 5552)) {
      a += byte;
      b += a;
    }
    a %= 65_521;
    b %= 65_521;
  }
  return ((b << 16) | a) >>> 0;
}

function chunk(type: string, data: Uint8Array): Uint8Array<ArrayBuffer>[] {
  const typed = joined([Uint8Array.from([...type].map((letter) => letter.charCodeAt(0))), data]);
  return [bigEndian(data.length), typed, bigEndian(crc32(typed))];
}

const bigEndian = (value: number): Uint8Array<ArrayBuffer> =>
  Uint8Array.of(value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255);

function joined(parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
