/**
 * @file The keys that the application menu shows beside its items. The window carries them out by its own table, and a
 * test holds the two together.
 */
import type { MenuAction } from './model';

/** In Electron's words: https://www.electronjs.org/docs/latest/api/accelerator */
export const MENU_KEYS: Readonly<Partial<Record<MenuAction, string>>> = {
  openFolder: 'CmdOrCtrl+O',
  openProject: 'CmdOrCtrl+Shift+O',
  closeProject: 'CmdOrCtrl+W',
  rescan: 'F5',
  undo: 'CmdOrCtrl+Z',
  redo: 'CmdOrCtrl+Shift+Z',
  selectAll: 'CmdOrCtrl+A',
  clear: 'Escape',
  showLabel: 'CmdOrCtrl+1',
  showMap: 'CmdOrCtrl+2',
  showCheck: 'CmdOrCtrl+3',
  showExport: 'CmdOrCtrl+4',
  findName: 'CmdOrCtrl+F',
  addFilter: 'Shift+F',
  updateList: 'Shift+U',
  accept: 'Enter',
  acceptConfident: 'Shift+Enter',
  unlabel: 'Delete',
  findClass: '/',
  newClass: 'N',
  drawBox: 'B',
  exclude: 'X',
  group: 'CmdOrCtrl+G',
  ungroup: 'CmdOrCtrl+Shift+G',
  groupImages: 'CmdOrCtrl+B',
  findDuplicates: 'CmdOrCtrl+D',
  framing: 'CmdOrCtrl+Shift+F',
  nextDoubtful: 'D',
  similar: 'S',
  alike: 'Shift+S',
  mislabelled: 'Shift+M',
  preview: 'Z',
  autoAdvance: 'Shift+A',
  reveal: 'CmdOrCtrl+E',
  shortcuts: '?',
};
