/** @file The application menu's items that the window carries out. */
import type { MenuAction } from '../../main/contract/model';
import type { Session } from './session';
import type { Studio } from './studio.svelte';

const ALWAYS: Partial<Record<MenuAction, (studio: Studio) => Promise<void>>> = {
  openFolder: (studio) => studio.openFolder(),
  openProject: (studio) => studio.openProject(),
  closeProject: (studio) => studio.closeProject(),
};

const IN_PROJECT: Partial<Record<MenuAction, (session: Session) => Promise<void> | void>> = {
  addFolder: ({ work }) => work.addFolder(),
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

export function runMenu(studio: Studio, action: MenuAction): void {
  void ALWAYS[action]?.(studio);
  if (studio.session) void IN_PROJECT[action]?.(studio.session);
}
