/** @file Which backbones there are, and which one a project means. */
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { calledIn, seeingOf } from '../../../../../main/desk/backbones/called';
import { InstalledBackbones, seenBy } from '../../../../../main/desk/backbones/installed';
import { ownFolder, PLAIN } from '../../engine/ownBackbones/own';
import { folderOf } from '../../engine/ownBackbones/models';
import { BACKBONE, IDS, ROOT, scratchFolder } from '../../engine/backbone/support';

const SHIPPED = { shipped: path.join(ROOT, 'resources/backbones'), own: null };
const never = (sentence: string): never => {
  throw new Error(sentence);
};

test('all that are shipped are there, with their own side and hash', async () => {
  const { list } = await InstalledBackbones.read(SHIPPED, () => null, never);
  expect(list.map(({ id, inputSize }) => [id, inputSize])).toEqual([
    ['efficientnet-lite0', 224],
    ['efficientnet-lite2', 260],
  ]);
  expect(new Set(list.map(({ hash }) => hash)).size).toBe(IDS.length);
});

test('a tuned one is seen through what it was tuned from, and one that is not here is none', async () => {
  const backbones = await InstalledBackbones.read(SHIPPED, () => null, never);
  expect(backbones.of('efficientnet-lite2-tuned-0123456789ab')?.id).toBe('efficientnet-lite2');
  expect(backbones.of('efficientnet-lite9')).toBeNull();
});

test('new projects get the preferred one, and the usual one where that is gone', async () => {
  let preferred: string | null = 'efficientnet-lite2';
  const backbones = await InstalledBackbones.read(SHIPPED, () => preferred, never);
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
  await expect(InstalledBackbones.read({ shipped: folder, own: null }, () => null, tell)).rejects.toThrow(
    'There is no backbone',
  );
  await cp(BACKBONE, path.join(folder, 'whole'), { recursive: true });
  const { list } = await InstalledBackbones.read({ shipped: folder, own: null }, () => null, tell);
  expect(list.map(({ id }) => id)).toEqual(['efficientnet-lite0']);
  expect(told.at(-1)).toContain('broken');
});

test('those that the person added come after them, as soon as they are there and as long', async () => {
  const own = path.join(await scratchFolder(), 'backbones');
  const told: string[] = [];
  const folders = { ...SHIPPED, own };
  const backbones = await InstalledBackbones.read(
    folders,
    () => null,
    (sentence) => told.push(sentence),
  );
  expect(backbones.list).toHaveLength(IDS.length);
  await mkdir(path.join(own, '.imprint-backbone.writing-01234567'), { recursive: true });
  await mkdir(path.join(own, 'own-0123456789ab'));
  const model = { kind: 'tfjs-layers', input: 'photo', output: 'pooled' } as const;
  const parts = { model, input: PLAIN, output: { rank: 2, dimension: 96 } as const };
  const dir = await ownFolder(await folderOf({ 'model.json': '{}' }), parts, own);
  await backbones.readAgain();
  expect(backbones.list.at(-1)).toMatchObject({
    ...{ kind: 'own', id: path.basename(dir), name: 'Plankton net', dir, bytes: 2 },
    ...{ inputSize: 8, imagesPerSecond: 100, dimension: 96 },
  });
  expect(backbones.withHash(backbones.list.at(-1)!.hash)?.name).toBe('Plankton net');
  expect(told).toHaveLength(1);
  expect(told[0]).toContain('own-0123456789ab');
  expect(backbones.damaged).toEqual([{ id: 'own-0123456789ab', reason: told[0] }]);
  const backbone = path.basename(dir);
  const seen = seenBy(backbones.of(backbone)!);
  expect(seen).toEqual({ backbone, ownBackbone: { name: 'Plankton net', kind: 'tfjs-layers', side: 8 } });
  const framing = { kind: 'stretch' } as const;
  const seeing = () => seeingOf(backbones, { ...seen, framing }, '/tuned');
  expect(seeing()).toMatchObject({ framing, shipped: { dir }, called: null, tuned: '/tuned' });
  await rm(dir, { recursive: true });
  await rm(path.join(own, 'own-0123456789ab'), { recursive: true });
  await backbones.readAgain();
  expect(backbones.damaged).toEqual([]);
  expect(backbones.of(backbone)).toBeNull();
  expect(seeing()).toEqual({
    ...{ framing, shipped: null, called: `‘Plankton net’ (${backbone})`, tuned: null },
  });
});

test('one that nobody noted a name of is called by its id, and a tuned one by what it was tuned from', () => {
  expect(calledIn({ backbone: 'own-0123456789ab', ownBackbone: null })).toBe('‘own-0123456789ab’');
  expect(calledIn({ backbone: 'lite9-tuned-0123456789ab', ownBackbone: null })).toBe('‘lite9’');
});
