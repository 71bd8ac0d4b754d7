/**
 * @file Starts the real app for a test, with a home folder of its own, and speaks to it as a person would: by roles
 * and names. Native dialogs cannot be clicked, so the one thing replaced is what they answer.
 */
import { test as base, _electron, type ElectronApplication, type Page } from '@playwright/test';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { electronBinary } from '../../scripts/setup/paths.mjs';

const root = path.resolve(import.meta.dirname, '../..');

export class Studio {
  private constructor(
    readonly app: ElectronApplication,
    readonly page: Page,
    readonly home: string,
  ) {}

  /** @param home every folder the app writes to lies below it */
  static async start(home: string): Promise<Studio> {
    const app = await _electron.launch({ executablePath: electronBinary(), args: [root], env: homeEnvironment(home) });
    const page = await app.firstWindow();
    await page.waitForSelector('main');
    return new Studio(app, page, home);
  }

  /** The next folder dialog answers with this path. */
  async answerDialog(chosen: string): Promise<void> {
    await this.app.evaluate(({ dialog }, answer) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [answer] });
    }, chosen);
  }

  async close(): Promise<void> {
    await this.app.close();
  }
}

export function homeEnvironment(home: string): Record<string, string> {
  const kept = Object.entries(process.env).filter((e): e is [string, string] => e[1] !== undefined);
  return {
    ...Object.fromEntries(kept), HOME: home,
    XDG_CONFIG_HOME: path.join(home, '.config'), XDG_CACHE_HOME: path.join(home, '.cache'),
  };
}

export const test = base.extend<{ home: string; studio: Studio }>({
  // Playwright reads a fixture's dependencies off this pattern, so an empty one it must be.
  // eslint-disable-next-line no-empty-pattern
  home: async ({}, use) => {
    const home = await fs.mkdtemp(path.join(os.tmpdir(), 'imprint-studio-'));
    await use(home);
    await fs.rm(home, { recursive: true, force: true });
  },
  studio: async ({ home }, use) => {
    const studio = await Studio.start(home);
    await use(studio);
    await studio.close();
  },
});

export { expect } from '@playwright/test';
