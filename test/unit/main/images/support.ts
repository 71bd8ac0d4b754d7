/** @file What the tests of the images room share. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEveryTest } from '../../cleaning';

const made: string[] = [];
afterEveryTest(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A folder that is removed after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'imprint-images-'));
  made.push(folder);
  return folder;
}

/** Makes files below a folder; each holds its own name. */
export function makeFiles(root: string, ...files: string[]): void {
  for (const file of files) {
    const full = path.join(root, file);
    mkdirSync(path.dirname(full), { recursive: true });
    writeFileSync(full, file);
  }
}
