/** @file Calls about image files and folders that are not where they were. */
import type { ProjectChange } from '../model';

/** What is not where it was, and what could be done about it. */
export interface MovesState {
  /** Images that something was decided about and that were found again under another name. */
  moved: number;
  /** Folders of the project that cannot be found, with how many of its images are shown. */
  missing: { folder: string; path: string; images: number }[];
}

export interface Move {
  /** Items of the project, and what a person calls them: their path, with the folder's where there are several. */
  from: string;
  to: string;
  fromPath: string;
  toPath: string;
}

export interface UnclearMove {
  path: string;
  /** A sentence: why it is not moved. */
  reason: string;
}

export interface MovesPlan {
  /** By which `moves:apply` names exactly this plan. */
  id: string;
  moves: Move[];
  unclear: UnclearMove[];
}

export interface MoveCalls {
  'moves:state': () => MovesState;
  /** Looks anew; changes nothing. */
  'moves:find': () => MovesPlan;
  /** Takes what was decided about the images to their new names, as one step. */
  'moves:apply': (plan: string) => ProjectChange;
  /** Asks where the folder is now; null when that was cancelled. */
  'folder:relink': (folder: string) => ProjectChange | null;
}

export interface MoveEvents {
  'moves:changed': MovesState;
}

export const moveChannels: Record<keyof MoveCalls, true> = {
  'moves:state': true,
  'moves:find': true,
  'moves:apply': true,
  'folder:relink': true,
};

export const moveEvents: Record<keyof MoveEvents, true> = { 'moves:changed': true };
