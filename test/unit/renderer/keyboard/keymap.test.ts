/** @file The table of keys. */
import { describe, expect, it } from 'vitest';
import { MENU_KEYS } from '../../../../main/contract/menuKeys';
import { shortcuts as words } from '../../../../strings';
import { actionOf, previewActionOf, type Key } from '../../../../renderer/keyboard/keymap';
import { boxActionOf, mapActionOf, mergeActionOf } from '../../../../renderer/keyboard/places';
import { SHORTCUTS } from '../../../../renderer/keyboard/shortcuts';

function press(key: string, held: Partial<Key> = {}) {
  return actionOf({ key, code: '', ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held });
}
const ctrlKey = true;
const shiftKey = true;

describe('keys', () => {
  it.each([
    ['1', {}, { name: 'labelWithKey', key: '1' }],
    ['q', {}, { name: 'labelWithKey', key: 'q' }],
    ['Q', {}, { name: 'labelWithKey', key: 'q' }],
    ['&', { code: 'Digit1' }, { name: 'labelWithKey', key: '1' }],
    ['Enter', {}, { name: 'accept' }],
    ['Delete', {}, { name: 'unlabel' }],
    ['Backspace', {}, { name: 'unlabel' }],
    ['x', {}, { name: 'exclude' }],
    ['n', {}, { name: 'newClass' }],
    [' ', {}, { name: 'toggle' }],
    ['?', { shiftKey }, { name: 'shortcuts' }],
    ['Escape', {}, { name: 'clear' }],
    ['a', { ctrlKey }, { name: 'selectAll' }],
    ['z', { ctrlKey }, { name: 'undo' }],
    ['z', { metaKey: true }, { name: 'undo' }],
    ['Z', { ctrlKey, shiftKey }, { name: 'redo' }],
    ['y', { ctrlKey }, { name: 'redo' }],
    ['e', { ctrlKey }, { name: 'reveal' }],
    ['o', { ctrlKey }, { name: 'openFolder' }],
    ['O', { ctrlKey, shiftKey }, { name: 'openProject' }],
    ['2', { ctrlKey }, { name: 'showMap' }],
    ['3', { ctrlKey }, { name: 'showCheck' }],
    ['4', { ctrlKey }, { name: 'showExport' }],
    ['5', { ctrlKey }, { name: 'showEvaluate' }],
    ['6', { ctrlKey }, { name: 'showFineTune' }],
    ['g', { ctrlKey }, { name: 'group' }],
    ['G', { ctrlKey, shiftKey }, { name: 'ungroup' }],
    ['F', { ctrlKey, shiftKey }, { name: 'framing' }],
    ['F5', {}, { name: 'rescan' }],
    ['Enter', { shiftKey }, { name: 'acceptConfident' }],
    ['/', {}, { name: 'findClass' }],
    ['/', { shiftKey, code: 'Digit7' }, { name: 'findClass' }],
    ['d', {}, { name: 'nextDoubtful' }],
    ['s', {}, { name: 'similar' }],
    ['S', { shiftKey }, { name: 'alike' }],
    ['z', {}, { name: 'preview' }],
    ['A', { shiftKey }, { name: 'autoAdvance' }],
    ['F', { shiftKey }, { name: 'addFilter' }],
    ['U', { shiftKey }, { name: 'updateList' }],
    ['f', { ctrlKey }, { name: 'findName' }],
    ['ArrowDown', {}, { name: 'move', step: 'down' }],
    ['End', { shiftKey }, { name: 'extend', step: 'end' }],
    ['ArrowLeft', { ctrlKey }, { name: 'moveFocus', step: 'left' }],
  ])('%s %o', (key, held, expected) => expect(press(key, held)).toEqual(expected));

  it.each([
    ['9', { ctrlKey }],
    ['s', { ctrlKey }],
    ['a', { altKey: true }],
    ['A', { ctrlKey, shiftKey }],
    ['é', {}],
    ['X', { shiftKey }],
    ['B', { shiftKey }],
    ['Tab', {}],
  ])('leaves %s %o alone', (key, held) => expect(press(key, held)).toBeNull());
});

describe('keys over boxes', () => {
  const onBox = (key: string, held: Partial<Key> = {}, drawing = false) => {
    const event = { key, code: '', ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held };
    return boxActionOf(event, drawing);
  };

  it.each([
    ['ArrowUp', {}, { name: 'boxMove', direction: 'up' }],
    ['ArrowUp', { shiftKey }, { name: 'boxResize', direction: 'up' }],
    ['Delete', {}, { name: 'boxDelete' }],
    ['PageUp', {}, { name: 'boxPrevious' }],
    ['C', { shiftKey }, { name: 'boxCopy' }],
  ])('%s %o', (key, held, expected) => expect(onBox(key, held)).toEqual(expected));

  it('make a box with Enter only while the tool is in hand', () => {
    expect([onBox('Enter', {}, true), onBox('Enter')]).toEqual([{ name: 'boxNew' }, null]);
    expect([onBox('c'), onBox('1'), onBox('ArrowUp', { ctrlKey })]).toEqual([null, null, null]);
  });
});

