/**
 * @file The bytes of an embeddings file. Everything little-endian, and aligned to 4 bytes. Pure. Runs in the engine.
 *
 *   header  4096 bytes: 'IMPRINTE', version, dimension, extra, length of the space in bytes (uint32 each), the space
 *           (UTF-8), zeros, CRC-32 of all before
 *   record  hash (32 bytes), values (float32 × dimension), extra (float32 × extra), CRC-32 of all before
 *
 * A record is whole or it is not there: whatever a crash left half-written fails its sum.
 */
import { Buffer } from 'node:buffer';
import { crc32 } from './crc32';
import { HASH_BYTES } from './key';

export const HEADER_BYTES = 4096;
const MAGIC = 'IMPRINTE';
export const VERSION = 1;
const SPACE_AT = 24;

/** What a file's records have in common. */
export interface Shape {
  /** Values of an embedding. */
  dimension: number;
  /** More float32 values beside it, such as the base head's best classes and their logits. */
  extra: number;
  /** Everything an embedding depends on besides the image's bytes. */
  space: string;
}

export interface EmbeddingRecord {
  /** 64 hexadecimal digits, see key.ts. */
  hash: string;
  /** [dimension] */
  values: Float32Array;
  /** [extra] */
  extra: Float32Array;
}

export const recordBytes = ({ dimension, extra }: Shape): number => HASH_BYTES + 4 * (dimension + extra) + 4;

/** @throws {Error} where the space does not fit: 4068 bytes of UTF-8. */
export function encodeHeader({ dimension, extra, space }: Shape): Uint8Array {
  const header = Buffer.alloc(HEADER_BYTES);
  const text = Buffer.from(space);
  if (SPACE_AT + text.length > HEADER_BYTES - 4)
    throw new Error(`The embedding space is too long: ${text.length} bytes.`);
  header.write(MAGIC, 'latin1');
  [VERSION, dimension, extra, text.length].forEach((value, i) => header.writeUInt32LE(value, 8 + 4 * i));
  text.copy(header, SPACE_AT);
  header.writeUInt32LE(crc32(wordsOf(header), 0, HEADER_BYTES / 4 - 1), HEADER_BYTES - 4);
  return header;
}

/** Whether these bytes are the header of a file of this shape. */
export function isHeader(bytes: Uint8Array, shape: Shape): boolean {
  return Buffer.compare(bytes, encodeHeader(shape)) === 0;
}

/** What a file's records have in common, by its first {@link HEADER_BYTES}; null where it is no such file. */
export function shapeOf(bytes: Uint8Array): Shape | null {
  if (bytes.length < HEADER_BYTES) return null;
  const header = Buffer.from(bytes.buffer, bytes.byteOffset, HEADER_BYTES);
  const [dimension, extra, length] = [12, 16, 20].map((at) => header.readUInt32LE(at)) as [
    ...[number, number, number],
  ];
  if (length > HEADER_BYTES - SPACE_AT - 4) return null;
  const shape = { dimension, extra, space: header.toString('utf8', SPACE_AT, SPACE_AT + length) };
  return isHeader(header, shape) ? shape : null;
}

/** One record in memory of its own. */
export function encodeRecord({ hash, values, extra }: EmbeddingRecord, shape: Shape): Uint8Array {
  const bytes = new Uint8Array(recordBytes(shape));
  bytes.set(Buffer.from(hash, 'hex'));
  new Float32Array(bytes.buffer, HASH_BYTES, shape.dimension).set(values);
  new Float32Array(bytes.buffer, HASH_BYTES + 4 * shape.dimension, shape.extra).set(extra);
  const words = new Int32Array(bytes.buffer);
  words[words.length - 1] = crc32(words, 0, words.length - 1) | 0;
  return bytes;
}

/** Several records, one after the other, as they lie in the file. */
export class Records {
  readonly count: number;
  readonly #words: Int32Array;
  readonly #bytes: Buffer;
  readonly #stride: number;

  /** @param bytes aligned to 4 bytes; a part of a record at the end is left out. */
  constructor(
    bytes: Uint8Array,
    private readonly shape: Shape,
  ) {
    this.#stride = recordBytes(shape);
    this.count = Math.floor(bytes.byteLength / this.#stride);
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, this.count * this.#stride);
    this.#words = wordsOf(this.#bytes);
  }

  isWhole(i: number): boolean {
    const [from, to] = [(i * this.#stride) / 4, ((i + 1) * this.#stride) / 4 - 1];
    return crc32(this.#words, from, to) === (this.#words[to] as number) >>> 0;
  }

  hash(i: number): string {
    return this.#bytes.toString('hex', i * this.#stride, i * this.#stride + HASH_BYTES);
  }

  /** A view, good as long as the bytes are. */
  values(i: number): Float32Array {
    return this.#floats(i, HASH_BYTES, this.shape.dimension);
  }

  /** A view, good as long as the bytes are. */
  extra(i: number): Float32Array {
    return this.#floats(i, HASH_BYTES + 4 * this.shape.dimension, this.shape.extra);
  }

  #floats(i: number, offset: number, length: number): Float32Array {
    return new Float32Array(this.#bytes.buffer, this.#bytes.byteOffset + i * this.#stride + offset, length);
  }
}

/** The same bytes as words. @throws {RangeError} where they are not aligned. */
function wordsOf(bytes: Uint8Array): Int32Array {
  return new Int32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
}
