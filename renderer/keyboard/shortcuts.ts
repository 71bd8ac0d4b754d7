/** @file Every key of the window as menus and the sheet of keys show it. */
import type { ActionName } from './keymap';

export interface Shortcut {
  group: 'label' | 'look' | 'preview' | 'move' | 'boxes' | 'map' | 'merge' | 'project';
  action: ActionName;
  /** Alternatives, each a chord of key names as printed on the keys. */
  keys: readonly (readonly string[])[];
}

/** The keys of an action as menus show them: the first of its chords. */
export function chordOf(action: ActionName): readonly string[] {
  return SHORTCUTS.find((one) => one.action === action)?.keys[0] ?? [];
}

export const SHORTCUTS: readonly Shortcut[] = [
  { group: 'label', action: 'labelWithKey', keys: [['0–9'], ['A–Z']] },
  { group: 'label', action: 'accept', keys: [['Enter']] },
  { group: 'label', action: 'acceptConfident', keys: [['Shift', 'Enter']] },
  { group: 'label', action: 'findClass', keys: [['/']] },
  { group: 'label', action: 'unlabel', keys: [['Backspace'], ['Delete']] },
  { group: 'label', action: 'newClass', keys: [['N']] },
  { group: 'label', action: 'exclude', keys: [['X']] },
  { group: 'label', action: 'group', keys: [['Ctrl', 'G']] },
  { group: 'label', action: 'ungroup', keys: [['Ctrl', 'Shift', 'G']] },
  { group: 'label', action: 'autoAdvance', keys: [['Shift', 'A']] },
  { group: 'look', action: 'nextDoubtful', keys: [['D']] },
  { group: 'look', action: 'similar', keys: [['S']] },
  { group: 'look', action: 'alike', keys: [['Shift', 'S']] },
  { group: 'look', action: 'mislabelled', keys: [['Shift', 'M']] },
  { group: 'look', action: 'preview', keys: [['Z']] },
  { group: 'look', action: 'addFilter', keys: [['Shift', 'F']] },
  { group: 'look', action: 'findName', keys: [['Ctrl', 'F']] },
  { group: 'look', action: 'updateList', keys: [['Shift', 'U']] },
  { group: 'preview', action: 'fitOrFull', keys: [['Space']] },
  { group: 'preview', action: 'closer', keys: [['+']] },
  { group: 'preview', action: 'further', keys: [['−']] },
  { group: 'preview', action: 'pan', keys: [['Shift', 'Arrows']] },
  { group: 'preview', action: 'closePreview', keys: [['Esc'], ['Z']] },
  { group: 'move', action: 'move', keys: [['Arrows'], ['Page Up'], ['Page Down'], ['Home'], ['End']] },
  { group: 'move', action: 'extend', keys: [['Shift', 'Arrows']] },
  { group: 'move', action: 'moveFocus', keys: [['Ctrl', 'Arrows']] },
  { group: 'move', action: 'toggle', keys: [['Space']] },
  { group: 'move', action: 'selectAll', keys: [['Ctrl', 'A']] },
  { group: 'move', action: 'clear', keys: [['Esc']] },
  { group: 'boxes', action: 'drawBox', keys: [['B']] },
  { group: 'boxes', action: 'boxNew', keys: [['Enter']] },
  { group: 'boxes', action: 'boxNext', keys: [['Page Down']] },
  { group: 'boxes', action: 'boxPrevious', keys: [['Page Up']] },
  { group: 'boxes', action: 'boxMove', keys: [['Arrows']] },
  { group: 'boxes', action: 'boxResize', keys: [['Shift', 'Arrows']] },
  { group: 'boxes', action: 'boxDelete', keys: [['Delete']] },
  { group: 'boxes', action: 'boxCopy', keys: [['Shift', 'C']] },
  { group: 'map', action: 'mapStep', keys: [['Arrows']] },
  { group: 'map', action: 'mapExtend', keys: [['Shift', 'Arrows']] },
  { group: 'map', action: 'mapPan', keys: [['Ctrl', 'Arrows']] },
  { group: 'map', action: 'zoomIn', keys: [['+']] },
  { group: 'map', action: 'zoomOut', keys: [['−']] },
  { group: 'map', action: 'fitMap', keys: [['Home'], ['0']] },
  { group: 'map', action: 'toolMove', keys: [['Shift', 'V']] },
  { group: 'map', action: 'toolLasso', keys: [['Shift', 'L']] },
  { group: 'map', action: 'toolRectangle', keys: [['Shift', 'R']] },
  { group: 'map', action: 'showInGrid', keys: [['Shift', 'G']] },
  { group: 'merge', action: 'mergeMine', keys: [['1']] },
  { group: 'merge', action: 'mergeTheirs', keys: [['2']] },
  { group: 'project', action: 'undo', keys: [['Ctrl', 'Z']] },
  {
    group: 'project',
    action: 'redo',
    keys: [
      ['Ctrl', 'Shift', 'Z'],
      ['Ctrl', 'Y'],
    ],
  },
  { group: 'project', action: 'showLabel', keys: [['Ctrl', '1']] },
  { group: 'project', action: 'showMap', keys: [['Ctrl', '2']] },
  { group: 'project', action: 'showCheck', keys: [['Ctrl', '3']] },
  { group: 'project', action: 'showExport', keys: [['Ctrl', '4']] },
  { group: 'project', action: 'showEvaluate', keys: [['Ctrl', '5']] },
  { group: 'project', action: 'showFineTune', keys: [['Ctrl', '6']] },
  { group: 'project', action: 'groupImages', keys: [['Ctrl', 'B']] },
  { group: 'project', action: 'findDuplicates', keys: [['Ctrl', 'D']] },
  { group: 'project', action: 'framing', keys: [['Ctrl', 'Shift', 'F']] },
  { group: 'project', action: 'rescan', keys: [['F5']] },
  { group: 'project', action: 'openFolder', keys: [['Ctrl', 'O']] },
  { group: 'project', action: 'openProject', keys: [['Ctrl', 'Shift', 'O']] },
  { group: 'project', action: 'closeProject', keys: [['Ctrl', 'W']] },
  { group: 'project', action: 'reveal', keys: [['Ctrl', 'E']] },
  { group: 'project', action: 'preferences', keys: [['Ctrl', ',']] },
  { group: 'project', action: 'shortcuts', keys: [['?']] },
];