describe('keys on the map', () => {
  const onMap = (key: string, held: Partial<Key> = {}, taken: string[] = []) => {
    const event = { key, code: '', ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held };
    return mapActionOf(event, (one) => taken.includes(one));
  };

  it.each([
    ['ArrowUp', {}, { name: 'mapStep', direction: 'up' }],
    ['ArrowUp', { shiftKey }, { name: 'mapExtend', direction: 'up' }],
    ['ArrowUp', { ctrlKey }, { name: 'mapPan', direction: 'up' }],
    ['+', { shiftKey }, { name: 'zoomIn' }],
    ['-', {}, { name: 'zoomOut' }],
    ['L', { shiftKey }, { name: 'toolLasso' }],
    ['0', { code: 'Digit0' }, { name: 'fitMap' }],
  ])('%s %o', (key, held, expected) => expect(onMap(key, held)).toEqual(expected));

  it('are those of the classes first', () => {
    expect(onMap('0', { code: 'Digit0' }, ['0'])).toBeNull();
    expect([onMap('l'), onMap('1', { code: 'Digit1' }), onMap('Enter'), onMap('=', { ctrlKey })]).toEqual([
      ...[null, null, null, null],
    ]);
  });
});

describe('keys of the preview', () => {
  const look = (key: string, held: Partial<Key> = {}) =>
    previewActionOf({
      key,
      code: '',
      ctrlKey: false,
      metaKey: false,
      shiftKey: false,
      altKey: false,
      ...held,
    });

  it.each([
    [' ', {}, { name: 'fitOrFull' }],
    ['+', { shiftKey }, { name: 'closer' }],
    ['-', {}, { name: 'further' }],
    ['Escape', {}, { name: 'closePreview' }],
    ['ArrowUp', { shiftKey }, { name: 'pan', direction: 'up' }],
  ])('%s %o', (key, held, expected) => expect(look(key, held)).toEqual(expected));

  it.each([
    ['ArrowUp', {}],
    ['End', { shiftKey }],
    ['1', {}],
    ['z', {}],
    ['+', { ctrlKey }],
  ])('mean what they do everywhere: %s %o', (key, held) => expect(look(key, held)).toBeNull());
});

it('where two people differ, 1 and 2 say who is right, on every layout', () => {
  const event = { code: '', ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };
  expect(mergeActionOf({ ...event, key: '1' })).toBe('mergeMine');
  expect(mergeActionOf({ ...event, key: 'é', code: 'Digit2' })).toBe('mergeTheirs');
  expect(mergeActionOf({ ...event, key: '1', ctrlKey: true })).toBeNull();
  expect(mergeActionOf({ ...event, key: '3' })).toBeNull();
});

it('lists every action once in the sheet', () => {
  const listed = SHORTCUTS.map((shortcut) => shortcut.action);
  expect(new Set(listed).size).toBe(listed.length);
  expect(new Set(listed)).toEqual(new Set(Object.keys(words.actions)));
});

/** The key event of an accelerator in Electron's words. */
function eventOf(accelerator: string): Key {
  const parts = accelerator.split('+');
  const names = { Escape: 'Escape', Enter: 'Enter', Delete: 'Delete', F5: 'F5', Home: 'Home', Plus: '+' };
  const key = names[parts.at(-1) as keyof typeof names] as string | undefined;
  const last = parts.at(-1) ?? '';
  return {
    key: key ?? last.toLowerCase(),
    code: '',
    ctrlKey: parts.includes('CmdOrCtrl'),
    metaKey: false,
    shiftKey: parts.includes('Shift'),
    altKey: false,
  };
}

it.each(Object.entries(MENU_KEYS))('does for %s what the application menu says beside %s', (action, keys) => {
  const onMap = mapActionOf(eventOf(keys), () => false);
  const isOfMap = SHORTCUTS.some((one) => one.group === 'map' && one.action === action);
  expect(isOfMap ? onMap : actionOf(eventOf(keys))).toEqual({ name: action });
});

const NAMES: Readonly<Record<string, string>> = {
  Space: ' ',
  Esc: 'Escape',
  'Page Up': 'PageUp',
  'Page Down': 'PageDown',
};
const everywhere = SHORTCUTS.filter(({ group }) => !['map', 'merge', 'preview', 'boxes'].includes(group));
const chords = everywhere.flatMap(({ action, keys }) => keys.map((chord) => [action, chord] as const));
/** Families of keys, each tested above by one of them. */
const FAMILIES = ['0–9', 'A–Z', 'Arrows'];

it.each(chords.filter(([, chord]) => !FAMILIES.includes(chord.at(-1) ?? '')))(
  'does %s by %j, as the sheet says',
  (action, chord) => {
    const key = chord.at(-1) ?? '';
    const event = {
      key: NAMES[key] ?? (key.length === 1 ? key.toLowerCase() : key),
      ctrlKey: chord.includes('Ctrl'),
      shiftKey: chord.includes('Shift'),
    };
    expect(press(event.key, event)).toMatchObject({ name: action });
  },
);
