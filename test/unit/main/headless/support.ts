/** @file What the tests of the commands share: folders of files that go away, tables of guesses, rows. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { GuessTable } from '../../../../main/contract/model';
import type { FolderRow } from '../../../../main/headless/folder/rows';
import { afterEveryTest } from '../../cleaning';

const made: string[] = [];

afterEveryTest(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'imprint-test-'));
  made.push(folder);
  return folder;
}

/** A folder with these files: 'a/b.jpg', 'a/pipe.jpg|' for a pipe, 'a/link > ..' for a link. */
export function folderWith(...entries: string[]): string {
  const folder = temporaryFolder();
  for (const entry of entries) {
    const [name = '', target] = entry.split(' > ');
    const file = path.join(folder, name.replace(/\|$/, ''));
    mkdirSync(path.dirname(file), { recursive: true });
    if (target !== undefined) symlinkSync(target, file);
    else if (name.endsWith('|')) execFileSync('mkfifo', [file]);
    else writeFileSync(file, name);
  }
  return folder;
}

/** Guesses of a table, image by image: its best own classes, and its base class where that wins. */
export interface Guessed {
  top: number[];
  confidence?: number[];
  cosine?: number[];
  base?: number;
}

export function tableOf(classes: string[], images: Guessed[], k = 3): GuessTable {
  const filled = (values: number[] | undefined, none: number): number[] =>
    Array.from({ length: k }, (_, i) => values?.[i] ?? none);
  return {
    ...{ revision: 1, count: images.length, k, classes, scale: null },
    top: Int16Array.from(images.flatMap(({ top }) => filled(top, -1))),
    confidence: Float32Array.from(images.flatMap(({ confidence }) => filled(confidence, NaN))),
    cosine: Float32Array.from(images.flatMap(({ cosine }) => filled(cosine, NaN))),
    word: new Uint8Array(images.length),
    base: Int16Array.from(images, ({ base }) => base ?? -1),
    baseWins: Uint8Array.from(images, ({ base }) => (base === undefined ? 0 : 1)),
    baseNames: { 7: 'cock' },
  };
}

export const rowOf = (index: number, place: string, more: Partial<FolderRow> = {}): FolderRow => ({
  index,
  id: `f/${place}`,
  path: place,
  class: place.includes('/') ? path.posix.dirname(place) : null,
  state: 'ready',
  reason: null,
  hash: `hash of ${place}`,
  ...more,
});
