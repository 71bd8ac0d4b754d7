/** @file Groups by subfolder, by hand, and their names. */
import { describe, expect, test } from 'vitest';
import { bySubfolder, cutBefore, nameGroup } from '../../../../main/organise/groups';
import { row } from './rows';

describe('groups', () => {
  test('each subfolder of two images or more is one; images at the root are left alone', () => {
    const paths = ['1.jpg', '2.jpg', 'a/1.jpg', 'a/2.jpg', 'a/deep/1.jpg', 'a/deep/2.jpg', 'b/1.jpg'];
    expect(bySubfolder(paths.map((path, index) => row(index, { path })))).toEqual([
      [2, 3],
      [4, 5],
    ]);
  });

  test('subfolders of one name in two folders of the project are two groups', () => {
    const rows = ['f1', 'f2'].flatMap((folder, i) =>
      [0, 1].map((n) => row(i * 2 + n, { folder, path: `a/${n}.jpg` })),
    );
    expect(bySubfolder(rows)).toEqual([
      [0, 1],
      [2, 3],
    ]);
  });

  test('cuts divide, and nothing is lost', () => {
    const proposals = [
      [1, 2, 3, 4],
      [7, 8],
    ];
    expect(cutBefore(proposals, new Set([3, 8]))).toEqual([[1, 2], [3, 4], [7], [8]]);
    expect(cutBefore(proposals, new Set([1, 7, 99]))).toEqual(proposals);
    expect(cutBefore(proposals, new Set())).toEqual(proposals);
  });

  test('names are free, remembered, and no longer than a project takes', () => {
    const taken = new Set(['a/1.jpg']);
    expect(nameGroup('a/1.jpg', taken)).toBe('a/1.jpg (2)');
    expect(nameGroup('a/1.jpg', taken)).toBe('a/1.jpg (3)');
    expect(nameGroup('a/2.jpg', taken)).toBe('a/2.jpg');
    const long = `${'x'.repeat(300)}.jpg`;
    const names = [nameGroup(long, taken), nameGroup(long, taken)];
    expect(new Set(names).size).toBe(2);
    for (const name of names) expect(name.length).toBeLessThanOrEqual(200);
  });
});
