/** @file Exports that are killed, or meet a full disk: what is visible afterwards is whole. */
import { execFile, fork } from 'node:child_process';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { scratchFolder } from '../engine/backbone/support';
import { bundle } from './child/bundle';
import { smallDisk } from './smallDisk';

let script: string;
beforeAll(async () => void (script = await bundle('exportChild')));

/** Runs an export in a process that ends itself at the nth change to the disk. */
function exportAndDie(directory: string, nth: number): Promise<NodeJS.Signals | null> {
  const child = fork(path.join(import.meta.dirname, 'child/dyingExport.cjs'), [
    directory,
    script,
    String(nth),
  ]);
  return new Promise((resolve, reject) =>
    child.once('exit', (code, signal) => {
      if (signal === null && code !== 0)
        reject(new Error('The export failed, and not because it was killed.'));
      else resolve(signal);
    }),
  );
}

const visible = async (directory: string): Promise<string[]> =>
  (await readdir(directory)).filter((name) => !name.startsWith('.'));

const FORMATS = ['tfjs', 'savedmodel'];
const contents = (folder: string): Promise<string[][]> =>
  Promise.all(FORMATS.map(async (format) => (await readdir(path.join(folder, format))).sort()));

/** @param names that are in the folders of an export which nothing ended */
async function expectWhole(folder: string, names: string[][]): Promise<void> {
  expect(await contents(folder)).toEqual(names);
  for (const format of FORMATS) {
    expect((await stat(path.join(folder, format, 'weights.bin'))).size).toBe(3_000_000);
    const check = JSON.parse(await readFile(path.join(folder, format, 'check.json'), 'utf8')) as {
      passed: boolean;
    };
    expect(check.passed).toBe(true);
  }
}

describe('a killed export', () => {
  it('leaves nothing half-written under its name, wherever it was', async () => {
    const quiet = await scratchFolder();
    expect(await exportAndDie(quiet, Infinity)).toBeNull();
    const names = await contents(path.join(quiet, 'Garden model'));
    expect(names[0]).toEqual(
      expect.arrayContaining(['check.json', 'metadata.json', 'weights.bin', 'sample.mjs']),
    );
    let [kills, whole] = [0, 0];
    for (let nth = 1; ; nth++) {
      const directory = await scratchFolder();
      const signal = await exportAndDie(directory, nth);
      const seen = await visible(directory);
      if (seen.length > 0) {
        expect(seen).toEqual(['Garden model']);
        await expectWhole(path.join(directory, 'Garden model'), names);
        whole++;
      }
      if (signal === null) break;
      kills++;
    }
    // Two files, the samples and a check in each of two formats, each written and flushed, and the folders around them.
    expect(kills).toBeGreaterThan(20);
    expect(whole).toBeLessThan(kills / 2);
  });
});

describe('an export to a full disk', () => {
  it('says so in a sentence and leaves nothing', async ({ skip }) => {
    const disk = await smallDisk('2m');
    if (disk === null) return skip('no small disk can be made here');
    const run = promisify(execFile)(process.execPath, [script, disk]);
    await expect(run).rejects.toMatchObject({
      stderr:
        'The model was not exported: the disk is full (ENOSPC). Free some space on that disk. ' +
        'Nothing was left behind, and your labels are safe.\n',
    });
    expect(await readdir(disk)).toEqual([]);
  });
});
