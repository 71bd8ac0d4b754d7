/** @file Exports in every format that end in the middle: what is visible afterwards is whole. */
import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { readdir, truncate } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { EXPORT_FORMATS } from '../../../../main/contract/exportFormats';
import { EngineGone } from '../../../../main/engine/supervisor';
import { scratchFolder } from '../engine/backbone/support';
import { logIn } from './child/agreeing';
import { bundle } from './child/bundle';
import { beforeEveryChange } from './child/changes.mjs';
import { exportAll, filesIn, NAME, writeTiny } from './everyFormat';

let script: string;
beforeAll(async () => void (script = await bundle('exportChild')));

/** SHA-256 by path, of all that a person sees in a folder. */
function visible(directory: string): Record<string, string> {
  const names = readdirSync(directory).filter((name) => !name.startsWith('.'));
  const files = names.flatMap((name) =>
    filesIn(path.join(directory, name)).map((file) => path.join(name, file)),
  );
  const sum = (file: string): string =>
    createHash('sha256')
      .update(readFileSync(path.join(directory, file)))
      .digest('hex');
  return Object.fromEntries(files.map((file) => [file, sum(file)]));
}

interface Moment {
  change: string;
  file: string;
  /** What a process that ends at this moment leaves to be seen. */
  left: Record<string, string>;
}

async function momentsOf(directory: string): Promise<Moment[]> {
  const moments: Moment[] = [];
  const end = beforeEveryChange((change, file) => moments.push({ change, file, left: visible(directory) }));
  await exportAll(directory).finally(end);
  return moments;
}

describe('an export that ends at any change of the disk', () => {
  it('is all there or not to be seen, and was flushed before', async () => {
    const directory = await scratchFolder();
    const moments = await momentsOf(directory);
    const whole = visible(directory);
    expect(Object.keys(whole)).toEqual(
      expect.arrayContaining(EXPORT_FORMATS.map((format) => path.join(NAME, format, 'check.json'))),
    );
    for (const { left } of moments) expect([{}, whole]).toContainEqual(left);
    const named = moments.findIndex(({ change }) => change === 'rename');
    expect(moments[named]!.left).toEqual({});
    expect(moments[named + 1]!.left).toEqual(whole);
    const hidden = moments[named]!.file;
    const synced = new Set(moments.slice(0, named).flatMap((one) => (one.change === 'sync' ? one.file : [])));
    const written = Object.keys(whole).map((file) => path.join(hidden, path.relative(NAME, file)));
    expect(written.filter((file) => !synced.has(file))).toEqual([]);
    const folders = EXPORT_FORMATS.map((format) => path.join(hidden, format));
    expect([hidden, ...folders].filter((folder) => !synced.has(folder))).toEqual([]);
  });
});

/** Runs an export in a process that ends itself at the nth change. @returns how many there were; null where it ended */
function exportAndDie(directory: string, nth: number): Promise<number | null> {
  const child = fork(path.join(import.meta.dirname, 'child/dyingExport.mjs'), [
    directory,
    script,
    String(nth),
  ]);
  let changes: number | null = null;
  child.once('message', (count) => (changes = count as number));
  return new Promise((resolve, reject) =>
    child.once('exit', (code, signal) => {
      if (signal === null && code !== 0)
        reject(new Error('The export failed, and not because it was killed.'));
      else resolve(changes);
    }),
  );
}

/** Some on the way, and each of the last, when it gets its name and the project notes it. */
const pointsOf = (changes: number): number[] => [
  ...[0.1, 0.5, 0.9].map((part) => Math.round(changes * part)),
  ...Array.from({ length: 8 }, (_, i) => changes - i),
];

describe('a killed export', () => {
  it('leaves nothing half-written under its name, and a log that can be read', async () => {
    const quiet = await scratchFolder();
    const changes = await exportAndDie(quiet, Infinity);
    const names = filesIn(path.join(quiet, NAME));
    const found = new Set<string>();
    for (const point of pointsOf(changes!)) {
      const directory = await scratchFolder();
      expect(await exportAndDie(directory, point)).toBeNull();
      const seen = (await readdir(directory)).filter((name) => !name.startsWith('.'));
      if (seen.length > 0) expect([seen, filesIn(path.join(directory, NAME))]).toEqual([[NAME], names]);
      const noted = await logIn(directory).notes();
      expect(noted.length).toBeLessThanOrEqual(seen.length);
      found.add(`${seen.length} visible, ${noted.length} noted`);
    }
    expect([...found].sort()).toEqual(['0 visible, 0 noted', '1 visible, 0 noted', '1 visible, 1 noted']);
  });
});

describe('an engine that ends while it writes', () => {
  it.for(EXPORT_FORMATS)('leaves nothing of %s, and nothing of what it wrote before', async (last) => {
    const directory = await scratchFolder();
    const dying: typeof writeTiny = async (format, folder) => {
      const written = await writeTiny(format, folder);
      if (format !== last) return written;
      await truncate(path.join(folder, 'metadata.json'), 20);
      throw new EngineGone('It ended.');
    };
    await expect(exportAll(directory, dying)).rejects.toThrow(
      'The engine ended during the export. Nothing was exported',
    );
    expect(await readdir(directory)).toEqual([]);
  });
});
