/** @file Real files in real folders; only a system without watches left is played. */
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FolderWatch } from '../../../../main/images/folderWatch';

let root = '';
const made: FolderWatch[] = [];
beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'imprint-watch-'));
  mkdirSync(path.join(root, 'sub'));
});
afterEach(() => {
  for (const one of made.splice(0)) one.close();
  rmSync(root, { recursive: true, force: true });
});

function watching(more: object = {}) {
  const changed = vi.fn();
  const problem = vi.fn<(why: string) => void>();
  const one = new FolderWatch({ changed, problem, ...more });
  made.push(one);
  return { one, changed, problem };
}

const heard = (changed: () => void): Promise<void> =>
  vi.waitFor(() => expect(changed).toHaveBeenCalled(), 10_000);

test('tells of images that come, change and go, in every folder', async () => {
  const { one, changed } = watching();
  one.follow([root, path.join(root, 'sub')]);
  const file = path.join(root, 'sub', 'a.jpg');
  const acts = [
    () => writeFileSync(file, 'x'),
    () => writeFileSync(file, 'longer'),
    () => renameSync(file, path.join(root, 'b.jpg')),
    () => mkdirSync(path.join(root, 'new')),
    () => rmSync(path.join(root, 'b.jpg')),
  ];
  for (const act of acts) {
    changed.mockClear();
    act();
    await heard(changed);
  }
});

test('leaves alone what is no image', async () => {
  const { one, changed } = watching();
  one.follow([root]);
  writeFileSync(path.join(root, '.hidden.jpg'), 'x');
  writeFileSync(path.join(root, '.notes'), 'x');
  expect(changed).not.toHaveBeenCalled();
  writeFileSync(path.join(root, 'a.jpg'), 'x');
  await heard(changed);
});

test('watches what there is now: a new folder is looked at again, one that came back is watched again', async () => {
  const { one, changed } = watching();
  const sub = path.join(root, 'sub');
  one.follow([root]);
  expect(changed).not.toHaveBeenCalled();
  one.follow([root, sub]);
  expect([changed.mock.calls.length > 0, one.size]).toEqual([process.platform === 'linux', one.size]);
  rmSync(sub, { recursive: true });
  await heard(changed);
  one.follow([root]);
  mkdirSync(sub);
  one.follow([root, sub]);
  await new Promise((resolve) => setImmediate(resolve));
  changed.mockClear();
  writeFileSync(path.join(sub, 'a.jpg'), 'x');
  await heard(changed);
  one.close();
  expect(one.size).toBe(0);
});

test('says once where the system has no more watches, and keeps those it has', () => {
  let left = 1;
  const watch = vi.fn(() => {
    if (left-- > 0) return { on: vi.fn(), close: vi.fn() };
    throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
  });
  const { one, problem } = watching({ watch, trees: false });
  const folders = [root, path.join(root, 'sub'), path.join(root, 'other')];
  one.follow(folders);
  one.follow(folders);
  expect(problem.mock.calls).toEqual([[expect.stringMatching(/in 1 of 3 folders.*F5 looks into all/)]]);
  expect(one.size).toBe(1);
});

test('passes over a folder that may not be watched', () => {
  const watch = vi.fn((folder: string) => {
    if (folder === root) throw Object.assign(new Error('no'), { code: 'EACCES' });
    return { on: vi.fn(), close: vi.fn() };
  });
  const { one, problem } = watching({ watch, trees: false });
  one.follow([root, path.join(root, 'sub')]);
  expect([one.size, problem.mock.calls.length]).toEqual([1, 0]);
});

test('watches whole trees where the system can', () => {
  const watch = vi.fn(() => ({ on: vi.fn(), close: vi.fn() }));
  const { one } = watching({ watch, trees: true });
  one.follow([path.join(root, 'sub'), root, path.join(root, 'sub', 'x'), `${root}2`]);
  expect(watch.mock.calls.map(([folder]: unknown[]) => folder)).toEqual([root, `${root}2`]);
});
