/** @file The application menu's items that the window carries out. */
import type { MenuAction } from '../../main/contract/model';
import type { Session } from './session';

/** What the menu acts on. */
export interface MenuSubject {
  readonly session: Session | null;
  openFolder(): Promise<void>;
  openProject(): Promise<void>;
  closeProject(): Promise<void>;
}

const ALWAYS: Partial<Record<MenuAction, (subject: MenuSubject) => Promise<void>>> = {
  openFolder: (subject) => subject.openFolder(),
  openProject: (subject) => subject.openProject(),
  closeProject: (subject) => subject.closeProject(),
};

const IN_PROJECT: Partial<Record<MenuAction, (session: Session) => Promise<void> | void>> = {
  addFolder: ({ work }) => work.addFolder(),
  importFile: ({ importing }) => importing.choose('file'),
  importTree: ({ importing }) => importing.choose('tree'),
  importFolders: ({ importing }) => importing.choose('folders'),
  rescan: ({ work }) => work.rescan(),
  undo: ({ work }) => work.undo(),
  redo: ({ work }) => work.redo(),
  selectAll: ({ selection, view }) => selection.all(view.list),
  showLabel: ({ view }) => view.open('label'),
  showExport: ({ view }) => view.open('export'),
  toggleExcluded: ({ labelling }) => labelling.toggleExcluded(),
  newClass: ({ view }) => view.startNaming(),
  shortcuts: ({ view }) => {
    view.shortcuts = true;
  },
};

export function runMenu(subject: MenuSubject, action: MenuAction): void {
  void ALWAYS[action]?.(subject);
  if (subject.session) void IN_PROJECT[action]?.(subject.session);
}
