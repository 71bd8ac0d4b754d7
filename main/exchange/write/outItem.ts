/** @file What leaves the program: each item with all that was said of it, in the order of the grid. Pure. Runs in main. */
import type { Box } from '../../contract/model';
import type { NoneReason } from '../../contract/none';

export interface OutImage {
  /** As a file of labels names it: below its folder, or unmistakably where there are several folders. */
  name: string;
  absolute: string;
  /** Upright size in pixels; null while the image was not read. */
  width: number | null;
  height: number | null;
  bytes: number;
  /** The file is there. */
  there: boolean;
}

export interface OutGuess {
  label: string;
  /** A fraction; null where no percentage may be shown. */
  confidence: number | null;
  /** false: none of the classes; null where that cannot be told. */
  known: boolean | null;
  /** Why it is none of them. */
  none: NoneReason | null;
  /** One of the project's own classes, not of the backbone's. */
  own: boolean;
}

export interface OutItem {
  id: string;
  /** Its row, for whoever asks the engine. */
  index: number;
  image: OutImage;
  box: Box | null;
  label: string | null;
  group: string | null;
  place: string | null;
  /** 'YYYY-MM-DDTHH:MM:SS', local. */
  time: string | null;
  role: 'learn' | 'check';
  guess: OutGuess | null;
}

/** Everything that a format is written from. */
export interface OutLabels {
  /** Of the project. */
  project: string;
  /** Names of the classes, in the project's order. */
  classes: string[];
  items: OutItem[];
}
