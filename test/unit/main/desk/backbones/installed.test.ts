/** @file Which backbones there are, and which one a project means. */
import { cp, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { InstalledBackbones } from '../../../../../main/desk/backbones/installed';
import { BACKBONE, IDS, ROOT, scratchFolder } from '../../engine/backbone/support';

const FOLDER = path.join(ROOT, 'resources/backbones');
const never = (sentence: string): never => {
  throw new Error(sentence);
};

test('all that are shipped are there, with their own side and hash', async () => {
  const { list } = await InstalledBackbones.read(FOLDER, () => null, never);
  expect(list.map(({ id, inputSize }) => [id, inputSize])).toEqual([
    ['efficientnet-lite0', 224],
    ['efficientnet-lite2', 260],
  ]);
  expect(new Set(list.map(({ hash }) => hash)).size).toBe(IDS.length);
});

test('a tuned one is seen through what it was tuned from, and one that is not here is none', async () => {
  const backbones = await InstalledBackbones.read(FOLDER, () => null, never);
  expect(backbones.of('efficientnet-lite2-tuned-0123456789ab')?.id).toBe('efficientnet-lite2');
  expect(backbones.of('efficientnet-lite9')).toBeNull();
});

test('new projects get the preferred one, and the usual one where that is gone', async () => {
  let preferred: string | null = 'efficientnet-lite2';
  const backbones = await InstalledBackbones.read(FOLDER, () => preferred, never);
  expect(backbones.default.id).toBe('efficientnet-lite2');
  preferred = 'efficientnet-lite9';
  expect(backbones.default.id).toBe('efficientnet-lite0');
  preferred = null;
  expect(backbones.default.id).toBe('efficientnet-lite0');
});

test('a broken one is named, and the others are there; none at all is a fault', async () => {
  const folder = await scratchFolder();
  await mkdir(path.join(folder, 'broken'));
  await writeFile(path.join(folder, 'broken/backbone.json'), '{"schema": 1,');
  const told: string[] = [];
  const tell = (sentence: string): void => void told.push(sentence);
  await expect(InstalledBackbones.read(folder, () => null, tell)).rejects.toThrow('There is no backbone');
  await cp(BACKBONE, path.join(folder, 'whole'), { recursive: true });
  const { list } = await InstalledBackbones.read(folder, () => null, tell);
  expect(list.map(({ id }) => id)).toEqual(['efficientnet-lite0']);
  expect(told.at(-1)).toContain('broken');
});
