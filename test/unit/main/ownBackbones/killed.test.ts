/** @file A program that ends while it adds a backbone, or meets a full disk, leaves none or a whole one. */
import { readdirSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { requireCopied } from '../../../../main/engine/ownBackbones/copiedFiles';
import { ownDescriptions } from '../../../../main/ownBackbones/own';
import { scratchFolder } from '../engine/backbone/support';
import { beforeEveryChange } from '../exporting/child/changes.mjs';
import { smallDisk } from '../exporting/smallDisk';
import { addTiny } from './addTiny';

/** @returns where backbones are to be, with a model beside it */
async function placeIn(home: string): Promise<string> {
  await mkdir(path.join(home, 'model', 'weights'), { recursive: true });
  await writeFile(path.join(home, 'model', 'model.json'), '{}');
  await writeFile(path.join(home, 'model', 'weights', 'a.bin'), Buffer.alloc(3_000_000, 1));
  return path.join(home, 'backbones');
}

const visible = (backbones: string): string[] => {
  try {
    return readdirSync(backbones).filter((name) => !name.startsWith('.'));
  } catch {
    return []; // not made yet
  }
};

it('a program that ends at any change of the disk leaves no half backbone, and all is flushed before it has its name', async () => {
  const backbones = await placeIn(await scratchFolder());
  const moments: { change: string; file: string; seen: string[] }[] = [];
  const end = beforeEveryChange((change, file) => {
    moments.push({ change, file, seen: visible(backbones) });
  });
  await addTiny(backbones).finally(end);
  const named = moments.findIndex(({ change }) => change === 'rename');
  expect(named).toBeGreaterThan(8);
  for (const { seen } of moments.slice(0, named + 1)) expect(seen).toEqual([]);
  const synced = moments.slice(0, named).flatMap(({ change, file }) => (change === 'sync' ? file : []));
  const { file: hidden } = moments[named]!;
  for (const file of [
    'model/model.json',
    'model/weights/a.bin',
    'model/weights',
    'model',
    'backbone.json',
    '.',
  ])
    expect(synced).toContain(path.join(hidden, file));
  const [kept] = await ownDescriptions(backbones);
  expect(await readdir(backbones)).toEqual([kept?.id]);
  expect(await readdir(path.join(backbones, kept!.id))).toEqual(['backbone.json', 'model']);
  await requireCopied(path.join(backbones, kept!.id), kept!);
});

it('a full disk is said in a sentence, and nothing is left', async ({ skip }) => {
  const disk = await smallDisk('4m');
  if (disk === null) return skip('no small disk can be made here');
  const backbones = await placeIn(disk);
  await expect(addTiny(backbones)).rejects.toThrow(
    'The model was not added: the disk is full (ENOSPC). Free some space on that disk. Nothing was left behind.',
  );
  expect(await readdir(backbones)).toEqual([]);
  expect(await ownDescriptions(backbones)).toEqual([]);
});
