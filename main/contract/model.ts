/**
 * @file What main and the window say to each other about: items, guesses, progress. Types only; the decided part
 * (classes, labels, …) comes from the project's schema so that there is one definition of it.
 */
import type { Box, ProjectDocument } from '../projects/schema';
import type { BackboneShown } from './areas/backbones';
import type { MethodId } from './training';

export type {
  Box,
  ClassInfo,
  Framing,
  Given,
  HeadChoice,
  ImageFolder,
  Label,
  LabelHow,
  OwnBackboneNoted,
  ProjectDocument,
  ProjectSettings,
} from '../projects/schema';
export type { Command, CommandName } from '../projects/commands';
export type { ExportFormat } from './exportFormats';

/** Why an image has no embedding, in words for a person: what happened, and what to do. */
export interface ImageFailure {
  /** Stable name for tests and filters, such as 'empty', 'unsupported-heic', 'truncated', 'decoder-ended'. */
  code: string;
  reason: string;
}

/** gone: its file is not there any more. removed: a box that was deleted; listed nowhere. */
export type ItemState = 'waiting' | 'ready' | 'failed' | 'gone' | 'removed';

/** One image, or one box in an image, in the grid. `index` is its row in every GuessTable and never changes in a session. */
export interface ItemRow {
  index: number;
  /** The item's id in the project's labels. */
  id: string;
  /** Opaque name for `img://thumb/<token>` and `img://file/<token>`; says nothing about the path. */
  token: string;
  /** Path below its folder, '/' separated. */
  path: string;
  folder: string;
  /** Bytes. */
  size: number;
  state: ItemState;
  failure: ImageFailure | null;
  /** Upright size in pixels, once decoded. */
  width: number | null;
  height: number | null;
  /** Counts up when the thumbnail changes; put in the URL so that the window fetches it anew. 0: none yet. */
  thumbnail: number;
  /** null for a whole image. */
  box: Box | null;
  /** Row of its image: its own, unless it is a box. */
  image: number;
  /** By EXIF, local time 'YYYY-MM-DDTHH:MM:SS'; null: not said, or not read yet. */
  capturedAt: string | null;
  /** Make and model by EXIF, at most 80 letters; null as above. */
  camera: string | null;
  /** Difference hash (64 bits, 16 hexadecimal digits) of the whole upright picture; null: not read yet. */
  pixelHash: string | null;
  /** When the file was last changed, ms since 1970. */
  modifiedAt: number;
  /** When the project first saw it, ms since 1970; 0: before that was noted. */
  addedAt: number;
}

/** What may be said of a guess (METHODS: no percentage until it can be calibrated). */
export type GuessWord = 'likely' | 'unsure' | 'unlike anything';

/** Guesses for all items, row i for the item of index i. Typed arrays of `count` × `k` or `count` values. */
export interface GuessTable {
  /** The project revision that these guesses answer. */
  revision: number;
  count: number;
  k: number;
  /** Class ids that `top` points into. */
  classes: string[];
  /** [count, k] best own classes, best first; -1 where there is no embedding or no such class. */
  top: Int16Array;
  /** [count, k] softmax over the project's own classes, fractions; NaN where no percentage may be shown. */
  confidence: Float32Array;
  /** [count, k] cosine to the class's prototype, -1 to 1; NaN where there is none. */
  cosine: Float32Array;
  /** [count] 0 none, 1 'unlike anything', 2 'unsure', 3 'likely'. */
  word: Uint8Array;
  /** [count] best base class (index into the backbone's labels), -1 where base classes are not shown. */
  base: Int16Array;
  /** [count] 1 where the joint head (own and base classes together) prefers the base class. */
  baseWins: Uint8Array;
  /** Names for the values of `base`: only those that occur. */
  baseNames: Record<number, string>;
  /** Scale (inverse temperature) of the softmax; null while no percentage may be shown. */
  scale: number | null;
}

/** What a class has as sums of images that are not here, as far as it counts. */
export interface GivenQuality {
  images: number;
  /** Their independent groups. */
  shots: number;
  /** Why some or all of it does not count now, a sentence; null: all does. */
  why: string | null;
}

