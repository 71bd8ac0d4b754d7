/** @file What counts as one. */
import { expect, test } from 'vitest';
import { groupOf, saidGroup } from '../../../../main/contract/items';

const box = { x: 0, y: 0, width: 1, height: 1 };
const boxes = { 1: { image: 'f/a', box }, 2: { image: 'f/a', box }, 3: { image: 'f/b', box } };
const document = { boxes, groups: { 'f/b': 'burst', 'box:2': 'apart' } };

test('boxes of one image are one group, or of the group of their image, unless they were put elsewhere', () => {
  const items = ['f/a', 'box:1', 'box:2', 'f/b', 'box:3', 'f/c'];
  expect(items.map((item) => groupOf(document, item))).toEqual([
    ...['f/a', 'f/a', 'apart'],
    ...['burst', 'burst', 'f/c'],
  ]);
});

test('a box that is no more stands alone', () => {
  expect(groupOf(document, 'box:gone')).toBe('box:gone');
});

test('only a person says a group', () => {
  expect(['f/a', 'box:1', 'box:2', 'box:3'].map((item) => saidGroup(document, item))).toEqual([
    ...[undefined, undefined, 'apart', 'burst'],
  ]);
});
