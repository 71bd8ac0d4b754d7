/**
 * @file Calls about adding a backbone of the person's own: a model is copied, looked at, tried in a process of its own, and
 * kept. One at a time; nothing of it is in the list of backbones before it is kept.
 */
import type { BackboneShown } from './backbones';

/** One tensor that the model takes or puts out; null is what its file does not say, -1 a side of any length. */
export interface ModelPort {
  name: string;
  dtype: string | null;
  shape: number[] | null;
}

/** How values of 0 to 255 are fed; the numbers are in `main/ownBackbones/ways.ts`. */
export type Normalisation = 'bytes' | 'unit' | 'signed' | 'imagenet' | 'caffe';
export type ChannelOrder = 'RGB' | 'BGR';

export interface Way {
  normalisation: Normalisation;
  colour: ChannelOrder;
}

/** What an output can be: values of a picture, a map of them that is averaged, not said by its file, or no embedding and why. */
export type OutputUse = 'vector' | 'map' | 'unsaid' | { unfit: string };

export interface FoundOutput extends ModelPort {
  use: OutputUse;
  /** Its name is one that shares of classes have: usable, but made for another purpose. */
  likeClasses: boolean;
}

export interface FoundModel {
  kind: 'savedmodel' | 'tfjs-layers' | 'tfjs-graph';
  /** Name of the folder that was chosen. */
  folder: string;
  bytes: number;
  files: number;
  /** The input that takes the picture. */
  input: ModelPort & { type: 'uint8' | 'int32' | 'float32' };
  /** Of the square, pixels; null: any from `LEAST_SIDE` to `MOST_SIDE`. */
  side: number | null;
  outputs: FoundOutput[];
  suggestion: TrialChoices;
  /** Backbones of the person's own that are made of the very same files. */
  known: string[];
}

/** What is tried. Of whole numbers only the order of channels counts. */
export interface TrialChoices extends Way {
  output: string;
  side: number;
}

export const LEAST_SIDE = 16;
export const MOST_SIDE = 1024;

/** How well the sample photos' classes are told apart when the photos are fed in a way: an estimate, on these photos. */
export interface WayFigure extends Way {
  /** Photos whose own class's mean, made without them, is the nearest; null: the values were no numbers. */
  right: number | null;
  photos: number;
  /** Mean cosine within classes less that between classes; null likewise. */
  margin: number | null;
}

export interface NearPhoto {
  /** For `img://thumb/`. */
  token: string;
  /** Its class among the sample photos; null: none. */
  class: string | null;
  cosine: number;
}

export interface Trial {
  choices: TrialChoices;
  dimension: number;
  imagesPerSecond: number;
  /** Images the model is given at once: 1 where it takes no more, or where others change an image's values. */
  batch: number;
  /** Why the batch is 1. */
  alone: 'takes one' | 'depends on others' | null;
  /** All values of an image are shares that add up to 1. */
  shares: boolean;
  figure: WayFigure;
  /** Estimated on the sample photos, of which there were `photos`. */
  estimated: { meanDistance: number; withinClassCosine: number; effectiveDimension: number; photos: number };
  /** A photo of each class, and those nearest to it. */
  nearest: { photo: Omit<NearPhoto, 'cosine'>; near: NearPhoto[] }[];
  /** The backbone of the person's own that computes just this; null: there is none yet. */
  known: string | null;
}

export interface TrialProgress {
  step: 'copy' | 'look' | 'load' | 'read' | 'compare' | 'try' | 'keep';
  /** Bytes where it is copied, images otherwise; of 0 nobody knows how long it takes. */
  done: number;
  total: number;
}

export interface KeptBackbone {
  id: string;
  name: string;
  backbones: BackboneShown[];
}

export interface OwnBackboneCalls {
  /** Asks for the folder, copies and looks; null where the person did not choose or stopped it. */
  'ownBackbone:choose': () => FoundModel | null;
  /** All ways on the sample photos; null where it was stopped. */
  'ownBackbone:compare': (choices: TrialChoices) => WayFigure[] | null;
  /** null where it was stopped. */
  'ownBackbone:try': (choices: TrialChoices) => Trial | null;
  /** Keeps what was tried last. @throws PersonError where it was not */
  'ownBackbone:keep': (named: { name: string; licence: string | null }) => KeptBackbone;
  /** Stops what is under way. */
  'ownBackbone:cancel': () => void;
  /** Puts away what was not kept. */
  'ownBackbone:close': () => void;
  /** Asks first. @returns what is left; null where the person would rather keep it */
  'ownBackbone:remove': (id: string) => BackboneShown[] | null;
}

export interface OwnBackboneEvents {
  'ownBackbone:progress': TrialProgress;
}

export const ownBackboneChannels: Record<keyof OwnBackboneCalls, true> = {
  'ownBackbone:choose': true,
  'ownBackbone:compare': true,
  'ownBackbone:try': true,
  'ownBackbone:keep': true,
  'ownBackbone:cancel': true,
  'ownBackbone:close': true,
  'ownBackbone:remove': true,
};

export const ownBackboneEvents: Record<keyof OwnBackboneEvents, true> = { 'ownBackbone:progress': true };
