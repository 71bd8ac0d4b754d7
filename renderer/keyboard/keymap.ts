/** @file Every key of the Label view, as one table: the handler and the sheet of keys both come from it. */
import { isClassKey } from '../logic/classKeys';

export type ActionName =
  | 'labelWithKey'
  | 'accept'
  | 'unlabel'
  | 'exclude'
  | 'newClass'
  | 'move'
  | 'extend'
  | 'moveFocus'
  | 'toggle'
  | 'selectAll'
  | 'clear'
  | 'undo'
  | 'redo'
  | 'reveal'
  | 'shortcuts';

export type Step = 'left' | 'right' | 'up' | 'down' | 'pageUp' | 'pageDown' | 'home' | 'end';

export type Action =
  | { name: 'labelWithKey'; key: string }
  | { name: 'move' | 'extend' | 'moveFocus'; step: Step }
  | { name: Exclude<ActionName, 'labelWithKey' | 'move' | 'extend' | 'moveFocus'> };

/** What of a KeyboardEvent matters. */
export interface Key {
  key: string;
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  altKey: boolean;
}

const STEPS: Readonly<Record<string, Step>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  PageUp: 'pageUp',
  PageDown: 'pageDown',
  Home: 'home',
  End: 'end',
};

type Simple = Extract<
  Action,
  { name: Exclude<ActionName, 'labelWithKey' | 'move' | 'extend' | 'moveFocus'> }
>;

const PLAIN: Readonly<Record<string, Simple['name']>> = {
  Enter: 'accept',
  Backspace: 'unlabel',
  Delete: 'unlabel',
  Escape: 'clear',
  ' ': 'toggle',
  '?': 'shortcuts',
  n: 'newClass',
  x: 'exclude',
};

const WITH_CONTROL: Readonly<Record<string, Simple['name']>> = {
  a: 'selectAll',
  z: 'undo',
  y: 'redo',
  e: 'reveal',
};

/** The action of a key, or null. Control stands for Command on a Mac as well. */
export function actionOf(event: Key): Action | null {
  if (event.altKey) return null;
  const control = event.ctrlKey || event.metaKey;
  const step = STEPS[event.key];
  if (step) return { name: event.shiftKey ? 'extend' : control ? 'moveFocus' : 'move', step };
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (control) {
    if (key === 'z' && event.shiftKey) return { name: 'redo' };
    const name = event.shiftKey ? undefined : WITH_CONTROL[key];
    return name ? { name } : null;
  }
  const name = PLAIN[key];
  if (name) return { name };
  const classKey = digitOf(event) ?? key;
  return !event.shiftKey && isClassKey(classKey) ? { name: 'labelWithKey', key: classKey } : null;
}

/** The digit printed on the key, also where the layout puts it on the shifted level (as in France). */
function digitOf({ code, shiftKey }: Key): string | null {
  return shiftKey ? null : (/^Digit([0-9])$/.exec(code)?.[1] ?? null);
}

export interface Shortcut {
  group: 'label' | 'move' | 'project';
  action: ActionName;
  /** Alternatives, each a chord of key names as printed on the keys. */
  keys: readonly (readonly string[])[];
}

export const SHORTCUTS: readonly Shortcut[] = [
  { group: 'label', action: 'labelWithKey', keys: [['0–9'], ['A–Z']] },
  { group: 'label', action: 'accept', keys: [['Enter']] },
  { group: 'label', action: 'unlabel', keys: [['Backspace'], ['Delete']] },
  { group: 'label', action: 'newClass', keys: [['N']] },
  { group: 'label', action: 'exclude', keys: [['X']] },
  { group: 'move', action: 'move', keys: [['Arrows'], ['Page Up'], ['Page Down'], ['Home'], ['End']] },
  { group: 'move', action: 'extend', keys: [['Shift', 'Arrows']] },
  { group: 'move', action: 'moveFocus', keys: [['Ctrl', 'Arrows']] },
  { group: 'move', action: 'toggle', keys: [['Space']] },
  { group: 'move', action: 'selectAll', keys: [['Ctrl', 'A']] },
  { group: 'move', action: 'clear', keys: [['Esc']] },
  { group: 'project', action: 'undo', keys: [['Ctrl', 'Z']] },
  {
    group: 'project',
    action: 'redo',
    keys: [
      ['Ctrl', 'Shift', 'Z'],
      ['Ctrl', 'Y'],
    ],
  },
  { group: 'project', action: 'reveal', keys: [['Ctrl', 'E']] },
  { group: 'project', action: 'shortcuts', keys: [['?']] },
];