export interface ClassQuality {
  class: string;
  /** Labelled learning items with an embedding, and their independent groups. */
  images: number;
  groups: number;
  /** Besides them; absent: nothing. */
  given?: GivenQuality;
  /** What its images are imprinted as: several for a background class or one of several looks, 0 where none has an embedding. */
  prototypes: number;
  /** Estimate from the learning images, 'with one image fewer per class', a fraction; null: not estimable. */
  leaveOneOut: number | null;
}

/** How many items a blind check looked at, and how many of their guesses were right. */
export interface CheckCount {
  /** Fraction; null where n is 0. */
  accuracy: number | null;
  /** 95 % interval [low, high] of it, fractions; wider where items share groups. */
  interval: [low: number, high: number] | null;
  n: number;
  right: number;
  /** Independent groups among the items. */
  groups: number;
}

/** 'Accuracy on this folder': what check items say, which were drawn at random, labelled blind and never taught. */
export interface CheckReport extends CheckCount {
  /** How many independent items they are worth. */
  effective: number;
  /** Items labelled for the check that have no guess yet, and are not counted. */
  unread: number;
  /** By the class that the person gave. */
  classes: (CheckCount & { class: string })[];
  /** What was taken for what, the most frequent first; `guessed` null: for a class of the backbone. */
  confusions: { class: string; guessed: string | null; n: number }[];
}

export interface Estimate {
  revision: number;
  /** Of the kept head that guesses come from: its figures are of the folds of its training. Absent: imprinting. */
  method?: MethodId;
  /** Fraction over estimable groups; null when none is. */
  leaveOneOut: number | null;
  estimable: number;
  total: number;
  classes: ClassQuality[];
  /** Null while no item was checked. */
  check: CheckReport | null;
}

/** searching: the folders are looked through for the first time; `done` then counts the images found so far. */
export type EmbeddingState = 'searching' | 'idle' | 'running' | 'paused' | 'cancelled';

export interface Progress {
  state: EmbeddingState;
  done: number;
  total: number;
  failed: number;
  /** Images per second over the last seconds; null until known. */
  rate: number | null;
  secondsLeft: number | null;
  /** While the engine or the decoder is being started again: a sentence. */
  trouble: string | null;
}

/** How far work is that may last over a second. */
export interface WorkProgress {
  done: number;
  /** null until known. */
  total: number | null;
  /** Per second; null until known. */
  rate: number | null;
  secondsLeft: number | null;
}

export type SaveState = { kind: 'saved' } | { kind: 'saving' } | { kind: 'failed'; message: string };

/** Replaces values of the document at paths (the format of immer's patches, a subset of RFC 6902). */
export interface DocumentPatch {
  op: 'replace' | 'add' | 'remove';
  path: (string | number)[];
  value?: unknown;
}

export interface ProjectChange {
  revision: number;
  patches: DocumentPatch[];
  /** What undo and redo would do, in words ("label 3 images as Perch"); null when there is nothing. */
  undo: string | null;
  redo: string | null;
}

export interface ProjectSnapshot {
  /** Folder of the project (`NAME.imprint`). */
  path: string;
  document: ProjectDocument;
  revision: number;
  /** Why nothing can be changed, or null: a newer version wrote it, or another window has it open. */
  readOnly: string | null;
  items: ItemRow[];
  undo: string | null;
  redo: string | null;
  progress: Progress;
  save: SaveState;
  /** The engine's last answers; null while there is none. */
  guesses: GuessTable | null;
  estimate: Estimate | null;
  /** Those that are installed, whichever the project is seen by. */
  backbones: BackboneShown[];
}

export interface RecentProject {
  id: string;
  name: string;
  path: string;
  openedAt: string;
  missing: boolean;
}

export interface AppState {
  version: string;
  recent: RecentProject[];
  /** The project that is open in this window already (a reload), or null. */
  project: ProjectSnapshot | null;
}

export interface Neighbour {
  item: string;
  cosine: number;
}

export interface ItemDetails {
  item: string;
  /** All own classes, best first. `confidence` null where no percentage may be shown. */
  guesses: { class: string; confidence: number | null; cosine: number }[];
  /** The backbone's own best five labels; empty where they are not asked for. */
  base: { label: string; confidence: number }[];
  /** Nearest labelled items. */
  neighbours: Neighbour[];
}

/** A message for the person: what happened, what was kept, what to try. */
export interface Notice {
  kind: 'info' | 'warning' | 'error';
  title: string;
  text: string;
  /** It is a fault of the program's, of which the log says more. */
  inLog?: boolean;
}
