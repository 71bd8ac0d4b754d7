/**
 * @file Unpacks TIFF's LZW (TIFF 6.0 section 13): codes of 9 to 12 bits, the highest first. Pure.
 */
import { damaged } from '../errors';
import { told } from '../../../strings/words';

const CLEAR = 256;
const END = 257;
const MOST_CODES = 4096;

/** Fills `output` as far as the data go. @returns how many bytes. @throws DecodeError where a code stands for nothing. */
export function unpackLzw(data: Uint8Array, output: Uint8Array): number {
  /** Each code is where its string lies in the output, which holds every string by then. */
  const starts = new Uint32Array(MOST_CODES);
  const lengths = new Uint16Array(MOST_CODES);
  let [next, width, bits, held, at, written] = [END + 1, 9, 0, 0, 0, 0];
  let before = -1;
  while (written < output.length) {
    while (held < width && at < data.length) {
      bits = ((bits << 8) | data[at++]!) & 0xffffff;
      held += 8;
    }
    if (held < width) break;
    const code = (bits >>> (held - width)) & ((1 << width) - 1);
    held -= width;
    if (code === END) break;
    if (code === CLEAR) {
      [next, width, before] = [END + 1, 9, -1];
      continue;
    }
    if (code > next || (code === next && before < 0)) throw damaged(told().pictures.lzwBroken);
    const start = written;
    if (code < CLEAR) output[written++] = code;
    else written = copy(output, code === next ? before : starts[code]!, lengthOf(code), written);
    // What came before and this string's first byte: they lie next to each other.
    if (before >= 0 && next < MOST_CODES) {
      starts[next] = before;
      lengths[next] = Math.min(start - before + 1, 0xffff);
      next++;
    }
    before = start;
    if (next >= (1 << width) - 1 && width < 12) width++;
  }
  return written;

  function lengthOf(code: number): number {
    return code === next ? written - before + 1 : lengths[code]!;
  }
}

/** Byte by byte: a string may run into itself. */
function copy(output: Uint8Array, from: number, length: number, to: number): number {
  const end = Math.min(output.length, to + length);
  for (let read = from; to < end; read++, to++) output[to] = output[read]!;
  return to;
}
