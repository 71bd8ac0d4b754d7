/** @file How the file of one row is read: by the decoder, unless its content is known, with what comes of it kept. Runs in main. */
import type { WorkProgress } from '../contract/model';
import { embeddingHash } from '../engine/embeddings/key';
import { BoxJobs } from './boxJobs';
import { DecodeRequests } from './decodeRequests';
import { FileFacts, type DecodedFile } from './fileFacts';
import type { Items } from './items';
import type { Submitted } from './pipeline';
import { PixelsAgain } from './pixelsAgain';
import type { ReaderParts } from './readerParts';
import { RowThumbnails } from './rowThumbnails';

export class FileReading {
  readonly requests: DecodeRequests;
  readonly facts: FileFacts;
  readonly thumbnails: RowThumbnails;
  readonly #boxes: BoxJobs;

  constructor(
    private readonly items: Items,
    private readonly parts: ReaderParts,
  ) {
    const { decoder, index, thumbnails: store } = parts;
    this.requests = new DecodeRequests(items, parts);
    this.facts = new FileFacts(items, index);
    this.thumbnails = new RowThumbnails({
      ...{ items, store, decoder, requests: this.requests },
      decoded: (row, result) => this.decoded(row, result),
    });
    this.#boxes = new BoxJobs(items, {
      decoder,
      request: (row) => this.requests.of(row),
      thumbnail: (hash, box, jpeg) => this.thumbnails.keep(embeddingHash(hash, box), jpeg),
    });
  }

  /** @param isSeen somebody looks at it: before others */
  submit(index: number, isSeen: boolean): Submitted | Promise<Submitted> {
    if (this.items.row(index).box !== null) return this.#boxes.submit(index);
    const decode = (): Submitted =>
      this.parts.decoder.submit({ ...this.requests.of(index), wantInput: true, isSeen });
    const known = this.facts.recall(index);
    return known ? known.then((facts) => (facts ? { known: facts } : decode())) : decode();
  }

  decoded(index: number, result: DecodedFile): void {
    this.facts.decoded(index, result);
    if (result.thumbnail && this.items.row(index).box === null)
      this.thumbnails.keep(result.hash, result.thumbnail);
  }

  /** Has images read once more for what embeddings do not tell. */
  pixelsAgain(tell: (progress: WorkProgress) => void): PixelsAgain {
    const { items, requests, parts } = this;
    return new PixelsAgain({ items, decoder: parts.decoder, request: (index) => requests.of(index), tell });
  }
}
