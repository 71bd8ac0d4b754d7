import { expect, test } from 'vitest';
import { lessonOf } from '../../../../main/desk/lesson';
import { newDocument } from '../../../../main/projects/document';

const label = (name: string, how: 'hand' | 'bulk' = 'hand') => ({
  class: name,
  how,
  by: 'me',
  at: '2026-01-01T00:00:00.000Z',
});
const named = (id: string) => ({ id, name: id.toUpperCase(), colour: 0, key: null, kind: 'class' as const });

function document() {
  const empty = newDocument({ name: 'Pond', folders: [], now: '2026-01-01T00:00:00.000Z' });
  return { ...empty, classes: [named('perch'), named('roach')] };
}

test('teaches what is labelled, in the classes’ positions and groups', () => {
  const labels = { 'f/a': label('perch'), 'f/b': label('roach', 'bulk'), 'f/c': label('roach') };
  const rows = new Map([
    ['f/a', 4],
    ['f/b', 1],
    ['f/c', 9],
  ]);
  const lesson = lessonOf(
    { ...document(), labels, groups: { 'f/c': 'burst 1' } },
    7,
    (item) => rows.get(item) ?? null,
  );
  expect(lesson.revision).toBe(7);
  expect(lesson.samples).toEqual([
    { index: 4, class: 0, group: 'f/a', bulk: false },
    { index: 1, class: 1, group: 'f/b', bulk: true },
    { index: 9, class: 1, group: 'burst 1', bulk: false },
  ]);
});

test('never teaches what lies in a folder that is only classified', () => {
  const folder = (id: string, purpose: 'label' | 'classify') => ({
    ...{ id, purpose, path: `/${id}`, subfolders: 'plain' as const },
  });
  const whole = { x: 0, y: 0, width: 1, height: 1 };
  const lesson = lessonOf(
    {
      ...document(),
      folders: [folder('f', 'label'), folder('new', 'classify')],
      labels: { 'f/a': label('perch'), 'new/a': label('perch'), 'box:b1': label('perch') },
      boxes: { b1: { image: 'new/b', box: whole } },
    },
    1,
    () => 0,
  );
  expect(lesson.samples.map(({ group }) => group)).toEqual(['f/a']);
});

test('never teaches check items, excluded images, their boxes, or what is not there', () => {
  const labels = Object.fromEntries(
    ['f/check', 'f/out', 'f/gone', 'box:b1'].map((item) => [item, label('perch')]),
  );
  const lesson = lessonOf(
    {
      ...document(),
      labels,
      roles: { 'f/check': 'check' as const },
      excluded: { 'f/out': true as const },
      boxes: { b1: { image: 'f/out', box: { x: 0, y: 0, width: 1, height: 1 } } },
    },
    1,
    (item) => (item === 'f/gone' ? null : 7),
  );
  expect(lesson.samples).toEqual([]);
  expect(lesson.checks).toEqual([{ index: 7, class: 0, group: 'f/check' }]);
});

test('boxes of one image are one group, and are in the group of their image', () => {
  const box = { x: 0, y: 0, width: 0.5, height: 0.5 };
  const boxes = Object.fromEntries(['b1', 'b2', 'b3', 'b4'].map((id) => [id, { image: 'f/a', box }]));
  boxes['b3'] = { image: 'f/b', box };
  const labels = Object.fromEntries(['b1', 'b2', 'b3', 'b4'].map((id) => [`box:${id}`, label('perch')]));
  const groups = { 'f/b': 'burst 1', 'box:b4': 'by hand' };
  const folders = [{ id: 'f', path: '/f', subfolders: 'plain' as const, purpose: 'label' as const }];
  const lesson = lessonOf({ ...document(), folders, labels, boxes, groups }, 1, () => 0);
  expect(lesson.samples.map(({ group }) => group)).toEqual(['f/a', 'f/a', 'burst 1', 'by hand']);
});

test('check items count in groups as those that teach do', () => {
  const box = { x: 0, y: 0, width: 0.5, height: 0.5 };
  const boxes = { b1: { image: 'f/a', box }, b2: { image: 'f/a', box }, b3: { image: 'f/b', box } };
  const items = Object.keys(boxes).map((id) => `box:${id}`);
  const labels = Object.fromEntries(items.map((item) => [item, label('perch')]));
  const roles = Object.fromEntries(items.map((item) => [item, 'check' as const]));
  const folders = [{ id: 'f', path: '/f', subfolders: 'plain' as const, purpose: 'label' as const }];
  const told = { ...document(), folders, labels, roles, boxes, groups: { 'f/b': 'burst 1' } };
  const lesson = lessonOf(told, 1, () => 0);
  expect(lesson.samples).toEqual([]);
  expect(lesson.checks.map(({ group }) => group)).toEqual(['f/a', 'f/a', 'burst 1']);
});
