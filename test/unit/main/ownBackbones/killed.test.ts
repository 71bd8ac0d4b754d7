/** @file A program that is killed while it adds a backbone, or meets a full disk, leaves none or a whole one. */
import { execFile, fork } from 'node:child_process';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { requireCopied } from '../../../../main/engine/ownBackbones/copiedFiles';
import { readOwnDescription } from '../../../../main/engine/ownBackbones/description';
import { ownDescriptions } from '../../../../main/ownBackbones/own';
import { bundle as bundled } from '../../../bundle.mjs';
import { ROOT, scratchFolder } from '../engine/backbone/support';
import { smallDisk } from '../exporting/smallDisk';

let script: string;
beforeAll(async () => {
  const source = path.join(import.meta.dirname, 'child/addChild.ts');
  script = await bundled(source, path.join(ROOT, 'out/test/addChild.cjs'));
});

/** @returns where backbones are to be, with a model beside it */
async function placeIn(home: string): Promise<string> {
  await mkdir(path.join(home, 'model', 'weights'), { recursive: true });
  await writeFile(path.join(home, 'model', 'model.json'), '{}');
  await writeFile(path.join(home, 'model', 'weights', 'a.bin'), Buffer.alloc(3_000_000, 1));
  return path.join(home, 'backbones');
}

/** Adds in a process that ends itself at the nth change to the disk. */
function addAndDie(backbones: string, nth: number): Promise<NodeJS.Signals | null> {
  const dying = path.join(import.meta.dirname, '../exporting/child/dyingExport.mjs');
  const child = fork(dying, [backbones, script, String(nth)]);
  return new Promise((resolve, reject) =>
    child.once('exit', (code, signal) => {
      if (signal === null && code !== 0)
        reject(new Error('It was not added, and not because it was killed.'));
      else resolve(signal);
    }),
  );
}

describe('a killed program', () => {
  it('leaves no half backbone, wherever it was', async () => {
    let [kills, whole] = [0, 0];
    for (let nth = 1; ; nth++) {
      const backbones = await placeIn(await scratchFolder());
      const signal = await addAndDie(backbones, nth);
      const names = await readdir(backbones).catch(() => []);
      const seen = names.filter((name) => !name.startsWith('.'));
      for (const name of seen) {
        const folder = path.join(backbones, name);
        const description = await readOwnDescription(folder);
        await requireCopied(folder, description);
        expect(await readdir(folder)).toEqual(['backbone.json', 'model']);
        whole++;
      }
      expect(seen.length).toBeLessThan(2);
      if (signal === null) break;
      kills++;
    }
    // The hidden folder, two files and their folders, the description, and the name.
    expect(kills).toBeGreaterThan(10);
    expect(whole).toBeGreaterThan(0);
    expect(whole).toBeLessThan(kills / 2);
  });
});

it('a full disk is said in a sentence, and nothing is left', async ({ skip }) => {
  const disk = await smallDisk('4m');
  if (disk === null) return skip('no small disk can be made here');
  const backbones = await placeIn(disk);
  await expect(promisify(execFile)(process.execPath, [script, backbones])).rejects.toMatchObject({
    stderr:
      'The model was not added: the disk is full (ENOSPC). Free some space on that disk. Nothing was left behind.\n',
  });
  expect(await readdir(backbones)).toEqual([]);
  expect(await ownDescriptions(backbones)).toEqual([]);
});
