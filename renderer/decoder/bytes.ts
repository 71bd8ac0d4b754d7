/**
 * @file Reads numbers and names from a file's bytes; a read past the end is the file's fault ('truncated'), never a
 * RangeError. Pure.
 */
import { truncated } from './errors';

export class Bytes {
  readonly length: number;
  private readonly view: DataView;

  constructor(readonly data: Uint8Array) {
    this.length = data.length;
    this.view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  }

  u8(at: number): number {
    this.need(at, 1);
    return this.view.getUint8(at);
  }

  u16(at: number, littleEndian = false): number {
    this.need(at, 2);
    return this.view.getUint16(at, littleEndian);
  }

  u24(at: number, littleEndian = false): number {
    const [low, high] = littleEndian ? [at, at + 2] : [at + 2, at];
    return this.u8(low) | (this.u8(at + 1) << 8) | (this.u8(high) << 16);
  }

  u32(at: number, littleEndian = false): number {
    this.need(at, 4);
    return this.view.getUint32(at, littleEndian);
  }

  i32(at: number, littleEndian = false): number {
    return this.u32(at, littleEndian) | 0;
  }

  /** Four characters, such as a chunk's or box's type. */
  name(at: number): string {
    return this.text(at, 4);
  }

  /** `length` bytes as Latin-1. */
  text(at: number, length: number): string {
    this.need(at, length);
    return String.fromCharCode(...this.data.subarray(at, at + length));
  }

  /** Whether these characters (Latin-1) stand at `at`; false past the end. */
  has(at: number, text: string): boolean {
    if (at < 0 || at + text.length > this.length) return false;
    for (let i = 0; i < text.length; i++) if (this.data[at + i] !== text.charCodeAt(i)) return false;
    return true;
  }

  /** The bytes from `from` up to `to`, or to the end where there are fewer. Shares memory. */
  slice(from: number, to: number): Uint8Array {
    return this.data.subarray(Math.min(from, this.length), Math.min(to, this.length));
  }

  private need(at: number, count: number): void {
    if (at < 0 || at + count > this.length) throw truncated();
  }
}
