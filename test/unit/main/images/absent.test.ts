/** @file Which images are shown though they are not there. */
import { expect, test } from 'vitest';
import { absence, absentImages } from '../../../../main/images/absent';
import type { IndexEntry } from '../../../../main/images/scanIndexFile';
import { mentionedImages } from '../../../../main/projects/mentioned';
import { newDocument } from '../../../../main/projects/document';

const entry = (folder: string, path: string): IndexEntry => ({
  ...{ folder, path, size: 5, mtimeMs: 1, facts: null, gone: path === 'gone.jpg', addedAt: 7 },
});
const folder = (id: string) => ({
  id,
  path: `/${id}`,
  subfolders: 'plain' as const,
  purpose: 'label' as const,
});
const folders = [folder('f'), folder('g')];
const entries = [
  entry('f', 'labelled.jpg'),
  entry('f', 'plain.jpg'),
  entry('g', 'a.jpg'),
  entry('g', 'gone.jpg'),
  entry('x', 'other.jpg'),
];
const keys = (found: IndexEntry[]): string[] => found.map((e) => `${e.folder}/${e.path}`);

test('those that something was decided about, and all of a folder that is missing', () => {
  const options = { entries, folders, missing: ['g'], mentioned: new Set(['f/labelled.jpg', 'x/other.jpg']) };
  expect(keys(absentImages({ ...options, isShown: () => false }))).toEqual(['f/labelled.jpg', 'g/a.jpg']);
  expect(keys(absentImages({ ...options, isShown: (key) => key === 'g/a.jpg' }))).toEqual(['f/labelled.jpg']);
});

test('also where the project came without its cache', () => {
  const mentioned = new Set(['f/sub/a.jpg']);
  const found = absentImages({ entries: [], folders, missing: [], mentioned, isShown: () => false });
  expect(found).toMatchObject([{ folder: 'f', path: 'sub/a.jpg', facts: null, gone: true }]);
});

test('with the reason', () => {
  expect(absence(folders[0], false)).toBe('The file is no longer there. Its label is kept.');
  expect(absence(folders[0], true)).toMatch(
    /^The folder \/f is not there.*is kept: connect its disk, or say/,
  );
});

test('something is decided about an image by whatever is said of it or of a box in it', () => {
  const document = newDocument({ name: 'p', folders: [], now: '2026-01-01T00:00:00.000Z' });
  const box = { x: 0, y: 0, width: 1, height: 1 };
  expect([
    ...mentionedImages({
      ...document,
      boxes: { b: { image: 'f/boxed.jpg', box } },
      groups: { 'f/grouped.jpg': 'burst', 'box:b': 'burst' },
      places: { 'f/placed.jpg': 'pond' },
      excluded: { 'f/out.jpg': true },
    }),
  ]).toEqual(['f/grouped.jpg', 'f/boxed.jpg', 'f/out.jpg', 'f/placed.jpg']);
});
