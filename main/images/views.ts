/**
 * @file Large pictures of single items for a person to look at: made by the decoder when asked for, ahead of embedding,
 * and kept in memory while they are among the last ones looked at. Runs in main.
 */
import type { Decoder, DecodeRequest } from './decoder/decoder';
import type { Items } from './items';

/** Bytes that are kept: some eighty views of 1600 pixels. */
const KEPT_BYTES = 64 * 2 ** 20;
/** One for each of the decoder's workers. */
const AT_ONCE = 2;
/** Someone who turns pages quickly has left the ones before behind. */
const MOST_WAITING = 8;

export interface ViewParts {
  decoder: Pick<Decoder, 'decode'>;
  /** What the decoder needs to find a row's file. */
  request: (index: number) => Omit<DecodeRequest, 'wantInput' | 'thumbnailSize'>;
}

interface Wish {
  key: string;
  index: number;
  side: number;
  answer: (jpeg: Buffer | null) => void;
}

export class Views {
  /** By content and size, least recently used first. */
  readonly #kept = new Map<string, Buffer>();
  readonly #under = new Map<string, Promise<Buffer | null>>();
  readonly #waiting: Wish[] = [];
  #bytes = 0;
  #running = 0;

  constructor(
    private readonly items: Items,
    private readonly parts: ViewParts,
    private readonly limit = KEPT_BYTES,
  ) {}

  /**
   * JPEG of a token's item, its longest side at most `side` pixels and never enlarged; null where it cannot be shown, or
   * where so many were asked for since that nobody can be waiting for it.
   */
  async get(token: string, side: number): Promise<Buffer | null> {
    const index = this.items.byToken(token);
    if (index === null || !isShown(this.items.row(index).state)) return null;
    const key = this.#keyOf(index, side);
    const kept = this.#kept.get(key);
    if (kept) return this.#keep(key, kept);
    const under = this.#under.get(key);
    if (under) return under;
    const wish = new Promise<Buffer | null>((answer) => this.#waiting.push({ key, index, side, answer }));
    this.#under.set(key, wish);
    this.#pump();
    return wish;
  }

  clear(): void {
    this.#kept.clear();
    this.#bytes = 0;
    for (const wish of this.#waiting.splice(0)) this.#answer(wish, null);
  }

  /** The newest wish first: it is what the person looks at. */
  #pump(): void {
    while (this.#waiting.length > MOST_WAITING) this.#answer(this.#waiting.shift()!, null);
    while (this.#running < AT_ONCE && this.#waiting.length > 0) {
      this.#running++;
      const wish = this.#waiting.pop()!;
      void this.#make(wish).then((jpeg) => {
        this.#running--;
        this.#answer(wish, jpeg);
        this.#pump();
      });
    }
  }

  #answer({ key, answer }: Wish, jpeg: Buffer | null): void {
    this.#under.delete(key);
    answer(jpeg);
  }

  async #make({ index, side }: Wish): Promise<Buffer | null> {
    const view = { region: this.items.row(index).box };
    const job = { ...this.parts.request(index), wantInput: false, thumbnailSize: side, view };
    // A decoder that is away says so elsewhere; the picture can be asked for again.
    const result = await this.parts.decoder.decode(job).catch(() => null);
    if (!result || 'failure' in result || !result.thumbnail) return null;
    const jpeg = Buffer.from(result.thumbnail);
    // A file that changed since its row was read is not kept under what it held before.
    return result.hash === this.items.content(index) ? this.#keep(this.#keyOf(index, side), jpeg) : jpeg;
  }

  /** By row while its content is not known. */
  #keyOf(index: number, side: number): string {
    const content = this.items.content(index) ?? `row ${index}`;
    return JSON.stringify([content, this.items.row(index).box, side]);
  }

  #keep(key: string, jpeg: Buffer): Buffer {
    this.#bytes += jpeg.length - (this.#kept.get(key)?.length ?? 0);
    this.#kept.delete(key);
    this.#kept.set(key, jpeg);
    for (const [oldest, { length }] of this.#kept) {
      if (this.#bytes <= this.limit) break;
      this.#kept.delete(oldest);
      this.#bytes -= length;
    }
    return jpeg;
  }
}

const isShown = (state: string): boolean => state === 'ready' || state === 'waiting';
