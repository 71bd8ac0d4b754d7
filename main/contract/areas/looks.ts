/** @file Calls about classes of several looks: whether several prototypes tell a class better than one. */
import type { Interval } from '../evaluation';

/** The same held-out groups, asked once with one prototype for the class and once with several. */
export interface PairedEstimate {
  /** Shares of right guesses, every group weighing the same, fractions. */
  one: number;
  several: number;
  /** `several` minus `one`, with its 95 % interval. */
  difference: number;
  interval: Interval;
  /** Held-out groups, the images scored in them, and groups in which the two say something else. */
  groups: number;
  images: number;
  changed: number;
}

/**
 * better: the class is found again more often than chance explains, and all classes together not less often. unclear: more often,
 * or as often, but no more than chance explains. worse: less often, or others are found less often for it. unknown: see `why`.
 */
export type LooksVerdict = 'better' | 'unclear' | 'worse' | 'unknown';

/** What several prototypes would do to a class, or do. Estimates from the learning images, never accuracy. */
export interface LooksGain {
  class: string;
  verdict: LooksVerdict;
  /** That it has with several; 1 where it has too few groups. */
  prototypes: number;
  /** Of the class's own groups; null where nothing can be said. */
  own: PairedEstimate | null;
  /** Of the groups of all classes: what it gains others may lose. */
  all: PairedEstimate | null;
  /** Why nothing can be said, a sentence; null where something can. */
  why: string | null;
}

export interface LooksCalls {
  /** Compares one look of a class with several by the newest labels. */
  'looks:gain': (classId: string) => LooksGain;
}

export const looksChannels: Record<keyof LooksCalls, true> = { 'looks:gain': true };
