/** @file The application menu. Its items are carried out by the window, which knows the selection. Runs in main. */
import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { MenuAction } from '../contract/model';

export interface MenuState {
  projectOpen: boolean;
  undo: string | null;
  redo: string | null;
}

export function setupMenu(state: MenuState, act: (action: MenuAction) => void): void {
  const item = (
    label: string,
    action: MenuAction,
    accelerator?: string,
    enabled = true,
  ): MenuItemConstructorOptions => ({
    label,
    enabled,
    click: () => act(action),
    ...(accelerator ? { accelerator } : {}),
    // The window has its own key handling; a menu accelerator would run the action twice.
    registerAccelerator: false,
  });
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      { label: '&File', submenu: fileMenu(state, item) },
      { label: '&Edit', submenu: editMenu(state, item) },
      { label: '&View', submenu: viewMenu(state, item) },
      { label: '&Help', submenu: [item('Keyboard Shortcuts', 'shortcuts', '?')] },
    ]),
  );
}

type Item = (
  label: string,
  action: MenuAction,
  accelerator?: string,
  enabled?: boolean,
) => MenuItemConstructorOptions;

function fileMenu({ projectOpen }: MenuState, item: Item): MenuItemConstructorOptions[] {
  return [
    item('Open Folder of Images…', 'openFolder', 'CmdOrCtrl+O'),
    item('Open Project…', 'openProject', 'CmdOrCtrl+Shift+O'),
    { type: 'separator' },
    item('Add Another Folder…', 'addFolder', undefined, projectOpen),
    item('Look for New Images', 'rescan', 'F5', projectOpen),
    { type: 'separator' },
    { label: 'Import Labels', enabled: projectOpen, submenu: importMenu(item) },
    { type: 'separator' },
    item('Close Project', 'closeProject', 'CmdOrCtrl+W', projectOpen),
    { role: 'quit' },
  ];
}

function importMenu(item: Item): MenuItemConstructorOptions[] {
  return [
    item('From a File (CSV, FiftyOne, Label Studio)…', 'importFile'),
    item('From a Folder per Class…', 'importTree'),
    item('From the Names of the Folders…', 'importFolders'),
  ];
}

function editMenu({ projectOpen, undo, redo }: MenuState, item: Item): MenuItemConstructorOptions[] {
  return [
    item(undo ? `Undo ${undo}` : 'Undo', 'undo', 'CmdOrCtrl+Z', undo !== null),
    item(redo ? `Redo ${redo}` : 'Redo', 'redo', 'CmdOrCtrl+Shift+Z', redo !== null),
    { type: 'separator' },
    { role: 'cut' },
    { role: 'copy' },
    { role: 'paste' },
    { type: 'separator' },
    item('Select All', 'selectAll', 'CmdOrCtrl+A', projectOpen),
    item('New Class', 'newClass', 'N', projectOpen),
    item('Exclude or Include', 'toggleExcluded', 'X', projectOpen),
  ];
}

function viewMenu({ projectOpen }: MenuState, item: Item): MenuItemConstructorOptions[] {
  return [
    item('Label', 'showLabel', 'CmdOrCtrl+1', projectOpen),
    item('Export', 'showExport', 'CmdOrCtrl+2', projectOpen),
    { type: 'separator' },
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { role: 'togglefullscreen' },
  ];
}
