/** @file Unpacks a strip or tile of a TIFF file to as many bytes as it must hold. Pure. */
import { damaged, truncated } from '../errors';
import { inflate } from '../inflate';
import { COMPRESSION } from './layout';
import { unpackLzw } from './lzw';
import { told } from '../../../strings/words';

/** @throws DecodeError where the data are broken or give fewer than `size` bytes. */
export async function unpack(data: Uint8Array, compression: number, size: number): Promise<Uint8Array> {
  if (compression === COMPRESSION.none) return whole(data, data.length, size);
  if (compression === COMPRESSION.lzw || compression === COMPRESSION.packBits) {
    const output = new Uint8Array(size);
    const fill = compression === COMPRESSION.lzw ? unpackLzw : unpackBits;
    return whole(output, fill(data, output), size);
  }
  // A last strip may hold rows beyond the picture.
  const output = await inflate(data, 4 * size + 2 ** 16).catch(() => {
    throw damaged(told().pictures.notUnpacked);
  });
  return whole(output, output.length, size);
}

function whole(bytes: Uint8Array, length: number, size: number): Uint8Array {
  if (length < size) throw truncated();
  return bytes.subarray(0, size);
}

/** PackBits (TIFF 6.0 section 9): a count, then so many bytes, or one byte to repeat. @returns how many bytes. */
function unpackBits(data: Uint8Array, output: Uint8Array): number {
  let [at, written] = [0, 0];
  while (at < data.length && written < output.length) {
    const count = (data[at++]! << 24) >> 24;
    if (count === -128) continue;
    const length = count < 0 ? 1 - count : count + 1;
    const end = Math.min(output.length, written + length);
    if (count < 0) {
      output.fill(data[at++] ?? 0, written, end);
      written = end;
    } else {
      const part = data.subarray(at, at + end - written);
      output.set(part, written);
      at += length;
      written += part.length;
    }
  }
  return written;
}
