/** @file Asks the file system about many files at once. Runs in main. */
import { lstat } from 'node:fs';
import type { Stats } from 'node:fs';

/**
 * What each file is, or why that is not known, in order; links are not followed. With callbacks, since a promise for
 * each file made a scan of 50,000 take three times as long.
 */
export function statAll(files: readonly string[]): Promise<(Stats | Error)[]> {
  return new Promise((resolve) => {
    if (files.length === 0) return resolve([]);
    const results: (Stats | Error)[] = [];
    let left = files.length;
    files.forEach((file, i) =>
      lstat(file, (error, stat) => {
        results[i] = error ?? stat;
        if (--left === 0) resolve(results);
      }),
    );
  });
}
