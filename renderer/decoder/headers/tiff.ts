/**
 * @file Walks the directories of a TIFF structure, which EXIF data are too (TIFF 6.0 section 2). Nothing in it is
 * trusted: every read is checked, and no offset is followed twice. Pure.
 */
import { Bytes } from '../bytes';

const ASCII = 2;
const SHORT = 3;
const LONG = 4;
/** Bytes of a whole number of each type: BYTE, SHORT, LONG. */
const BYTES: Record<number, number> = { 1: 1, [SHORT]: 2, [LONG]: 4 };

export interface TiffEntry {
  tag: number;
  type: number;
  /** Values of `type`, not bytes. */
  count: number;
  /** Position of the four bytes that hold the value or where it lies. */
  at: number;
}

export class Tiff {
  private constructor(
    readonly file: Bytes,
    readonly little: boolean,
  ) {}

  /** null where the bytes do not begin as a TIFF structure does. */
  static open(data: Uint8Array): Tiff | null {
    const file = new Bytes(data);
    const little = file.has(0, 'II');
    return little || file.has(0, 'MM') ? new Tiff(file, little) : null;
  }

  /** Position of the first directory. */
  get first(): number {
    return this.file.u32(4, this.little);
  }

  /** The first entry of that tag; what follows it is not read. */
  find(directory: number, tag: number): TiffEntry | null {
    const { file, little } = this;
    const count = file.u16(directory, little);
    for (let i = 0; i < count; i++) {
      const at = directory + 2 + i * 12;
      if (file.u16(at, little) !== tag) continue;
      return { tag, type: file.u16(at + 2, little), count: file.u32(at + 4, little), at: at + 8 };
    }
    return null;
  }

  /** Whole numbers of the first directory's entry of that tag, at most `most`; none where there is no such entry. */
  values(tag: number, most: number): number[] {
    const entry = this.find(this.first, tag);
    const bytes = entry && BYTES[entry.type];
    if (!entry || !bytes) return [];
    const { file, little } = this;
    const start = entry.count * bytes <= 4 ? entry.at : file.u32(entry.at, little);
    const length = Math.min(entry.count, most);
    // Before room is made for as many as a hostile file says there are.
    if (length > 0) file.u8(start + length * bytes - 1);
    return Array.from({ length }, (_, i) => {
      const at = start + i * bytes;
      return bytes === 1 ? file.u8(at) : bytes === 2 ? file.u16(at, little) : file.u32(at, little);
    });
  }

  /** The bytes of the first directory's entry of that tag; null where there is none. Shares memory. */
  bytes(tag: number): Uint8Array | null {
    const entry = this.find(this.first, tag);
    if (!entry || entry.count <= 4) return null;
    const start = this.file.u32(entry.at, this.little);
    return this.file.slice(start, start + entry.count);
  }

  /** The entry's first value; null where it is no whole number. */
  number({ type, at }: TiffEntry): number | null {
    if (type === SHORT) return this.file.u16(at, this.little);
    return type === LONG ? this.file.u32(at, this.little) : null;
  }

  /** Bytes of the entry's first value that make it `value`; null where it is no whole number. */
  encode({ type }: TiffEntry, value: number): number[] | null {
    if (type !== SHORT && type !== LONG) return null;
    const bytes = type === SHORT ? [0, value] : [0, 0, 0, value];
    return this.little ? bytes.reverse() : bytes;
  }

  /** Up to `most` characters, Latin-1, ended by the first zero; null where the entry is no text. */
  text({ type, count, at }: TiffEntry, most: number): string | null {
    if (type !== ASCII) return null;
    const start = count <= 4 ? at : this.file.u32(at, this.little);
    return this.file.text(start, Math.min(count, most)).replace(/\0.*$/s, '');
  }
}
