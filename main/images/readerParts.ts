/** @file What the reader of images works with, and whom it tells. Runs in main. */
import type { Framing, Progress } from '../contract/model';
import type { Engine } from '../engine/supervisor';
import type { Decoder } from './decoder/decoder';
import type { ScanIndex } from './scanIndex';
import type { ThumbnailStore } from './thumbnails';

export interface ReaderEvents {
  progress(progress: Progress): void;
  /** The engine has embeddings of more rows, or of fewer. */
  embeddings(): void;
  trouble(title: string, error: unknown): void;
}

/** A shipped backbone, as it is installed here. */
export interface ShippedBackbone {
  /** Its folder. */
  dir: string;
  /** Side of its square input, pixels. */
  inputSize: number;
}

/** What embeddings depend on besides the files. */
export interface Seeing {
  framing: Framing;
  /** null: the project's is not installed here, so that nothing is embedded. */
  shipped: ShippedBackbone | null;
  /** What the project calls the one that is not installed here; null or absent: it is, or nobody asks. */
  called?: string | null;
  /** Folder of the tuned backbone; null: the shipped one. */
  tuned: string | null;
}

export interface ReaderParts {
  /** This and the next two as in `Seeing`. */
  framing: Framing;
  shipped: ShippedBackbone | null;
  called?: string | null;
  /** Absent: null. */
  tuned?: string | null;
  index: ScanIndex;
  /** null where nobody looks at the images. */
  thumbnails: ThumbnailStore | null;
  decoder: Decoder;
  engine: Engine;
  /** Where the engine keeps the project's embeddings. */
  sidecar: string;
  /** Folder of sums that classes were given; absent, or empty text: there are none. */
  given?: string;
  readOnly: boolean;
}
