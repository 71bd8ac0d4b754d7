/** @file Which key a new class gets. */
import { expect, it } from 'vitest';
import { freeKeys, isClassKey, RESERVED_KEYS } from '../../../../main/contract/classKeys';
import { newId, nextKey } from '../../../../renderer/logic/classKeys';
import { actionOf } from '../../../../renderer/keyboard/keymap';

it('hands out 1 to 9, then 0, then letters', () => {
  expect(nextKey([])).toBe('1');
  expect(nextKey(['1', '3', null])).toBe('2');
  expect(nextKey([...'123456789'])).toBe('0');
  expect(nextKey([...'1234567890'])).toBe('a');
});

it('has none left after all were given', () => {
  expect(nextKey(freeKeys([]))).toBeNull();
});

it('never offers a letter that is a command', () => {
  expect(freeKeys([])).not.toEqual(expect.arrayContaining([...RESERVED_KEYS]));
  for (const key of freeKeys([])) {
    const event = { key, code: '', ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };
    expect(actionOf(event)).toEqual({ name: 'labelWithKey', key });
    expect(isClassKey(key)).toBe(true);
  }
});

it('makes ids that a project file takes', () => {
  expect(newId()).toMatch(/^[A-Za-z0-9_-]{1,64}$/);
  expect(newId()).not.toBe(newId());
});
