/**
 * @file What the tests start: the checkout in the Electron of set-up or, where IMPRINT_E2E_APP names its binary, a package
 * (docs/packaging.md).
 */
import type { ElectronApplication } from '@playwright/test';
import fs from 'node:fs/promises';
import path from 'node:path';
import { electronBinary, root } from '../../scripts/setup/paths.mjs';
import { electronArguments } from '../../scripts/tasks/start.mjs';

/** Binary of the package under test; null: the checkout. */
export const packaged: string | null = process.env['IMPRINT_E2E_APP'] || null;

// Playwright holds the app back until it listens, but only where it finds Electron by itself; otherwise it may come
// too late for the first window.
if (packaged === null) process.env['ELECTRON_OVERRIDE_DIST_PATH'] = path.dirname(electronBinary());

/** For Playwright's `_electron.launch`. */
export const launchOptions = (words: readonly string[] = []): { executablePath?: string; args: string[] } =>
  packaged === null ? { args: [root, ...words] } : { executablePath: packaged, args: [...words] };

/** Binary and arguments of a command, as a person's words become them. */
export function commandLine(words: readonly string[]): [string, string[]] {
  return packaged === null
    ? [electronBinary(), electronArguments(root, words)]
    : [packaged, electronArguments(null, words)];
}

/** Binary and arguments of a start with a window, beside an app that runs already. */
export function secondStart(words: readonly string[]): [string, string[]] {
  // As Playwright starts the first one.
  const { executablePath = electronBinary(), args } = launchOptions(words);
  return [executablePath, [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), ...args]];
}

/**
 * A package's first window may be there before Playwright is, and Chromium tells of it only to who asks for a list of
 * pages. In the checkout Playwright holds the app back until it listens.
 */
export async function noticeWindows(app: ElectronApplication): Promise<void> {
  if (packaged === null) return;
  const folder = await app.evaluate(({ app: electron }) => electron.getPath('userData'));
  const [port = ''] = (await fs.readFile(path.join(folder, 'DevToolsActivePort'), 'utf8')).split('\n');
  await fetch(`http://127.0.0.1:${port}/json/list`);
}
