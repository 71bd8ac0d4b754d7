/** @file What every key of the window means; `shortcuts.ts` lists them for the sheet, and a test holds the two together. */
import type { MenuAction } from '../../main/contract/menuActions';
import { isClassKey } from '../../main/contract/classKeys';
import type { Direction } from '../logic/map/pointIndex';
import type { BoxActionName, MapActionName, MergeActionName } from './places';

export type ActionName =
  | 'labelWithKey'
  | PlainAction
  | 'move'
  | 'extend'
  | 'moveFocus'
  | BoxActionName
  | MapActionName
  | MergeActionName
  | MenuKey
  | PreviewAction['name'];

/** Keys that mean something of their own while one image is shown large. */
export type PreviewAction =
  | { name: 'pan'; direction: 'left' | 'right' | 'up' | 'down' }
  | { name: 'closer' | 'further' | 'fitOrFull' | 'closePreview' };

/** Actions that need to know nothing but the open project. */
export type PlainAction =
  | 'accept'
  | 'acceptConfident'
  | 'unlabel'
  | 'exclude'
  | 'findClass'
  | 'newClass'
  | 'nextDoubtful'
  | 'similar'
  | 'alike'
  | 'mislabelled'
  | 'group'
  | 'ungroup'
  | 'toggle'
  | 'selectAll'
  | 'clear'
  | 'preview'
  | 'addFilter'
  | 'findName'
  | 'updateList'
  | 'autoAdvance'
  | 'undo'
  | 'redo'
  | 'reveal'
  | 'drawBox'
  | 'shortcuts';

/** Keys that the application menu shows and the window carries out, in any view and without a project too. */
export type MenuKey = Extract<
  MenuAction,
  | ('openFolder' | 'openProject' | 'closeProject' | 'rescan')
  | ('showLabel' | 'showMap' | 'showCheck' | 'showExport' | 'showEvaluate' | 'showFineTune')
  | ('groupImages' | 'findDuplicates' | 'framing' | 'preferences')
>;

export type Step = 'left' | 'right' | 'up' | 'down' | 'pageUp' | 'pageDown' | 'home' | 'end';

export type Action =
  | { name: 'labelWithKey'; key: string }
  | { name: 'move' | 'extend' | 'moveFocus'; step: Step }
  | { name: PlainAction | MenuKey };

/** What of a KeyboardEvent matters. */
export interface Key {
  key: string;
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  altKey: boolean;
}

export const STEPS: Readonly<Record<string, Step>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  PageUp: 'pageUp',
  PageDown: 'pageDown',
  Home: 'home',
  End: 'end',
};

type Simple = { name: PlainAction | MenuKey };

const PLAIN: Readonly<Record<string, Simple['name']>> = {
  Enter: 'accept',
  Backspace: 'unlabel',
  Delete: 'unlabel',
  Escape: 'clear',
  ' ': 'toggle',
  '?': 'shortcuts',
  '/': 'findClass',
  d: 'nextDoubtful',
  b: 'drawBox',
  n: 'newClass',
  s: 'similar',
  x: 'exclude',
  z: 'preview',
  F5: 'rescan',
};

const WITH_SHIFT: Readonly<Record<string, Simple['name']>> = {
  Enter: 'acceptConfident',
  a: 'autoAdvance',
  f: 'addFilter',
  m: 'mislabelled',
  s: 'alike',
  u: 'updateList',
};

const WITH_CONTROL_AND_SHIFT: Readonly<Record<string, Simple['name']>> = {
  f: 'framing',
  z: 'redo',
  o: 'openProject',
  g: 'ungroup',
};

const WITH_CONTROL: Readonly<Record<string, Simple['name']>> = {
  a: 'selectAll',
  z: 'undo',
  y: 'redo',
  e: 'reveal',
  f: 'findName',
  o: 'openFolder',
  w: 'closeProject',
  g: 'group',
  b: 'groupImages',
  d: 'findDuplicates',
  ',': 'preferences',
  '1': 'showLabel',
  '2': 'showMap',
  '3': 'showCheck',
  '4': 'showExport',
  '5': 'showEvaluate',
  '6': 'showFineTune',
};

/** The action of a key, or null. Control stands for Command on a Mac as well. */
export function actionOf(event: Key): Action | null {
  if (event.altKey) return null;
  const control = event.ctrlKey || event.metaKey;
  const step = STEPS[event.key];
  if (step) return { name: event.shiftKey ? 'extend' : control ? 'moveFocus' : 'move', step };
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (control) {
    const name = (event.shiftKey ? WITH_CONTROL_AND_SHIFT : WITH_CONTROL)[key];
    return name ? { name } : null;
  }
  const name = event.shiftKey ? (WITH_SHIFT[key] ?? shifted(key)) : PLAIN[key];
  if (name) return { name };
  const classKey = digitOf(event) ?? key;
  return !event.shiftKey && isClassKey(classKey) ? { name: 'labelWithKey', key: classKey } : null;
}

/** Signs need Shift on some layouts, and other keys mean the same with it; letters with Shift are keys of their own. */
function shifted(key: string): Simple['name'] | undefined {
  return /^[a-z]$/.test(key) ? undefined : PLAIN[key];
}

export const DIRECTIONS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

const IN_PREVIEW: Readonly<Record<string, Exclude<PreviewAction['name'], 'pan'>>> = {
  '+': 'closer',
  '=': 'closer',
  '-': 'further',
  ' ': 'fitOrFull',
  Escape: 'closePreview',
};

/** What a key means while one image is shown large; null where it means what it does everywhere. */
export function previewActionOf(event: Key): PreviewAction | null {
  if (event.altKey || event.ctrlKey || event.metaKey) return null;
  const direction = STEPS[event.key];
  const isArrow = direction === 'left' || direction === 'right' || direction === 'up' || direction === 'down';
  if (isArrow) return event.shiftKey ? { name: 'pan', direction } : null;
  const name = IN_PREVIEW[event.key];
  return name ? { name } : null;
}

/** The digit printed on the key, also where the layout puts it on the shifted level (as in France). */
export function digitOf({ code, shiftKey }: Key): string | null {
  return shiftKey ? null : (/^Digit([0-9])$/.exec(code)?.[1] ?? null);
}
