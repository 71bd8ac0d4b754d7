/** @file A cache that goes elsewhere, with real files. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PersonError } from '../../../../main/contract/errors';
import { bytesBelow, canHold, prepareCache, removeCache } from '../../../../main/shell/cacheFolder';

let folder = '';
const at = (...parts: string[]): string => path.join(folder, ...parts);

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cache-'));
  for (const part of ['thumbnails', 'models/one', 'bench'])
    fs.mkdirSync(at('from', part), { recursive: true });
  fs.writeFileSync(at('from/thumbnails/a.pack'), 'picture');
  fs.writeFileSync(at('from/models/one/saved_model.pb'), 'model');
  fs.writeFileSync(at('from/bench/photo'), 'not ours');
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

test('its size is that of all files in it', async () => {
  expect(await bytesBelow(at('from/models'))).toBe(5);
  expect(await bytesBelow(at('nowhere'))).toBe(0);
});

test('what is in it goes along where it is to', async () => {
  await prepareCache(at('from'), at('to'), 'move');
  expect(fs.readFileSync(at('to/models/one/saved_model.pb'), 'utf8')).toBe('model');
  expect(fs.readdirSync(at('to')).sort()).toEqual(['models', 'thumbnails']);
});

test('what a package has compared of its native parts goes along, and leaves nothing behind', async () => {
  fs.writeFileSync(at('from/native-parts.json'), 'compared');
  fs.rmSync(at('from/bench'), { recursive: true });
  await prepareCache(at('from'), at('to'), 'move');
  expect(fs.readFileSync(at('to/native-parts.json'), 'utf8')).toBe('compared');
  await removeCache(at('from'));
  expect(fs.existsSync(at('from'))).toBe(false);
});

test('otherwise the new one is empty', async () => {
  await prepareCache(at('from'), at('to'), 'anew');
  expect(await bytesBelow(at('to'))).toBe(0);
});

test('only the parts of this program are removed, and the folder itself where nothing else is in it', async () => {
  await removeCache(at('from'));
  expect(fs.readdirSync(at('from'))).toEqual(['bench']);
  await prepareCache(at('from'), at('to'), 'anew');
  await removeCache(at('to'));
  expect(fs.existsSync(at('to'))).toBe(false);
});

test('where it cannot be, it stays where it is, in a sentence', async () => {
  fs.writeFileSync(at('file'), 'no folder');
  expect(await canHold(at('file', 'below'))).toBe(false);
  expect(await canHold(at('new', 'below'))).toBe(true);
  const moved = prepareCache(at('from'), at('file', 'below'), 'move');
  await expect(moved).rejects.toThrow(PersonError);
  await expect(moved).rejects.toThrow(/It stays where it is, and nothing is lost\./);
  expect(fs.existsSync(at('from/thumbnails/a.pack'))).toBe(true);
});
