/** @file Calls about labels that come from files and folders, and go there. */
import type {
  FolderMeaning,
  FolderQuestion,
  ImportChoice,
  ImportPlan,
  ImportSource,
  SavedLabels,
  SaveOptions,
  SaveProgress,
} from '../exchange';
import type { ProjectChange, WorkProgress } from '../model';

export interface ExchangeCalls {
  /** Asks for the file or folder first; null when that, or the planning, was cancelled. Changes nothing. */
  'labels:planImport': (source: ImportSource) => ImportPlan | null;
  /** Gives up the planning that is under way. */
  'labels:cancelPlan': () => void;
  /** Carries the plan of this id out, as one step. */
  'labels:applyImport': (plan: string, choice: ImportChoice) => ProjectChange;
  /** Whether a folder's subfolders are classes or places; null where there is nothing to ask. */
  'folders:question': () => FolderQuestion | null;
  'folders:answer': (folder: string, meaning: FolderMeaning) => void;
  /** Asks for a folder whose images are guessed at and never teach; null when that was cancelled. */
  'folders:classify': () => ProjectChange | null;
  /** Asks for the folder first; null when that, or the saving, was cancelled. */
  'labels:save': (options: SaveOptions) => SavedLabels | null;
  'labels:cancelSave': () => void;
  /** Shows what was saved last in the file manager. */
  'labels:showSaved': () => void;
}

export interface ExchangeEvents {
  'labels:saveProgress': SaveProgress;
  'labels:planProgress': WorkProgress;
}

export const exchangeChannels: Record<keyof ExchangeCalls, true> = {
  'labels:planImport': true,
  'labels:cancelPlan': true,
  'labels:applyImport': true,
  'folders:question': true,
  'folders:answer': true,
  'folders:classify': true,
  'labels:save': true,
  'labels:cancelSave': true,
  'labels:showSaved': true,
};

export const exchangeEvents: Record<keyof ExchangeEvents, true> = {
  'labels:saveProgress': true,
  'labels:planProgress': true,
};
