/**
 * @file Calls about tuning the backbone's last convolution: a run, and which backbone is in use. Shares are fractions.
 */
import type { Figure, Interval } from '../evaluation';
import type { WorkProgress } from '../model';

/** What a person asks for. */
export interface TuningRequest {
  /** At most; held-out images end it sooner. */
  epochs: number;
  /** Of every draw: the same seed and the same labels give the same bytes on the same machine. */
  seed: number;
}

/** What an epoch came to; the first, 0, is the backbone as it is. */
export interface TuningEpoch {
  epoch: number;
  /** Mean training loss; null for epoch 0. */
  loss: number | null;
  /** Of the images to stop by: log loss, and share told right; null where there are none. */
  heldOutLoss: number | null;
  heldOut: number | null;
}

/** Before and after on images that neither taught nor said when to stop, by imprinting all others. */
export interface TuningReport {
  before: Figure;
  after: Figure;
  /** after - before, of the same images; null where there is no figure. */
  difference: { value: number; interval: Interval } | null;
  /** Of these images, the share for which the best of the backbone's own classes is still the same. */
  agreement: Figure;
  /** Whether there is a better backbone to keep. */
  better: boolean;
  /** What it comes to, for a person to read beside the figures. */
  sentence: string;
}

/** reading: images are read again · ready: it may be kept or discarded · failed and cancelled: nothing was changed. */
export type TuningStatus = 'reading' | 'training' | 'ready' | 'cancelled' | 'failed';

export interface TuningRun {
  request: TuningRequest;
  status: TuningStatus;
  /** ISO time it was begun. */
  at: string;
  /** What it learns from: a copy of what was labelled when it began. */
  images: number;
  groups: number;
  classes: number;
  /** Of the stage it is in: images read again, then per cent of all epochs. */
  progress: WorkProgress;
  epochs: TuningEpoch[];
  /** Epoch whose weights it is; null while it is not ready. */
  best: number | null;
  /** Labelled images that could not be read again, so that it did without them. */
  leftOut: number;
  report: TuningReport | null;
  /** Why it failed, or may not be kept although it is ready, a sentence. */
  trouble: string | null;
}

/** What is known of a tuned backbone that was kept. */
export interface KeptTuning {
  request: TuningRequest;
  /** ISO time. */
  at: string;
  images: number;
  groups: number;
  classes: number;
  best: number;
  report: TuningReport;
}

/** Which backbone embeddings come from. */
export type TuningStanding =
  | { kind: 'shipped' }
  | { kind: 'tuned'; tuned: KeptTuning }
  /** The shipped one: a label that the tuned one learnt from was taken away or changed, or its files are gone. */
  | { kind: 'out of use'; tuned: KeptTuning | null; why: string };

export interface TuningState {
  standing: TuningStanding;
  /** The last run until it is kept or discarded. */
  run: TuningRun | null;
}

export interface TuningCalls {
  'tuning:state': () => TuningState;
  /** Takes a copy of what is labelled, reads those images again and trains; see the event. Throws where nothing can be learnt from that. */
  'tuning:start': (request: TuningRequest) => void;
  'tuning:cancel': () => void;
  /** The tuned backbone is used from now on: every image is read again. An undoable step. */
  'tuning:keep': () => void;
  /** Forgets the last run. */
  'tuning:discard': () => void;
  /** Back to the shipped backbone: nothing that was read by it is read again. An undoable step. */
  'tuning:back': () => void;
}

export interface TuningEvents {
  /** Some four times a second while a run is under way, and whenever another backbone comes into use. */
  'tuning:changed': TuningState;
}

export const tuningChannels: Record<keyof TuningCalls, true> = {
  'tuning:state': true,
  'tuning:start': true,
  'tuning:cancel': true,
  'tuning:keep': true,
  'tuning:discard': true,
  'tuning:back': true,
};

export const tuningEvents: Record<keyof TuningEvents, true> = { 'tuning:changed': true };
