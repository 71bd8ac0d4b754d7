/** @file Calls about classes as sums of their images: saved into files, added from files, and reopened with an exported model. */
import type { ProjectChange, ProjectSnapshot } from '../model';

/** A class in a file. */
export interface ClassInFile {
  name: string;
  kind: 'class' | 'background';
  images: number;
  /** Independent groups among them. */
  shots: number;
  /** A small JPEG, if whoever saved it wished that; drawn anew by the decoder. */
  preview: Uint8Array | null;
  /** Id of the project's class of the same name. */
  same: string | null;
  /** That class has exactly these sums already. */
  isThere: boolean;
}

/** What a file offers. Nothing is changed before it is added. */
export interface ClassFilePlan {
  /** Names this plan in `classFiles:add`. */
  id: string;
  /** What the file is called, without its path. */
  name: string;
  createdAt: string;
  /** Why nothing of it can be added here, a sentence; null: all can. */
  why: string | null;
  classes: ClassInFile[];
}

export interface ClassFileChoice {
  /** Place among the classes of the file. */
  entry: number;
  /** Id of the class that the sums are added to; null: a new class. */
  into: string | null;
}

/** What would be saved of a class. */
export interface ClassToSave {
  class: string;
  images: number;
  shots: number;
  /** Some sum in it is that of one picture: its embedding. */
  onePicture: boolean;
  hasPreview: boolean;
  /** Why some of what the class has as sums is not in it, a sentence. */
  leftOut: string | null;
}

export interface ClassFileCalls {
  /** Asks for a file first; null where that was cancelled. */
  'classFiles:open': () => ClassFilePlan | null;
  /** Adds chosen classes of the plan of this id, as one step. */
  'classFiles:add': (plan: string, choices: ClassFileChoice[]) => ProjectChange;
  'classFiles:look': (classId: string) => ClassToSave;
  /** Asks where to; answers the file, null where that was cancelled. */
  'classFiles:save': (classId: string, preview: boolean) => string | null;
  /** Asks for an exported model, and makes a project of its classes; null where that was cancelled. */
  'classFiles:openModel': () => ProjectSnapshot | null;
}

export const classFileChannels: Record<keyof ClassFileCalls, true> = {
  'classFiles:open': true,
  'classFiles:add': true,
  'classFiles:look': true,
  'classFiles:save': true,
  'classFiles:openModel': true,
};
