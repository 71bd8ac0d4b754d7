/** @file The cached SavedModel under damage, kills and company. */
import { execFile, fork } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureSavedModel } from '../../../../../main/engine/backbone/savedModelCache';
import { bundle } from '../../../../bundle.mjs';
import { smallBackbone } from './small';
import { BACKBONE, ROOT, scratchFolder } from './support';

const WRITER = path.join(ROOT, 'out/test/savedModelCache.cjs');
const model = (folder: string): string => path.join(folder, 'saved_model.pb');

/** The same code as a process of its own, which a test may kill. */
beforeAll(() => bundle('main/engine/backbone/savedModelCache.ts', WRITER));

let root: string;
let small: string;
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'imprint-cache-'));
  small = await smallBackbone(root);
});
afterAll(() => rm(root, { recursive: true, force: true }));

/** Runs ensureSavedModel in a process that ends itself without warning at the nth call of a file operation. */
function writeAndDie(
  cache: string,
  operation: 'rename' | 'sync',
  nth: number,
): Promise<NodeJS.Signals | null> {
  const child = fork(path.join(import.meta.dirname, 'dyingWriter.cjs'), [
    WRITER,
    small,
    cache,
    operation,
    String(nth),
  ]);
  return new Promise((resolve) => child.once('exit', (_code, signal) => resolve(signal)));
}

async function hashes(folder: string): Promise<string> {
  return readFile(path.join(folder, 'saved_model.sha256'), 'utf8');
}

describe('ensureSavedModel', () => {
  it('writes once: the second call leaves the file alone', async () => {
    const cache = path.join(await scratchFolder(), 'made', 'on', 'the', 'way');
    const folder = await ensureSavedModel(small, cache);
    const { mtimeMs, ino } = await stat(model(folder));
    expect(await ensureSavedModel(small, cache)).toBe(folder);
    expect(await stat(model(folder))).toMatchObject({ mtimeMs, ino });
    expect((await readdir(folder)).sort()).toEqual(['saved_model.pb', 'saved_model.sha256']);
  });

  it.each(['truncated', 'one byte changed', 'without its hash'])('writes anew what is %s', async (damage) => {
    const cache = await scratchFolder();
    const folder = await ensureSavedModel(small, cache);
    const whole = await readFile(model(folder));
    if (damage === 'truncated') await truncate(model(folder), 1000);
    else if (damage === 'without its hash') await writeFile(path.join(folder, 'saved_model.sha256'), '');
    else
      await writeFile(
        model(folder),
        whole.map((byte, i) => (i === 5_000 ? byte ^ 4 : byte)),
      );
    await ensureSavedModel(small, cache);
    expect((await readFile(model(folder))).equals(whole)).toBe(true);
  });

  it.each<['rename' | 'sync', number]>([
    ['sync', 1],
    ['rename', 1],
    ['sync', 2],
    ['rename', 2],
  ])('takes nothing half-written for whole after a kill at %s %i', async (operation, nth) => {
    const cache = await scratchFolder();
    expect(await writeAndDie(cache, operation, nth)).toBe('SIGKILL');
    const [left] = await readdir(cache);
    expect(await readdir(path.join(cache, left!))).not.toContain('saved_model.sha256');
    const folder = await ensureSavedModel(small, cache);
    expect(await hashes(folder)).toMatch(/^[0-9a-f]{64}$/);
    expect(path.basename(folder)).toBe(left);
  });

  it('clears away what a killed writer left an hour ago, and nothing younger', async () => {
    const cache = await scratchFolder();
    const folder = path.join(cache, path.basename(await ensureSavedModel(small, await scratchFolder())));
    await mkdir(folder);
    const [old, young] = ['saved_model.pb.writing-old', 'saved_model.pb.writing-young'];
    await writeFile(path.join(folder, old), 'half');
    await writeFile(path.join(folder, young), 'half');
    await utimes(path.join(folder, old), 0, 0);
    await ensureSavedModel(small, cache);
    expect((await readdir(folder)).sort()).toEqual(['saved_model.pb', young, 'saved_model.sha256']);
  });

  it('serves two processes that start at once', async () => {
    // Of the shipped backbone, which takes long enough to write that they meet.
    const cache = await scratchFolder();
    const run = promisify(execFile);
    const script = `require(process.argv[1]).ensureSavedModel(process.argv[2], process.argv[3]).then((f) => console.log(f))`;
    const start = () => run(process.execPath, ['-e', script, WRITER, BACKBONE, cache]);
    const [first, second] = await Promise.all([start(), start()]);
    expect(first.stdout).toBe(second.stdout);
    expect((await readdir(first.stdout.trim())).sort()).toEqual(['saved_model.pb', 'saved_model.sha256']);
  });

  it('says so when the cache cannot be written', async () => {
    const file = path.join(await scratchFolder(), 'file');
    await writeFile(file, '');
    await expect(ensureSavedModel(small, path.join(file, 'cache'))).rejects.toThrow(/ENOTDIR|EEXIST/);
  });
});
