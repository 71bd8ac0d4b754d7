/**
 * @file What main, the decoder window and the engine say to each other. One decode gives the thumbnail (to main)
 * and the backbone's input (to the engine, over a MessagePort that main hands to both). Types only.
 */
import type { Framing, ImageFailure } from '../../contract/model';

/** main → decoder. The file is read by the decoder's worker through `img://file/<token>`. */
export interface DecodeJob {
  id: number;
  url: string;
  framing: Framing;
  /** Side of the backbone's square input, pixels. */
  inputSize: number;
  /** Longest side of the thumbnail, pixels; null: none wanted. */
  thumbnailSize: number | null;
  /** False: only the thumbnail is wanted, nothing goes to the engine. */
  wantInput: boolean;
}

/** decoder → main. */
export type DecodeResult =
  | {
      id: number;
      /** SHA-256 of the file's bytes, lower-case hex: names the embedding, and tells duplicates and moved files. */
      hash: string;
      /** Upright size, pixels. */
      width: number;
      height: number;
      /** JPEG, or null where none was wanted. */
      thumbnail: Uint8Array | null;
    }
  | { id: number; failure: ImageFailure };

/** decoder → engine, over the port. */
export interface InputMessage {
  id: number;
  hash: string;
  framing: Framing;
  /** [size, size, 3] RGB, row by row. */
  pixels: Uint8Array;
  size: number;
}

/** Changes whenever the same file could give other pixels: part of every embedding's key. */
export const DECODER_VERSION = 1;
