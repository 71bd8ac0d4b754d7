/**
 * @file What main, the decoder window and the engine say to each other. One decode gives the thumbnail (to main)
 * and the backbone's input (to the engine, over a MessagePort that main hands to both).
 */
import type { Spoken } from '../../../strings/chosen';
import type { Box, Framing, ImageFailure } from '../../contract/model';

/** main → decoder, over a port of their own. */
export interface DecodeJob {
  id: number;
  /** `img://file/<token>`, by which the decoder's worker reads the file. */
  url: string;
  /** Size of the file, bytes; 0: not known. */
  bytes: number;
  /** The bytes of a small file, which come cheaper with the job than by fetching; null: fetch them. */
  data: Uint8Array | null;
  framing: Framing;
  /** Side of the backbone's square input, pixels. */
  inputSize: number;
  /** Longest side of the thumbnail, pixels; null: none wanted. */
  thumbnailSize: number | null;
  /** False: only the thumbnail is wanted, nothing goes to the engine. A person waits for it, so it comes first. */
  wantInput: boolean;
  /** Not null: the thumbnail is a view, to be looked at closely. The file is decoded at the scale that this takes. */
  view: View | null;
  /**
   * Boxes of the picture, as `roundedBox` gives them. Where there are any, input and thumbnail are made of each of them,
   * and none of the whole picture; `framing` says nothing of them.
   */
  boxes: BoxJob[];
}

/** A job as it is sent: what is wrong with a picture is said in this language. */
export type SpokenJob = DecodeJob & { spoken: Spoken };

export interface BoxJob {
  /** Under which the engine gets its input: one that no other job or box has. */
  id: number;
  box: Box;
}

/** What a view shows: all of the upright picture, or a part of it. */
export interface View {
  region: Box | null;
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
      /** JPEG of the whole picture, or null where none was wanted. */
      thumbnail: Uint8Array | null;
      boxes: { id: number; thumbnail: Uint8Array | null }[];
      /** By its EXIF data: local time 'YYYY-MM-DDTHH:MM:SS', and make and model, up to 80 letters. */
      capturedAt: string | null;
      camera: string | null;
      /** Difference hash of the whole upright picture, 16 hexadecimal digits. */
      pixelHash: string;
    }
  | { id: number; failure: ImageFailure };

/** decoder → engine, over the port. */
export interface InputMessage {
  id: number;
  hash: string;
  /** The box that the pixels are of, as it was asked for; null: the whole picture, framed. */
  box: Box | null;
  framing: Framing;
  /** [size, size, 3] RGB, row by row. */
  pixels: Uint8Array;
  size: number;
}

/** decoder → main. Several travel together, in an array. */
export type DecoderReport =
  /** The workers stand ready for jobs. */
  | { kind: 'ready' }
  /** A worker took the job up, or goes on with it: its time counts from here. */
  | { kind: 'started'; id: number }
  /** The job's worker waits for its turn with a big picture: its time stands still. */
  | { kind: 'waiting'; id: number }
  | { kind: 'result'; result: DecodeResult };

/** Messages that carry a port to the decoder window; its preload hands them on to the page. */
export const decoderPorts = {
  /** Jobs one way, reports the other. */
  main: 'decoder:main',
  /** Inputs, to the engine. */
  engine: 'decoder:engine',
} as const;

/** Changes whenever the same file could give other pixels: part of every embedding's key. */
export const DECODER_VERSION = 1;
