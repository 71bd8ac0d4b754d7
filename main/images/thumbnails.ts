/**
 * @file Thumbnails of all projects in the user's cache, by the content of the image: a moved or copied file has its
 * thumbnail already. Bounded: what was used least recently goes. Runs in main.
 *
 * Each process adds to a pack of its own and reads everyone's, so no process waits for another.
 */
import { randomBytes } from 'node:crypto';
import { promises as fs } from 'node:fs';
import path from 'node:path';
import { syncFolder } from '../projects/files';
import { DECODER_VERSION } from './decoder/protocol';
import { ThumbnailPack } from './thumbnailPack';
import type { PackEntry } from './thumbnailPack';
import { packsToEvict, packsToMerge, removeOrphans } from './thumbnailUpkeep';

export interface ThumbnailOptions {
  /** Bytes on the disk; 1 GB unless given, which is about 85,000 thumbnails. */
  limit?: number;
  /** Thumbnails that another version of the decoder made are not given out. */
  decoder?: number;
}

const GIGABYTE = 2 ** 30;
const PACK_BYTES = 64 * 2 ** 20;
/** How often packs of other processes are looked for, and uses are noted on the disk, ms. */
const LOOK_AGAIN = 2000;
const NOTE_USE = 60 * 60_000;

interface Place {
  pack: ThumbnailPack;
  entry: PackEntry;
}

export class ThumbnailStore {
  readonly #packs = new Map<string, ThumbnailPack>();
  readonly #places = new Map<string, Place>();
  /** On their way to the disk. */
  readonly #writing = new Map<string, Buffer>();
  #own: ThumbnailPack | null = null;
  #queue: Promise<unknown> = Promise.resolve();
  #lookedAt = 0;

  private constructor(
    private folder: string,
    private limit: number,
    private readonly decoder: number,
  ) {}

  /** @throws the system's error where the folder cannot be made or listed. */
  static async open(folder: string, options: ThumbnailOptions = {}): Promise<ThumbnailStore> {
    const { limit = GIGABYTE, decoder = DECODER_VERSION } = options;
    await fs.mkdir(folder, { recursive: true });
    const store = new ThumbnailStore(folder, limit, decoder);
    await removeOrphans(folder, Date.now());
    await store.#look();
    await store.#evict();
    await store.#merge();
    return store;
  }

  /** Whether there is a thumbnail as far as is known; `get` looks again. */
  has(hash: string): boolean {
    return this.#places.has(hash) || this.#writing.has(hash);
  }

  /**
   * The JPEG of an image, or null where there is none (any more): make it again.
   * @param hash SHA-256 of the image file, lower-case hex.
   */
  async get(hash: string): Promise<Buffer | null> {
    const writing = this.#writing.get(hash);
    if (writing) return writing;
    if (!this.#places.has(hash) && Date.now() - this.#lookedAt > LOOK_AGAIN) await this.#look();
    const place = this.#places.get(hash);
    if (!place) return null;
    const jpeg = await place.pack.read(place.entry).catch(() => null); // Another process may have removed the pack.
    if (!jpeg) this.#places.delete(hash);
    else if (Date.now() - place.pack.usedAt > NOTE_USE)
      await place.pack.touch(Date.now()).catch(() => undefined);
    return jpeg;
  }

  /** Keeps a thumbnail; nothing happens where there is one. @throws the system's error where it cannot be kept. */
  async put(hash: string, jpeg: Uint8Array): Promise<void> {
    if (this.has(hash)) return;
    this.#writing.set(hash, Buffer.from(jpeg));
    const written = this.#queue.then(() => this.#write(hash, jpeg));
    this.#queue = written.catch(() => undefined);
    await written.finally(() => this.#writing.delete(hash));
  }

  /** Bytes and number of the thumbnails that there are of these. */
  async countOf(hashes: ReadonlySet<string>): Promise<{ count: number; bytes: number }> {
    await this.#queue;
    await this.#look();
    const found = (await this.#packsWith(hashes)).flatMap(({ entries }) => entries);
    return {
      count: new Set(found.map(({ hash }) => hash)).size,
      bytes: found.reduce((sum, { length }) => sum + length, 0),
    };
  }

  /**
   * Removes thumbnails from the disk: their packs go, and what else was in these is copied to one of our own. Another process
   * that reads them finds them gone and makes its own anew.
   * @throws the system's error
   */
  forget(hashes: ReadonlySet<string>): Promise<void> {
    return this.#inTurn(() => this.#forget(hashes));
  }

  async #forget(hashes: ReadonlySet<string>): Promise<void> {
    await this.#look();
    const packs = new Set((await this.#packsWith(hashes)).map(({ pack }) => pack));
    if (packs.size === 0) return;
    if (this.#own && packs.has(this.#own)) this.#own = null;
    await this.#copyFrom(packs, (hash) => !hashes.has(hash));
    await this.#drop([...packs]);
    await syncFolder(this.folder);
  }

  /** One thumbnail may be in several packs, when several processes made it. */
  async #packsWith(hashes: ReadonlySet<string>): Promise<{ pack: ThumbnailPack; entries: PackEntry[] }[]> {
    const packs = await Promise.all(
      [...this.#packs.values()].map(async (pack) => ({ pack, entries: await pack.entriesOf(hashes) })),
    );
    return packs.filter(({ entries }) => entries.length > 0);
  }

  /** Bytes on the disk from now on; what is over it goes, least recently used first. @throws the system's error */
  limitTo(bytes: number): Promise<void> {
    return this.#inTurn(() => {
      this.limit = bytes;
      return this.#evict();
    });
  }

  /** Removes all of them: each is made again when its image is looked at. @throws the system's error */
  empty(): Promise<void> {
    return this.#inTurn(async () => {
      await this.#look();
      this.#own = null;
      await this.#drop([...this.#packs.values()]);
    });
  }

  /**
   * Goes on in another folder with what is there.
   * @param prepare makes the folder what it is to be; nothing is written meanwhile
   * @throws what `prepare` throws; then it stays where it is
   */
  goTo(folder: string, prepare: () => Promise<void>): Promise<void> {
    return this.#inTurn(async () => {
      await prepare();
      await Promise.all([...this.#packs.values()].map((pack) => pack.close()));
      this.#own = null;
      this.#packs.clear();
      this.#places.clear();
      this.folder = folder;
      await this.#look();
    });
  }

  /** After everything that was asked for before. */
  #inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.#queue.then(work);
    this.#queue = done.catch(() => undefined);
    return done;
  }

