/** @file Calls about taking over another person's labels of the same images. */
import type { MergePlan } from '../merging';
import type { ProjectChange, WorkProgress } from '../model';

export interface MergeCalls {
  /** Asks for the other project first, and only reads it; null when that, or comparing, was cancelled. */
  'merge:plan': () => MergePlan | null;
  'merge:cancel': () => void;
  /** Carries the plan of this id out, as one step. @param theirs numbers of the conflicts in which the other is right */
  'merge:apply': (plan: string, theirs: number[]) => ProjectChange;
  /** Asks for a folder, and saves conflicts and what has no place here into a new one in it; answers which. */
  'merge:save': (plan: string, theirs: number[]) => string | null;
}

export interface MergeEvents {
  'merge:progress': WorkProgress;
}

export const mergeChannels: Record<keyof MergeCalls, true> = {
  'merge:plan': true,
  'merge:cancel': true,
  'merge:apply': true,
  'merge:save': true,
};

export const mergeEvents: Record<keyof MergeEvents, true> = { 'merge:progress': true };
