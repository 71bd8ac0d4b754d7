/** @file Classes by their letters. */
import { expect, it } from 'vitest';
import { findClasses } from '../../../../renderer/logic/findClass';

const classes = ['Roach', 'Silver bream', 'Bream', 'Brown trout', 'Carp'].map((name, colour) => {
  return { id: name, name, colour, key: null, kind: 'class' as const };
});

it.each([
  ['', ['Roach', 'Silver bream', 'Bream', 'Brown trout', 'Carp']],
  ['br', ['Bream', 'Brown trout', 'Silver bream']],
  [' BREAM ', ['Bream', 'Silver bream']],
  ['oa', ['Roach']],
  ['bt', ['Brown trout']],
  ['xyz', []],
])('%j', (letters, expected) => {
  expect(findClasses(letters, classes).map(({ name }) => name)).toEqual(expected);
});
