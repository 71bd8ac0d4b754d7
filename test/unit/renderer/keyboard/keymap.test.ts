/** @file The table of keys. */
import { describe, expect, it } from 'vitest';
import { actionOf, SHORTCUTS, type Key } from '../../../../renderer/keyboard/keymap';

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
    ['2', { ctrlKey }, { name: 'showExport' }],
    ['F5', {}, { name: 'rescan' }],
    ['ArrowDown', {}, { name: 'move', step: 'down' }],
    ['End', { shiftKey }, { name: 'extend', step: 'end' }],
    ['ArrowLeft', { ctrlKey }, { name: 'moveFocus', step: 'left' }],
  ])('%s %o', (key, held, expected) => expect(press(key, held)).toEqual(expected));

  it.each([
    ['3', { ctrlKey }],
    ['s', { ctrlKey }],
    ['a', { altKey: true }],
    ['A', { ctrlKey, shiftKey }],
    ['é', {}],
    ['Tab', {}],
  ])('leaves %s %o alone', (key, held) => expect(press(key, held)).toBeNull());
});

it('lists every action once in the sheet', () => {
  const listed = SHORTCUTS.map((shortcut) => shortcut.action);
  expect(new Set(listed).size).toBe(listed.length);
  expect(listed).toHaveLength(21);
});
