/** @file Calls that change what a person decided, and what the engine makes of it. */
import type { Command, Estimate, GuessTable, ItemDetails, ProjectChange, SaveState } from '../model';

export interface LabelCalls {
  /** Answers once the command is on disk. */
  'project:apply': (command: Command) => ProjectChange;
  'project:undo': () => ProjectChange | null;
  'project:redo': () => ProjectChange | null;
  'project:retrySave': () => SaveState;
  'item:details': (item: string) => ItemDetails;
}

export interface LabelEvents {
  'project:changed': ProjectChange;
  'project:saved': SaveState;
  'guesses:changed': GuessTable | null;
  'estimate:changed': Estimate | null;
}

export const labelChannels: Record<keyof LabelCalls, true> = {
  'project:apply': true,
  'project:undo': true,
  'project:redo': true,
  'project:retrySave': true,
  'item:details': true,
};

export const labelEvents: Record<keyof LabelEvents, true> = {
  'project:changed': true,
  'project:saved': true,
  'guesses:changed': true,
  'estimate:changed': true,
};
