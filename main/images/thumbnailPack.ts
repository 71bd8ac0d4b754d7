/**
 * @file One pack of thumbnails: a file of JPEGs, one after the other, and beside it the index that says where each one
 * is. Both only grow, and only in the process that made them; later a pack is only read. Runs in main.
 *
 *   NAME.pack   JPEGs, each filled up with zeros to 4 bytes
 *   NAME.idx    52 bytes each: hash (32), decoder version, offset, length, CRC-32 of the JPEG, CRC-32 of all before
 *
 * Nothing is synced. What a crash tears fails its sum, is not given out, and is made again.
 */
import { promises as fs } from 'node:fs';
import { crc32 } from '../engine/embeddings/crc32';

const ENTRY_BYTES = 52;
const NOTHING = Buffer.alloc(0);
const ENTRY_WORDS = ENTRY_BYTES / 4;

export interface PackEntry {
  /** SHA-256 of the image file, lower-case hex. */
  hash: string;
  decoder: number;
  offset: number;
  /** Bytes of the JPEG. */
  length: number;
  sum: number;
}

export class ThumbnailPack {
  /** Bytes of the JPEGs so far. */
  size = 0;
  #indexed = 0;
  /** Opened at the first use, once for all who ask. */
  #packFile: Promise<fs.FileHandle> | null = null;
  #indexFile: fs.FileHandle | null = null;

  /** @param base the pack's path without its ending. */
  constructor(
    readonly base: string,
    /** When it was last used, ms since 1970, as far as is known. */
    public usedAt: number,
  ) {}

  /** A new pack that this process may add to. @throws the system's error. */
  static async create(base: string): Promise<ThumbnailPack> {
    const pack = new ThumbnailPack(base, Date.now());
    pack.#packFile = fs.open(`${base}.pack`, 'wx+');
    await pack.#packFile;
    pack.#indexFile = await fs.open(`${base}.idx`, 'wx');
    return pack;
  }

  /** Entries that were added since the last call, by whichever process. Damaged ones are left out. */
  async readEntries(): Promise<PackEntry[]> {
    const bytes = new Uint8Array(await fs.readFile(`${this.base}.idx`));
    const { size } = await fs.stat(`${this.base}.pack`);
    this.size = size;
    const entries: PackEntry[] = [];
    for (; (this.#indexed + 1) * ENTRY_BYTES <= bytes.length; this.#indexed++) {
      const entry = decodeEntry(bytes.slice(this.#indexed * ENTRY_BYTES, (this.#indexed + 1) * ENTRY_BYTES));
      if (entry && entry.offset + entry.length <= size) entries.push(entry);
    }
    return entries;
  }

  /** All entries of these hashes, of whichever decoder; none where the pack is gone. */
  async entriesOf(hashes: ReadonlySet<string>): Promise<PackEntry[]> {
    const bytes = new Uint8Array(await fs.readFile(`${this.base}.idx`).catch(() => NOTHING));
    const count = Math.floor(bytes.length / ENTRY_BYTES);
    const entries = Array.from({ length: count }, (_, i) =>
      decodeEntry(bytes.slice(i * ENTRY_BYTES, (i + 1) * ENTRY_BYTES)),
    );
    return entries.filter((entry) => entry !== null).filter(({ hash }) => hashes.has(hash));
  }

  /** The JPEG, or null where it is not as it was written. */
  async read({ offset, length, sum }: PackEntry): Promise<Buffer | null> {
    this.#packFile ??= fs.open(`${this.base}.pack`, 'r');
    const padded = new Uint8Array(pad(length));
    const { bytesRead } = await (await this.#packFile).read(padded, 0, padded.length, offset);
    if (bytesRead < length || crc32(new Int32Array(padded.buffer)) !== sum) return null;
    return Buffer.from(padded.buffer, 0, length);
  }

  /** Adds a JPEG; one at a time. @throws the system's error: nothing may be added to this pack any more. */
  async add(hash: string, decoder: number, jpeg: Uint8Array): Promise<PackEntry> {
    if (!this.#indexFile || !this.#packFile) throw new Error('This pack is not ours to add to.');
    const padded = new Uint8Array(pad(jpeg.length));
    padded.set(jpeg);
    const sum = crc32(new Int32Array(padded.buffer));
    const entry = { hash, decoder, offset: this.size, length: jpeg.length, sum };
    await writeWhole(await this.#packFile, padded, this.size);
    await writeWhole(this.#indexFile, encodeEntry(entry), this.#indexed * ENTRY_BYTES);
    this.size += padded.length;
    this.#indexed++;
    return entry;
  }

  /** Notes on the disk that it was used, for whoever looks for the one that was used least recently. */
  async touch(now: number): Promise<void> {
    this.usedAt = now;
    await fs.utimes(`${this.base}.idx`, now / 1000, now / 1000);
  }

  async close(): Promise<void> {
    const [pack, index] = [await this.#packFile?.catch(() => null), this.#indexFile];
    this.#packFile = this.#indexFile = null;
    await pack?.close();
    await index?.close();
  }

  async remove(): Promise<void> {
    await this.close();
    await fs.rm(`${this.base}.idx`, { force: true });
    await fs.rm(`${this.base}.pack`, { force: true });
  }
}

const pad = (length: number): number => Math.ceil(length / 4) * 4;

async function writeWhole(file: fs.FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    done += (await file.write(bytes, done, bytes.length - done, position + done)).bytesWritten;
  }
}

function encodeEntry({ hash, decoder, offset, length, sum }: PackEntry): Uint8Array {
  const words = new Int32Array(ENTRY_WORDS);
  const bytes = new Uint8Array(words.buffer);
  bytes.set(Buffer.from(hash, 'hex'));
  words.set([decoder, offset, length, sum], 8);
  words[ENTRY_WORDS - 1] = crc32(words, 0, ENTRY_WORDS - 1);
  return bytes;
}

/** @param bytes an entry in memory of its own. */
function decodeEntry(bytes: Uint8Array): PackEntry | null {
  const words = new Uint32Array(bytes.buffer);
  const [decoder = 0, offset = 0, length = 0, sum = 0, own] = words.subarray(8);
  if (crc32(new Int32Array(bytes.buffer), 0, ENTRY_WORDS - 1) !== own) return null;
  return { hash: Buffer.from(bytes.buffer, 0, 32).toString('hex'), decoder, offset, length, sum };
}
