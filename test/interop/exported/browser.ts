/**
 * @file The browser that pages of exports are opened in: the machine's Chromium (or the one that IMPRINT_CHROMIUM names), and
 * where there is none the Chromium that is inside this checkout's Electron.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { _electron, chromium, type Page } from '@playwright/test';
import { electronBinary } from '../../../scripts/setup/paths.mjs';
import { provideScreen } from '../../../scripts/setup/xvfb.mjs';
import { electronArguments } from '../../../scripts/tasks/start.mjs';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

export interface Browser {
  /** Name and version. */
  readonly title: string;
  /** An empty page, in which `use` is alone. */
  with<T>(use: (page: Page) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export function openBrowser(): Promise<Browser> {
  const chosen = process.env['IMPRINT_CHROMIUM'];
  const binary = chosen || PLACES.find((place) => existsSync(place));
  return binary === undefined ? openElectron() : openChromium(binary);
}

async function openChromium(executablePath: string): Promise<Browser> {
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({ executablePath, args });
  return {
    title: `Chromium ${browser.version()}`,
    async with(use) {
      const page = await browser.newPage();
      try {
        return await use(page);
      } finally {
        await page.close();
      }
    },
    close: () => browser.close(),
  };
}

async function openElectron(): Promise<Browser> {
  const screen = await provideScreen({ outlivesCtrlC: false });
  const app = await _electron.launch({
    executablePath: electronBinary(),
    args: electronArguments(path.join(import.meta.dirname, 'window'), []),
    env: { ...process.env, ...screen.env } as Record<string, string>,
  });
  const page = await app.firstWindow();
  const versions = await app.evaluate(() => process.versions);
  return {
    title: `Chromium ${versions['chrome']} in Electron ${versions['electron']}`,
    async with(use) {
      try {
        return await use(page);
      } finally {
        await page.goto('about:blank');
      }
    },
    async close() {
      await app.close();
      screen.stop();
    },
  };
}
