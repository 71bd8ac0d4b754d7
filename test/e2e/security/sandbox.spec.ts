/** @file Chromium's sandbox, which exists only for users who are not root (docs/security.md, point 1). */
import { expect, test as base } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs/promises';
import { isRoot, UnprivilegedApp, type Testimony } from './unprivileged';

const FILTERED = '2';

const test = base.extend<object, { testimony: Testimony }>({
  testimony: [
    // Playwright reads a fixture's dependencies off this pattern, so an empty one it must be.
    async ({}, use) => {
      const app = await UnprivilegedApp.copy();
      try {
        await use(await app.start());
      } finally {
        await app.remove();
      }
    },
    { scope: 'worker' },
  ],
});

function whyNot(): string | null {
  if (process.platform !== 'linux') return 'system call filters are read from /proc, which only Linux has';
  if (!isRoot) return null;
  try {
    execFileSync('setpriv', ['--version']);
    return null;
  } catch {
    return 'root needs setpriv (util-linux) to start the app as another user';
  }
}

const reason = whyNot();
test.skip(reason !== null, reason ?? '');

async function statusOf(pid: number, field: string): Promise<string | undefined> {
  const status = await fs.readFile(`/proc/${pid}/status`, 'utf8');
  return new RegExp(`^${field}:\\s*(.*)$`, 'm').exec(status)?.[1];
}

test("window and decoder run under a filter of system calls, as a user's", async ({ testimony }) => {
  const { window, decoder } = testimony.processes;
  expect(window).not.toBe(decoder);
  for (const pid of [window, decoder]) {
    expect(await statusOf(pid, 'Seccomp')).toBe(FILTERED);
    expect(await statusOf(pid, 'Uid')).not.toMatch(/\b0\b/);
    expect(await statusOf(pid, 'CapEff')).toMatch(/^0+$/);
  }
});

test('so does a window whose settings ask for no sandbox', async ({ testimony }) => {
  expect(await statusOf(testimony.processes.unsafe, 'Seccomp')).toBe(FILTERED);
});

test('a package opens no developer tools for its pages', ({ testimony }) => {
  expect(testimony.packaged).toBe(true);
  expect(testimony.tools).toEqual({ window: false, decoder: false, unsafe: true });
});
