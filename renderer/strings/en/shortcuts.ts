/** @file What the sheet of keys calls each action. */
import type { ActionName } from '../../keyboard/keymap';

export const shortcuts = {
  title: 'Keyboard shortcuts',
  groups: { label: 'Label', move: 'Move and select', project: 'Project' },
  or: 'or',
  actions: {
    labelWithKey: 'Label with the class of that key',
    accept: 'Accept the guess',
    unlabel: 'Take the label away',
    exclude: 'Exclude, or include again',
    newClass: 'New class',
    move: 'Move',
    extend: 'Extend the selection',
    moveFocus: 'Move without selecting',
    toggle: 'Add to the selection, or take out',
    selectAll: 'Select all in the list',
    clear: 'Select nothing',
    undo: 'Undo',
    redo: 'Redo',
    showLabel: 'Label',
    showExport: 'Export',
    rescan: 'Look for new and changed images',
    openFolder: 'Open a folder',
    openProject: 'Open a project',
    closeProject: 'Close the project',
    reveal: 'Show in file manager',
    shortcuts: 'This sheet',
  } satisfies Record<ActionName, string>,
  renameClass: 'Rename the class (in the class list)',
};
