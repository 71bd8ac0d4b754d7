/** @file A model's folder is copied whole, within bounds, and nothing but files of it. */
import { execFileSync } from 'node:child_process';
import { mkdir, readdir, readFile, symlink, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { copyModel } from '../../../../main/ownBackbones/copy';
import { scratchFolder } from '../engine/backbone/support';
import { folderOf } from '../engine/ownBackbones/models';
import { smallDisk } from '../exporting/smallDisk';

const target = async (): Promise<string> => path.join(await scratchFolder(), 'model');
const whole = (): Promise<string> =>
  folderOf({ 'model.json': '{}', 'weights/group1.bin': new Uint8Array(3 * 2 ** 20 + 5).fill(7) });

describe('a copy', () => {
  it('has all files as they are, and says how far it is', async () => {
    const [from, to] = [await whole(), await target()];
    const seen: number[] = [];
    const copied = await copyModel(from, to, { progress: (done) => void seen.push(done) });
    expect(copied).toEqual({ files: 2, bytes: 3 * 2 ** 20 + 7 });
    for (const file of ['model.json', 'weights/group1.bin'])
      expect((await readFile(path.join(to, file))).equals(await readFile(path.join(from, file)))).toBe(true);
    expect(seen[0]).toBe(0);
    expect(seen.at(-1)).toBe(copied.bytes);
    expect(seen.length).toBeGreaterThan(4);
  });

  it('is stopped between any two pieces', async () => {
    const stop = new AbortController();
    const copying = { signal: stop.signal, progress: (done: number) => done > 2 ** 20 && stop.abort() };
    await expect(copyModel(await whole(), await target(), copying)).rejects.toMatchObject({
      name: 'Stopped',
    });
  });

  it('comes from the folder that a link names, where a person chose the link', async () => {
    const from = await whole();
    const link = path.join(await scratchFolder(), 'chosen');
    await symlink(from, link);
    expect((await copyModel(link, await target())).files).toBe(2);
  });
});

describe('refuses', () => {
  const refused = async (from: string): Promise<unknown> => {
    const to = await target();
    const error: unknown = await copyModel(from, to).catch((reason: unknown) => reason);
    return error instanceof Error ? error.message : error;
  };

  it('a link, wherever it leads', async () => {
    const from = await whole();
    await symlink('model.json', path.join(from, 'weights', 'other.json'));
    expect(await refused(from)).toMatch(/weights.other\.json is a link to another place: put a copy/);
  });

  it('what is no file', async ({ skip }) => {
    if (process.platform === 'win32') return skip('there are no pipes in folders');
    const from = await whole();
    execFileSync('mkfifo', [path.join(from, 'pipe')]);
    expect(await refused(from)).toMatch(/pipe is no file/);
  });

  it('more than a gigabyte, before a byte is copied', async () => {
    const from = await folderOf({ 'model.json': '{}', 'a.bin': '' });
    await truncate(path.join(from, 'a.bin'), 2 ** 30);
    const to = await target();
    await expect(copyModel(from, to)).rejects.toThrow(/its files are 1025 MB, and at most 1024 MB/);
    expect(await readdir(path.dirname(to))).toEqual([]);
  });

  it('more files than a model has, and folders in folders in folders', async () => {
    const many = await scratchFolder();
    await Promise.all(Array.from({ length: 2001 }, (_, i) => writeFile(path.join(many, `${i}`), '')));
    expect(await refused(many)).toMatch(/holds more than 2000 files/);
    const deep = await scratchFolder();
    await mkdir(path.join(deep, ...'abcdefgh'), { recursive: true });
    expect(await refused(deep)).toMatch(/nested more than 8 deep/);
  });

  it('a file that grows while it is read', async () => {
    const from = await whole();
    const grow = (done: number): void => {
      if (done === 0)
        execFileSync('sh', ['-c', 'printf more >> "$0"', path.join(from, 'weights/group1.bin')]);
    };
    const copying = copyModel(from, await target(), { progress: grow });
    await expect(copying).rejects.toThrow(/group1\.bin changed while it was read/);
  });
});

it('a full disk is told by its code', async ({ skip }) => {
  const disk = await smallDisk('1m');
  if (disk === null) return skip('no small disk can be made here');
  const copying = copyModel(await whole(), path.join(disk, 'model'));
  await expect(copying).rejects.toMatchObject({ code: 'ENOSPC' });
});
