/**
 * @file Walks the directories of a TIFF structure, which EXIF data are too (TIFF 6.0 section 2). Nothing in it is
 * trusted: every read is checked, and no offset is followed twice. Pure.
 */
import { Bytes } from '../bytes';

const ASCII = 2;
const SHORT = 3;
const LONG = 4;

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
