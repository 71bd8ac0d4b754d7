/** @file What main and the window say to each other about labels that come from files and go to files. Types only. */

/** Where labels come from: a file (CSV or JSON), a folder with one subfolder per class, the project's own folders. */
export type ImportSource = 'file' | 'tree' | 'folders';

export type ImportFormat = 'csv' | 'fiftyone' | 'label-studio' | 'tree' | 'folders';

/** A row that is left out, or a file's note: why, in a sentence. */
export interface ImportProblem {
  /** Line of a CSV, number of a task or entry, from 1; null where it is about the whole file. */
  line: number | null;
  text: string;
}

export interface PlannedClass {
  name: string;
  isNew: boolean;
  /** Items that the source gives this class, whether they have a label or not. */
  count: number;
}

/** An item whose label in the project is another than the source's. */
export interface ImportConflict {
  path: string;
  has: string;
  gets: string;
}

/** What an import would do. Nothing is changed before it is applied. */
export interface ImportPlan {
  /** Names this plan in `labels:applyImport`. */
  id: string;
  format: ImportFormat;
  /** Name of the file or folder. */
  source: string;
  /** Rows, tasks or entries that the source has. */
  rows: number;
  /** Of these, how many are used. */
  usable: number;
  /** Items that get a label and have none. */
  fresh: number;
  /** Items that have the same label already. */
  same: number;
  conflicts: number;
  /** The first of the conflicts. */
  conflictExamples: ImportConflict[];
  classes: PlannedClass[];
  /** New boxes. */
  boxes: number;
  /** Items that have no group, place, time or role yet and are given one. */
  groups: number;
  places: number;
  times: number;
  roles: number;
  /** Groups, places, times and roles that are others than the project's. */
  otherConflicts: number;
  /** Rows that were matched by nothing but the file's name. */
  byNameAlone: number;
  /** Columns that mean nothing to this program. */
  ignoredColumns: string[];
  /** How many rows are left out; `problems` holds the first of them. */
  problemCount: number;
  problems: ImportProblem[];
}

/** What happens to items that have another label already. */
export interface ImportChoice {
  existing: 'keep' | 'replace';
}

/** Why a meaning is recommended. */
export type FolderReason = 'many' | 'dates' | 'numbers' | 'repeated' | 'words';

/** Whether the subfolders of a folder are classes or places is asked once. */
export interface FolderQuestion {
  /** Id of the folder. */
  folder: string;
  name: string;
  /** How many subfolders hold images. */
  subfolders: number;
  /** The largest of them. */
  shown: { name: string; images: number }[];
  recommended: FolderMeaning;
  because: FolderReason;
}

export type FolderMeaning = 'classes' | 'places' | 'plain';

export type SaveFormat =
  'csv' | 'folders' | 'fiftyone' | 'label-studio' | 'cvat-images' | 'cvat-xml' | 'embeddings' | 'guesses';

export interface SaveOptions {
  format: SaveFormat;
  /** labels: what was decided · an id: what is guessed of the images of this folder, which is only classified */
  of: 'labels' | { results: string };
  /** Images without a label too. */
  unlabelled: boolean;
  /** Images are the same files under a second name, which takes no space, instead of copies. */
  link: boolean;
}

export interface SaveProgress {
  /** Images done, of all. */
  done: number;
  total: number;
  /** Images per second; null until known. */
  rate: number | null;
  secondsLeft: number | null;
}

export interface SavedLabels {
  folder: string;
  /** Names of what is in it, folders by '/'. */
  files: string[];
  images: number;
  /** What was left out, and why, each a sentence. */
  notes: string[];
}
