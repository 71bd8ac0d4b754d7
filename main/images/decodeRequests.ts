/** @file What the decoder needs to read the open project's files, as the project is seen at that moment. Runs in main. */
import type { Framing } from '../contract/model';
import type { DecodeRequest } from './decoder/decoder';
import type { Items } from './items';
import type { ReaderParts, Seeing } from './readerParts';

const THUMBNAIL_SIZE = 256;
/** Where there is no backbone nobody looks at what is made for it, but thumbnails come of the same reading. */
const UNSEEN_SIDE = 224;

export class DecodeRequests {
  #seeing: Seeing;
  readonly #thumbnailSize: number | null;

  constructor(
    private readonly items: Pick<Items, 'row' | 'absolute'>,
    { framing, shipped, called = null, tuned = null, thumbnails }: ReaderParts,
  ) {
    this.#seeing = { framing, shipped, called, tuned };
    this.#thumbnailSize = thumbnails ? THUMBNAIL_SIZE : null;
  }

  get seeing(): Seeing {
    return this.#seeing;
  }

  get framing(): Framing {
    return this.#seeing.framing;
  }

  /** Side of the backbone's input, pixels. */
  get inputSize(): number {
    return this.#seeing.shipped?.inputSize ?? UNSEEN_SIDE;
  }

  /** @returns whether the project is seen otherwise than before */
  change({ framing, shipped, called = null, tuned }: Seeing): boolean {
    const seeing = { framing, shipped, called, tuned };
    if (JSON.stringify(seeing) === JSON.stringify(this.#seeing)) return false;
    this.#seeing = seeing;
    return true;
  }

  /** What the decoder needs to read a row's file. */
  of(index: number): Omit<DecodeRequest, 'wantInput'> {
    const { token, size } = this.items.row(index);
    return {
      url: `img://file/${token}`,
      path: this.items.absolute(index),
      framing: this.framing,
      inputSize: this.inputSize,
      thumbnailSize: this.#thumbnailSize,
      bytes: size,
    };
  }
}