  /** Finishes what is being written. */
  async close(): Promise<void> {
    await this.#queue;
    await Promise.all([...this.#packs.values()].map((pack) => pack.close()));
  }

  async #write(hash: string, jpeg: Uint8Array): Promise<void> {
    const pack = await this.#packToAddTo();
    try {
      this.#places.set(hash, { pack, entry: await pack.add(hash, this.decoder, jpeg) });
    } catch (error) {
      this.#own = null; // Its end is not known any more.
      if (pack.size === 0) await this.#drop([pack]);
      throw error;
    }
  }

  async #packToAddTo(): Promise<ThumbnailPack> {
    if (this.#own && this.#own.size < Math.min(PACK_BYTES, this.limit / 8)) return this.#own;
    await this.#evict();
    const name = `${Date.now().toString(36)}-${randomBytes(4).toString('hex')}`;
    this.#own = await ThumbnailPack.create(path.join(this.folder, name));
    this.#packs.set(name, this.#own);
    return this.#own;
  }

  /** Takes up packs and entries that came since the last look. */
  async #look(): Promise<void> {
    this.#lookedAt = Date.now();
    const names = (await fs.readdir(this.folder)).filter((name) => name.endsWith('.idx'));
    for (const name of names.map((n) => n.slice(0, -'.idx'.length))) {
      const pack = this.#packs.get(name) ?? new ThumbnailPack(path.join(this.folder, name), 0);
      if (pack !== this.#own) await this.#takeUp(name, pack).catch(() => undefined); // Another process removed it.
    }
  }

  async #takeUp(name: string, pack: ThumbnailPack): Promise<void> {
    const entries = await pack.readEntries();
    pack.usedAt = (await fs.stat(`${pack.base}.idx`)).mtimeMs;
    this.#packs.set(name, pack);
    for (const entry of entries) {
      if (entry.decoder === this.decoder && !this.has(entry.hash))
        this.#places.set(entry.hash, { pack, entry });
    }
  }

  async #evict(): Promise<void> {
    const packs = [...this.#packs.values()].filter((pack) => pack !== this.#own);
    await this.#drop(packsToEvict(packs, this.limit - (this.#own?.size ?? 0)));
  }

  /** Copies the thumbnails of many small packs to one of our own. */
  async #merge(): Promise<void> {
    const packs = packsToMerge(this.#packs.values(), Date.now());
    if (packs.length > 0) await this.#copyFrom(new Set(packs), () => true);
    await this.#drop(packs);
  }

  async #copyFrom(packs: ReadonlySet<ThumbnailPack>, isWanted: (hash: string) => boolean): Promise<void> {
    for (const [hash, { pack, entry }] of [...this.#places]) {
      if (!packs.has(pack) || !isWanted(hash)) continue;
      const jpeg = await pack.read(entry);
      if (jpeg) await this.#write(hash, jpeg);
    }
  }

  async #drop(packs: ThumbnailPack[]): Promise<void> {
    for (const pack of packs) {
      this.#packs.delete(path.basename(pack.base));
      await pack.remove();
    }
    for (const [hash, { pack }] of packs.length > 0 ? this.#places : []) {
      if (packs.includes(pack)) this.#places.delete(hash);
    }
  }
}
