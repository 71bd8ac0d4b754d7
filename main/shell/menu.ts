/** @file The application menu. Its items are carried out by the window, which knows the selection. Runs in main. */
import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { MenuMarks } from '../contract/areas/app';
import { MENU_KEYS } from '../contract/menuKeys';
import type { MenuAction } from '../contract/menuActions';
import { words } from '../../strings/words';

export interface MenuState extends MenuMarks {
  projectOpen: boolean;
  undo: string | null;
  redo: string | null;
}

export interface MenuActs {
  /** What the window carries out. */
  act: (action: MenuAction) => void;
  showLog: () => void;
}

type Options = MenuItemConstructorOptions;
type Item = (action: MenuAction, enabled?: boolean) => Options;
/** An item, or a line between two groups of them. */
type Entry = MenuAction | '-';

export function setupMenu(state: MenuState, { act, showLog }: MenuActs): void {
  const { file, edit, label, view, help, ...named } = words().menu;
  const item: Item = (action, enabled = true) => {
    const accelerator = MENU_KEYS[action];
    const said = named[action];
    return {
      label: typeof said === 'function' ? said(undoable(state, action)) : said,
      enabled,
      click: () => act(action),
      ...(accelerator ? { accelerator } : {}),
      // The window has its own key handling; a menu accelerator would run the action twice.
      registerAccelerator: false,
    };
  };
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(IS_MAC ? [appMenu(item)] : []),
      { label: file, submenu: fileMenu(state, item) },
      { label: edit, submenu: editMenu(state, item) },
      { label, submenu: labelMenu(state, item) },
      { label: view, submenu: viewMenu(state, item) },
      { label: help, submenu: helpMenu(item, showLog) },
    ]),
  );
}

const IS_MAC = process.platform === 'darwin';
const LINE: Options = { type: 'separator' };

const undoable = ({ undo, redo }: MenuState, action: MenuAction): string | null =>
  action === 'undo' ? undo : redo;

const listed = (entries: readonly Entry[], item: Item, enabled = true): Options[] =>
  entries.map((entry) => (entry === '-' ? LINE : item(entry, enabled)));

/** With a check mark, or as one of several of which one is in force. */
const marked = (type: 'checkbox' | 'radio', checked: boolean, item: Options): Options => ({
  ...item,
  type,
  checked,
});

/** Where a Mac has what concerns the app as a whole. */
function appMenu(item: Item): Options {
  const { quit } = words().menu;
  const submenu = [item('about'), LINE, item('preferences'), LINE, { role: 'quit', label: quit } as const];
  return { label: words().app.name, submenu };
}

function fileMenu({ projectOpen }: MenuState, item: Item): Options[] {
  const { importLabels, quit } = words().menu;
  const imports: Entry[] = ['importFile', 'importTree', 'importFolders'];
  return [
    ...listed(['openFolder', 'openProject', 'openModel', '-'], item),
    ...listed(
      ['addFolder', 'rescan', 'classifyFolder', 'framing', 'backbone', 'reveal', '-'],
      item,
      projectOpen,
    ),
    { label: importLabels, enabled: projectOpen, submenu: listed(imports, item) },
    ...listed(['importClasses', 'takeOver', 'saveLabels', '-', 'purge', 'closeProject'], item, projectOpen),
    ...(IS_MAC ? [] : [LINE, item('preferences'), { role: 'quit', label: quit } as const]),
  ];
}

function editMenu({ projectOpen, undo, redo }: MenuState, item: Item): Options[] {
  const { cut, copy, paste } = words().menu;
  return [
    item('undo', undo !== null),
    item('redo', redo !== null),
    LINE,
    { role: 'cut', label: cut },
    { role: 'copy', label: copy },
    { role: 'paste', label: paste },
    LINE,
    ...listed(['selectAll', 'clear', '-', 'findName', 'addFilter', 'updateList'], item, projectOpen),
  ];
}

function labelMenu({ autoAdvance, projectOpen }: MenuState, item: Item): Options[] {
  const entries: Entry[] = [
    ...([
      'accept',
      'acceptConfident',
      'findClass',
      'newClass',
      'drawBox',
      'unlabel',
      'exclude',
      '-',
    ] as const),
    ...(['nextDoubtful', 'similar', 'alike', 'mislabelled', 'findDuplicates', '-'] as const),
    ...(['group', 'ungroup', 'groupImages', '-'] as const),
  ];
  return [
    ...listed(entries, item, projectOpen),
    marked('checkbox', autoAdvance, item('autoAdvance', projectOpen)),
  ];
}

function viewMenu({ mapTool, projectOpen }: MenuState, item: Item): Options[] {
  const { onMap, usualSize, larger, smaller, fullScreen } = words().menu;
  const views: Entry[] = ['showLabel', 'showMap', 'showCheck', 'showExport', 'showEvaluate', 'showFineTune'];
  return [
    ...listed([...views, '-', 'preview'], item, projectOpen),
    { label: onMap, enabled: mapTool !== null, submenu: mapMenu(mapTool, item) },
    LINE,
    { role: 'resetZoom', label: usualSize },
    { role: 'zoomIn', label: larger },
    { role: 'zoomOut', label: smaller },
    { role: 'togglefullscreen', label: fullScreen },
  ];
}

function mapMenu(tool: MenuMarks['mapTool'], item: Item): Options[] {
  const onMap = tool !== null;
  return [
    ...listed(['zoomIn', 'zoomOut', 'fitMap', '-'], item, onMap),
    marked('radio', tool === 'move', item('toolMove', onMap)),
    marked('radio', tool === 'lasso', item('toolLasso', onMap)),
    marked('radio', tool === 'rectangle', item('toolRectangle', onMap)),
    LINE,
    item('showInGrid', onMap),
  ];
}

function helpMenu(item: Item, showLog: () => void): Options[] {
  return [
    item('shortcuts'),
    LINE,
    { label: words().menu.showLog, click: showLog },
    ...(IS_MAC ? [] : [item('about')]),
  ];
}
