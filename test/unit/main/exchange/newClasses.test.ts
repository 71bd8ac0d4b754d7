/** @file Classes that come with labels get a free key, digits first, and never one that is a command. */
import { expect, it } from 'vitest';
import { ClassFinder } from '../../../../main/exchange/plan/newClasses';

it('gives new classes digits, then letters that are no commands, then none', () => {
  const finder = new ClassFinder([]);
  for (let i = 0; i < 34; i++) finder.of(`Class ${i}`);
  const keys = finder.added.map(({ key }) => key);
  expect(keys.slice(0, 12)).toEqual([...'1234567890', 'a', 'c']);
  expect(keys.filter((key) => key !== null && 'bdnsxz'.includes(key))).toEqual([]);
  expect(keys.slice(30)).toEqual([null, null, null, null]);
});

it('keeps the key that a class had, where it is free and labels', () => {
  const finder = new ClassFinder([]);
  expect(finder.of('Eel', { key: 'e' }).key).toBe('e');
  expect(finder.of('Elver', { key: 'e' }).key).toBe('1');
  expect(finder.of('Dace', { key: 'd' }).key).toBe('2');
});
