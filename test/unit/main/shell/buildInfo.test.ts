/** @file What the program says of how it was built. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

// Electron's `app` exists in Electron only.
vi.mock('electron', () => ({ app: { getAppPath: () => '/nowhere', getVersion: () => '0.1.0' } }));
const { buildInfo } = await import('../../../../main/shell/buildInfo');

const written = {
  version: '0.1.0',
  electron: '45.4.1',
  electronSource: 'official',
  commit: '0123456789abcdef',
  changed: false,
  date: '2026-11-24T08:00:00.000Z',
  release: true,
};

let file: string;
beforeEach(() => {
  file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'imprint-build-')), 'build.json');
});
afterEach(() => fs.rmSync(path.dirname(file), { recursive: true }));

it('is development where nothing was packaged', () => {
  expect(buildInfo()).toMatchObject({ kind: 'development', version: '0.1.0' });
});

it('is what was written when it was packaged', () => {
  fs.writeFileSync(file, JSON.stringify(written));
  expect(buildInfo(file)).toEqual({ kind: 'package', ...written });
});

it('is never made up', () => {
  fs.writeFileSync(file, JSON.stringify({ ...written, release: 'yes' }));
  expect(() => buildInfo(file)).toThrow(/release/);
});
