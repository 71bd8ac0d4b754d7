/** @file Temporary folders that go away with the test file that asked for them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';

export function tempFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'imprint-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
