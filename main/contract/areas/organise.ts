/** @file Calls about images that show the same, and about the draw of a blind check. Rows are `ItemRow.index`. */
import type { ProjectChange, WorkProgress } from '../model';
import type { DuplicateOptions, DuplicateSet } from '../../organise/duplicates';

export type { DuplicateOptions, DuplicateSet } from '../../organise/duplicates';

export interface CheckDraw {
  change: ProjectChange;
  /** How many were drawn: fewer than asked for where there were no more. */
  drawn: number;
  /** Draws the same items again from the same pool. */
  seed: number;
}

export interface OrganiseCalls {
  /**
   * Sets of images that show the same, the one to keep first; see `main/organise/duplicates.ts`. Excluded images, boxes
   * and folders that are only classified are left out. Null where a later search took its place.
   */
  'duplicates:find': (options: DuplicateOptions) => DuplicateSet[] | null;
  /** Rows that are in a set by the rule that 'duplicates:find' begins with: distance and minutes as they are at first. */
  'duplicates:rows': () => Uint32Array;
  /** Gives up the search that is under way. */
  'duplicates:cancel': () => void;
  /** Draws items for the blind check, one step to undo; a seed of null is chosen by chance. */
  'check:draw': (count: number, seed: number | null) => CheckDraw;
}

export interface OrganiseEvents {
  /** Images compared; told while a search takes long. */
  'duplicates:progress': WorkProgress;
}

export const organiseChannels: Record<keyof OrganiseCalls, true> = {
  'duplicates:find': true,
  'duplicates:rows': true,
  'duplicates:cancel': true,
  'check:draw': true,
};

export const organiseEvents: Record<keyof OrganiseEvents, true> = { 'duplicates:progress': true };
