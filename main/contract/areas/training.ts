/**
 * @file Calls about fine-tuning: a run of training, the head that is kept of it, and how own classes stand beside the
 * backbone's. Shares are fractions.
 */
import type { Figure, Interval } from '../evaluation';
import type { WorkProgress } from '../model';
import type { MethodId } from '../training';

/** What a person asks for. */
export interface TrainingRequest {
  method: MethodId;
  /** Gradient steps; null: the method's own number. */
  steps: number | null;
  /** Of every draw: the same seed and the same labels give the same bytes on the same machine. */
  seed: number;
}

/** Where the curves are after so many steps, the mean over the folds that have come so far. */
export interface TrainingPoint {
  step: number;
  /** Null: the method has none. */
  loss: number | null;
  /** Share of held-out images that are named rightly; null: nothing could be held out. */
  heldOut: number | null;
}

/** Before and after on the same held-out images: each was asked by heads that had not seen its group. */
export interface TrainingComparison {
  /** Imprinting, as the project is set. */
  before: Figure;
  after: Figure;
  /** after - before, of the same images; null where there is no figure. */
  difference: { value: number; interval: Interval } | null;
  /** Folds that images were held out in. */
  folds: number;
  /** Is it really better? For a person to read beside the figures. */
  sentence: string;
}

/** Whether the head's confidence may be shown, and if not, why not. */
export interface Calibration {
  /** What logits are divided by, fitted on held-out images; null: no percentages are shown. */
  temperature: number | null;
  /** A sentence; null where percentages are shown. */
  why: string | null;
}

/** running · ready: it may be kept or discarded · failed and cancelled: what was in use before is in use still. */
export type TrainingStatus = 'running' | 'ready' | 'cancelled' | 'failed';

export interface TrainingRun {
  request: TrainingRequest;
  status: TrainingStatus;
  /** ISO time it was begun. */
  at: string;
  /** What it learns from: a copy of what was labelled when it began. */
  images: number;
  groups: number;
  classes: number;
  /** held-out: on all but the images that are asked afterwards, fold by fold · final: on all of them. */
  phase: 'held-out' | 'final';
  /** In a thousandth parts of a head, over those of the folds and the final one; the rate is in gradient steps. */
  progress: WorkProgress;
  curve: TrainingPoint[];
  /** What imprinting names rightly of the held-out images, for the curve; null while unknown or where nothing is held out. */
  before: number | null;
  /** Null until it is ready. */
  comparison: TrainingComparison | null;
  calibration: Calibration | null;
  /** What happened to the labels while it ran, a sentence; null: nothing. */
  changed: string | null;
  /** Why it may not be kept although it is ready, a sentence; null: it may. */
  unfit: string | null;
  /** Why it failed, a sentence. */
  trouble: string | null;
}

/** What is known of a head that was kept. */
export interface KeptHead {
  request: TrainingRequest;
  /** ISO time it was trained. */
  at: string;
  images: number;
  groups: number;
  classes: number;
  comparison: TrainingComparison;
  calibration: Calibration;
}

/** What the guesses come from. */
export type HeadStanding =
  | { kind: 'imprinting' }
  /** By the kept head; `unknown` labels, of which some may be of `newClasses`, were given since and it does not know them. */
  | { kind: 'kept'; head: KeptHead; unknown: number; newClasses: string[] }
  /** By imprinting until the images that it learnt from have been looked up. */
  | { kind: 'waiting'; head: KeptHead | null }
  /** By imprinting: something that it learnt from was taken away or changed, it cannot be used as the project is set, or its file is gone. */
  | { kind: 'out of use'; head: KeptHead | null; why: string };

export interface TrainingState {
  standing: HeadStanding;
  /** The last run until it is kept or discarded. */
  run: TrainingRun | null;
}

/** Base against novel classes over γ, in steps of a quarter logit. All-way: every class of both sides may win. */
export interface OffsetCurve {
  points: { offset: number; novel: number | null; base: number | null; harmonicMean: number | null }[];
  /** Figures at the γ that is set. */
  novel: Figure;
  /** Not measured where no base images were given. */
  base: Figure;
}

/** A class of the backbone that is like one of the person's. */
export interface NearBase {
  /** Index into the backbone's labels. */
  index: number;
  label: string;
  /** Of the two prototypes, -1 to 1; null for the join `append`, where they lie in different spaces. */
  cosine: number | null;
  /** Labelled images of the own class that this base class wins, each asked of a head that had not seen its group. */
  wins: number;
}

export interface Collision {
  /** Id of the own class. */
  class: string;
  /** Images that were asked; 0 where the class has one group only. */
  asked: number;
  /** Nearest first; suppressed ones are not among them. */
  near: NearBase[];
}

export interface JoinReport {
  /** Project revision it is about. */
  revision: number;
  curve: OffsetCurve;
  /** One per class that has an image. */
  collisions: Collision[];
  /** Base classes that are left out. */
  suppressed: { index: number; label: string }[];
}

export interface TrainingCalls {
  'training:state': () => TrainingState;
  /** Takes a copy of what is labelled and begins; see the event. Throws where nothing can be learnt from that. */
  'training:start': (request: TrainingRequest) => void;
  'training:cancel': () => void;
  /** Guesses come from the head of the last run from now on. An undoable step. */
  'training:keep': () => void;
  /** Forgets the last run; what was in use before is in use still. */
  'training:discard': () => void;
  /** How own classes stand beside the backbone's, by the newest labels; null while guesses are among own classes alone. */
  'training:join': () => JoinReport | null;
}

export interface TrainingEvents {
  /** Four times a second while a head is trained. */
  'training:changed': TrainingState;
}

export const trainingChannels: Record<keyof TrainingCalls, true> = {
  'training:state': true,
  'training:start': true,
  'training:cancel': true,
  'training:keep': true,
  'training:discard': true,
  'training:join': true,
};

export const trainingEvents: Record<keyof TrainingEvents, true> = { 'training:changed': true };
