/** @file Calls about the app and which project is open. */
import type { MenuAction } from '../menuActions';
import type { AppState, Notice, ProjectSnapshot } from '../model';
import type { ClassFilePlan } from './classFiles';

/** What the application menu shows of the window's own state. */
export interface MenuMarks {
  autoAdvance: boolean;
  /** The tool in hand on the map; null in every other view. */
  mapTool: 'move' | 'lasso' | 'rectangle' | null;
}

/** What a path leads to: a project, or what a file of classes offers the one that is open. */
export type Opened = { project: ProjectSnapshot } | { classes: ClassFilePlan };

export interface AppCalls {
  'app:state': () => AppState;
  /** Each opener answers null when the person cancelled its dialog. */
  'project:chooseFolder': () => ProjectSnapshot | null;
  'project:chooseProject': () => ProjectSnapshot | null;
  'project:openRecent': (id: string) => ProjectSnapshot | null;
  'project:openSample': () => ProjectSnapshot | null;
  /** What the program was started with, or was given since; null where that is nothing, or was opened already. */
  'project:openGiven': () => Opened | null;
  /** Only the preload calls it, with the path of a dropped `File`; the window cannot name a path itself. */
  'project:openDropped': (path: string) => Opened;
  'project:forgetRecent': (id: string) => AppState;
  'project:close': () => AppState;
  'app:menuMarks': (marks: MenuMarks) => void;
}

export interface AppEvents {
  'app:notice': Notice;
  'app:menu': MenuAction;
  /** Something was given from outside: `project:openGiven` opens it. */
  'app:given': null;
}

/** What the page itself may call. */
export type AppWindowChannel = Exclude<keyof AppCalls, 'project:openDropped'>;

export const appChannels: Record<AppWindowChannel, true> = {
  'app:state': true,
  'project:chooseFolder': true,
  'project:chooseProject': true,
  'project:openRecent': true,
  'project:openSample': true,
  'project:openGiven': true,
  'project:forgetRecent': true,
  'project:close': true,
  'app:menuMarks': true,
};

export const appEvents: Record<keyof AppEvents, true> = {
  'app:notice': true,
  'app:menu': true,
  'app:given': true,
};
