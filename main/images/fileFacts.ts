/** @file What reading the files gave: kept alike in the items and in the index of the folders. Runs in main. */
import type { ImageFailure } from '../contract/model';
import type { DecodeResult } from './decoder/protocol';
import type { Items } from './items';
import { hasContent } from './sameContent';
import type { ScanIndex } from './scanIndex';
import type { ContentFacts } from './scanIndexFile';

export type DecodedFile = Extract<DecodeResult, { hash: string }>;

/** Failures that say nothing of the file: it is tried again next time. */
const PASSING = new Set(['decoder-unavailable', 'engine-ended', 'engine-rejected']);

export class FileFacts {
  /** What was known of images whose file was written anew, with as many bytes, by their id. */
  readonly #rewritten = new Map<string, ContentFacts>();

  constructor(
    private readonly items: Items,
    private readonly index: Pick<ScanIndex, 'get' | 'learn'>,
  ) {}

  /** Their files were written anew since these facts were learnt: if the content is still the same, so are they. */
  rewritten(images: ReadonlyMap<string, ContentFacts>): void {
    for (const [id, facts] of images) this.#rewritten.set(id, facts);
  }

  /**
   * What still holds of a row's file that was written anew; told once.
   * @returns null: nothing was known; otherwise what was, or null where its content is another
   */
  recall(index: number): Promise<ContentFacts | null> | null {
    const { id } = this.items.row(index);
    const known = this.#rewritten.get(id);
    this.#rewritten.delete(id);
    if (!known) return null;
    return hasContent(this.items.absolute(index), known.hash).then((same) => (same ? known : null));
  }

  /** Whether reading the row's file is known to give an image, or known to fail. */
  known(index: number): boolean {
    const { box, id } = this.items.row(index);
    if (box !== null) return this.#boxKnown(index);
    const facts = this.index.get(id)?.facts ?? null;
    if (facts && 'failure' in facts) this.items.failed(index, facts.failure);
    return facts !== null;
  }

  /** @param pictured whether there is a thumbnail, or can be */
  learn(index: number, facts: ContentFacts, pictured: boolean): void {
    this.items.decoded(index, facts, pictured);
    if (this.items.row(index).box === null) this.index.learn(this.items.file(index), facts);
  }

  decoded(index: number, result: DecodedFile): void {
    const { hash, width, height, capturedAt, camera, pixelHash, thumbnail } = result;
    this.learn(index, { hash, width, height, capturedAt, camera, pixelHash }, thumbnail !== null);
  }

  failed(index: number, failure: ImageFailure): void {
    this.items.failed(index, failure);
    if (!PASSING.has(failure.code) && this.items.row(index).box === null)
      this.index.learn(this.items.file(index), { failure });
  }

  /** A box fares as its image does. */
  #boxKnown(index: number): boolean {
    if (this.items.hash(index) !== null) return true;
    const { failure } = this.items.row(this.items.row(index).image);
    if (failure) this.items.failed(index, failure);
    return failure !== null;
  }
}
