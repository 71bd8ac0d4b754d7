/** @file The application menu. Its items are carried out by the window, which knows the selection. Runs in main. */
import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { MenuMarks } from '../contract/areas/app';
import { MENU_KEYS } from '../contract/menuKeys';
import type { MenuAction } from '../contract/model';

export interface MenuState extends MenuMarks {
  projectOpen: boolean;
  undo: string | null;
  redo: string | null;
}

export function setupMenu(state: MenuState, act: (action: MenuAction) => void): void {
  const item = (label: string, action: MenuAction, enabled = true): MenuItemConstructorOptions => {
    const accelerator = MENU_KEYS[action];
    return {
      label,
      enabled,
      click: () => act(action),
      ...(accelerator ? { accelerator } : {}),
      // The window has its own key handling; a menu accelerator would run the action twice.
      registerAccelerator: false,
    };
  };
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      { label: '&File', submenu: fileMenu(state, item) },
      { label: '&Edit', submenu: editMenu(state, item) },
      { label: '&Label', submenu: labelMenu(state, item) },
      { label: '&View', submenu: viewMenu(state, item) },
      { label: '&Help', submenu: [item('Keyboard Shortcuts', 'shortcuts')] },
    ]),
  );
}

type Item = (label: string, action: MenuAction, enabled?: boolean) => MenuItemConstructorOptions;

/** With a check mark, or as one of several of which one is in force. */
const marked = (
  type: 'checkbox' | 'radio',
  checked: boolean,
  item: MenuItemConstructorOptions,
): MenuItemConstructorOptions => ({ ...item, type, checked });

const LINE: MenuItemConstructorOptions = { type: 'separator' };

function fileMenu({ projectOpen }: MenuState, item: Item): MenuItemConstructorOptions[] {
  return [
    item('Open Folder of Images…', 'openFolder'),
    item('Open Project…', 'openProject'),
    item('Open Exported Model…', 'openModel'),
    LINE,
    item('Add Another Folder…', 'addFolder', projectOpen),
    item('Look for New Images', 'rescan', projectOpen),
    item('Classify Another Folder…', 'classifyFolder', projectOpen),
    item('What the Model Sees…', 'framing', projectOpen),
    item('Backbone…', 'backbone', projectOpen),
    item('Show Image in File Manager', 'reveal', projectOpen),
    LINE,
    { label: 'Import Labels', enabled: projectOpen, submenu: importMenu(item) },
    item('Add Classes from a Class File…', 'importClasses', projectOpen),
    item('Take Over Another Person’s Labels…', 'takeOver', projectOpen),
    item('Save Labels As…', 'saveLabels', projectOpen),
    LINE,
    item('Purge What Was Removed…', 'purge', projectOpen),
    item('Close Project', 'closeProject', projectOpen),
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
    item(undo ? `Undo ${undo}` : 'Undo', 'undo', undo !== null),
    item(redo ? `Redo ${redo}` : 'Redo', 'redo', redo !== null),
    LINE,
    { role: 'cut' },
    { role: 'copy' },
    { role: 'paste' },
    LINE,
    item('Select All in the List', 'selectAll', projectOpen),
    item('Select Nothing', 'clear', projectOpen),
    LINE,
    item('Find by Name…', 'findName', projectOpen),
    item('Add Filter…', 'addFilter', projectOpen),
    item('Update the List', 'updateList', projectOpen),
  ];
}

function labelMenu({ autoAdvance, projectOpen }: MenuState, item: Item): MenuItemConstructorOptions[] {
  return [
    item('Accept the Guess', 'accept', projectOpen),
    item('Accept All Certain Guesses of a Class…', 'acceptConfident', projectOpen),
    item('Label as…', 'findClass', projectOpen),
    item('New Class', 'newClass', projectOpen),
    item('Draw Boxes', 'drawBox', projectOpen),
    item('Take the Label Away', 'unlabel', projectOpen),
    item('Exclude or Include', 'exclude', projectOpen),
    LINE,
    item('Next Doubtful Image', 'nextDoubtful', projectOpen),
    item('Similar Images', 'similar', projectOpen),
    item('Alike Beside Each Other', 'alike', projectOpen),
    item('Labels That Look Wrong', 'mislabelled', projectOpen),
    item('Images That Show the Same…', 'findDuplicates', projectOpen),
    LINE,
    item('Group', 'group', projectOpen),
    item('Ungroup', 'ungroup', projectOpen),
    item('Group Bursts or Subfolders…', 'groupImages', projectOpen),
    LINE,
    marked('checkbox', autoAdvance, item('Go On to the Next Image by Itself', 'autoAdvance', projectOpen)),
  ];
}

function viewMenu({ mapTool, projectOpen }: MenuState, item: Item): MenuItemConstructorOptions[] {
  return [
    item('Label', 'showLabel', projectOpen),
    item('Map', 'showMap', projectOpen),
    item('Check', 'showCheck', projectOpen),
    item('Export', 'showExport', projectOpen),
    item('Evaluate', 'showEvaluate', projectOpen),
    item('Fine-tune', 'showFineTune', projectOpen),
    LINE,
    item('Preview', 'preview', projectOpen),
    { label: 'On the Map', enabled: mapTool !== null, submenu: mapMenu(mapTool, item) },
    LINE,
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { role: 'togglefullscreen' },
  ];
}

function mapMenu(tool: MenuMarks['mapTool'], item: Item): MenuItemConstructorOptions[] {
  const onMap = tool !== null;
  return [
    item('Closer', 'zoomIn', onMap),
    item('Further Away', 'zoomOut', onMap),
    item('Show All', 'fitMap', onMap),
    LINE,
    marked('radio', tool === 'move', item('Drag Moves the Map', 'toolMove', onMap)),
    marked('radio', tool === 'lasso', item('Drag Draws a Lasso', 'toolLasso', onMap)),
    marked('radio', tool === 'rectangle', item('Drag Draws a Rectangle', 'toolRectangle', onMap)),
    LINE,
    item('Show in the Grid What Is Selected', 'showInGrid', onMap),
  ];
}
