/** @file The small pictures of rows: kept as they come of reading, and made anew where the cache has lost them. Runs in main. */
import { embeddingHash } from '../engine/embeddings/key';
import type { Decoder } from './decoder/decoder';
import type { DecodeRequests } from './decodeRequests';
import type { DecodedFile } from './fileFacts';
import type { Items } from './items';
import type { ThumbnailStore } from './thumbnails';

export interface RowThumbnailParts {
  items: Items;
  /** null where nobody looks at the images. */
  store: ThumbnailStore | null;
  decoder: Decoder;
  requests: DecodeRequests;
  /** A file was read for its thumbnail of which not all was known. */
  decoded(index: number, result: DecodedFile): void;
}

/** None of the size that is asked for is larger: the decoder may have been taken over. */
const MOST_BYTES = 2 ** 20;

export class RowThumbnails {
  constructor(private readonly parts: RowThumbnailParts) {}

  /** JPEG of a row, made anew where the cache has lost it; null where the file cannot be shown. */
  async get(token: string): Promise<Buffer | null> {
    const { items, store } = this.parts;
    const index = items.byToken(token);
    const hash = index === null ? null : items.hash(index);
    if (index === null || hash === null) return null;
    return (await store?.get(hash)) ?? (await this.#make(index, hash));
  }

  /** One that cannot be kept is made again when it is asked for. */
  keep(hash: string, jpeg: Uint8Array): void {
    if (jpeg.length > MOST_BYTES) return;
    void this.parts.store?.put(hash, Buffer.from(jpeg)).catch(() => undefined);
  }

  async #make(index: number, hash: string): Promise<Buffer | null> {
    const { items, store, decoder, requests } = this.parts;
    const { box, pixelHash } = items.row(index);
    const view = box && { region: box };
    const result = await decoder.decode({ ...requests.of(index), wantInput: false, ...(view && { view }) });
    if ('failure' in result || !result.thumbnail) return null;
    if (box === null && pixelHash === null && result.hash === hash) this.parts.decoded(index, result);
    const bytes = Buffer.from(result.thumbnail);
    await store?.put(embeddingHash(result.hash, box), bytes);
    return bytes;
  }
}
