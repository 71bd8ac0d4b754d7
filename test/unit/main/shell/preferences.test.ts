/** @file The file of preferences: older ones, wrong values, another program's hand in it. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PreferenceFile } from '../../../../main/shell/preferences';
import { VALUES } from '../../../../main/shell/preferenceFields';

let folder = '';
const file = (): string => path.join(folder, 'preferences.json');
const stored = (): Record<string, unknown> =>
  JSON.parse(fs.readFileSync(file(), 'utf8')) as Record<string, unknown>;
const write = (content: unknown): void => fs.writeFileSync(file(), JSON.stringify(content));
const recent = [{ name: 'Pond', path: '/projects/Pond.imprint', openedAt: '2026-05-01T00:00:00.000Z' }];

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'preferences-'));
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

test('a file of an older version has the recent projects, and everything else as at first', () => {
  write({ recent, window: null });
  const preferences = new PreferenceFile(file());
  expect(preferences.recent.map(({ name }) => name)).toEqual(['Pond']);
  expect(preferences.values).toEqual(VALUES);
  expect(preferences.cacheFolder).toBeNull();
});

test('a wrong value loses itself and no other one', () => {
  write({ recent, window: { x: 'left' }, theme: 'pink', threads: 0, language: 'de-DE', thumbnailLimit: 5e9 });
  const preferences = new PreferenceFile(file());
  expect(preferences.window).toBeNull();
  expect(preferences.values).toEqual({ ...VALUES, language: 'de-DE', thumbnailLimit: 5e9 });
  expect(preferences.recent).toHaveLength(1);
});

test('what changes is kept, and so is what a newer version wrote beside it', () => {
  write({ recent, window: null, theme: 'dark', tomorrow: { any: 'thing' } });
  new PreferenceFile(file()).change({ threads: 2, language: undefined });
  expect(stored()).toMatchObject({
    theme: 'dark',
    threads: 2,
    language: 'system',
    tomorrow: { any: 'thing' },
  });
  expect(new PreferenceFile(file()).values).toMatchObject({ theme: 'dark', threads: 2 });
});

test('a file that is none is kept beside the new one', () => {
  fs.writeFileSync(file(), '{"recent": [');
  const preferences = new PreferenceFile(file());
  expect(preferences.values).toEqual(VALUES);
  preferences.change({ theme: 'light' });
  expect(fs.readFileSync(`${file()}.broken`, 'utf8')).toBe('{"recent": [');
  expect(stored()).toMatchObject({ theme: 'light' });
});
