/** @file One embeddings file: finding its whole records, reading them, and adding more at its end. Runs in the engine. */
import fs from 'node:fs';
import { promisify } from 'node:util';
import { encodeHeader, HEADER_BYTES, isHeader, recordBytes, Records } from './layout';
import type { Shape } from './layout';

const CHUNK_BYTES = 4 << 20;
const fsync = promisify(fs.fsync);

export class RecordFile {
  /** By hash: which record of the file it is. */
  readonly #places = new Map<string, number>();
  readonly #stride: number;
  /** Records up to the last whole one; what a crash left behind it is written over. */
  #count = 0;
  /** Records before that which are not whole, and a file that was no such file. */
  damaged = 0;

  private constructor(
    private readonly fd: number,
    private readonly shape: Shape,
  ) {
    this.#stride = recordBytes(shape);
  }

  /**
   * Opens the file, or begins it, and checks every record.
   * @returns null where there is no such file and `readOnly` forbids to make one.
   * @throws the system's error.
   */
  static open(file: string, shape: Shape, readOnly: boolean): RecordFile | null {
    const { O_RDWR, O_CREAT } = fs.constants;
    if (readOnly && !fs.existsSync(file)) return null;
    const opened = new RecordFile(fs.openSync(file, readOnly ? 'r' : O_RDWR | O_CREAT), shape);
    try {
      if (opened.#hasHeader() || !readOnly) {
        opened.#readPlaces();
        return opened;
      }
      opened.close();
      return null;
    } catch (error) {
      opened.close();
      throw error;
    }
  }

  get size(): number {
    return this.#places.size;
  }

  has(hash: string): boolean {
    return this.#places.has(hash);
  }

  hashes(): Iterable<string> {
    return this.#places.keys();
  }

  /** One record in memory of its own, or null where there is none or it is no longer whole. */
  read(hash: string): Records | null {
    const place = this.#places.get(hash);
    if (place === undefined) return null;
    const records = new Records(
      readAt(this.fd, this.#position(place), new Uint8Array(this.#stride)),
      this.shape,
    );
    if (records.count === 1 && records.isWhole(0)) return records;
    this.#places.delete(hash);
    return null;
  }

  /** Every whole record once: `i` in `records`. Views into them are good during the call only. */
  visit(each: (records: Records, i: number) => void): void {
    this.#eachRecord((records, i, place) => {
      if (this.#places.get(records.hash(i)) === place) each(records, i);
    });
  }

  /** Adds encoded records. @throws the system's error; the file is then as it was. */
  add(added: ReadonlyMap<string, Uint8Array>): void {
    const end = this.#position(this.#count);
    try {
      writeAt(this.fd, end, Buffer.concat([...added.values()]));
    } catch (error) {
      fs.ftruncateSync(this.fd, end);
      throw error;
    }
    for (const hash of added.keys()) this.#places.set(hash, this.#count++);
  }

  /** Answers when what was added is on the disk. */
  sync(): Promise<void> {
    return fsync(this.fd);
  }

  close(): void {
    fs.closeSync(this.fd);
  }

  #hasHeader(): boolean {
    return isHeader(readAt(this.fd, 0, new Uint8Array(HEADER_BYTES)), this.shape);
  }

  #readPlaces(): void {
    if (!this.#hasHeader()) return this.#begin();
    let broken = 0;
    this.#eachRecord((records, i, place) => {
      if (!records.isWhole(i)) return void broken++;
      if (!this.#places.has(records.hash(i))) this.#places.set(records.hash(i), place);
      this.#count = place + 1;
      this.damaged = broken;
    });
  }

  /** A file that is not ours, or was cut off before it held anything. */
  #begin(): void {
    if (fs.fstatSync(this.fd).size > HEADER_BYTES) this.damaged = 1;
    fs.ftruncateSync(this.fd, 0);
    writeAt(this.fd, 0, encodeHeader(this.shape));
  }

  #eachRecord(each: (records: Records, i: number, place: number) => void): void {
    const chunk = new Uint8Array(Math.max(1, Math.floor(CHUNK_BYTES / this.#stride)) * this.#stride);
    for (let place = 0; ;) {
      const records = new Records(readAt(this.fd, this.#position(place), chunk), this.shape);
      for (let i = 0; i < records.count; i++) each(records, i, place + i);
      if (records.count * this.#stride < chunk.length) return;
      place += records.count;
    }
  }

  #position(place: number): number {
    return HEADER_BYTES + place * this.#stride;
  }
}

/** Fills `into`, from a position; answers with less of it at the end of the file. */
export function readAt(fd: number, position: number, into: Uint8Array): Uint8Array {
  let done = 0;
  while (done < into.length) {
    const read = fs.readSync(fd, into, done, into.length - done, position + done);
    if (read === 0) break;
    done += read;
  }
  return into.subarray(0, done);
}

export function writeAt(fd: number, position: number, bytes: Uint8Array): void {
  let done = 0;
  while (done < bytes.length) done += fs.writeSync(fd, bytes, done, bytes.length - done, position + done);
}
