/**
 * @file Starts the real app for a test, with a home folder of its own, and speaks to it as a person would: by roles
 * and names. Native dialogs cannot be clicked, so the one thing replaced is what they answer.
 */
import { test as base, _electron, expect, type ElectronApplication, type Page } from '@playwright/test';
import fs from 'node:fs/promises';
import path from 'node:path';
import { homeEnvironment, temporaryHome } from './homes';
import { launchOptions, noticeWindows } from './launch';

export class Studio {
  private constructor(
    readonly app: ElectronApplication,
    readonly page: Page,
    readonly home: string,
  ) {}

  /**
   * @param home every folder the app writes to lies below it
   * @param words what a person would type behind the program's name
   */
  static async start(home: string, words: readonly string[] = []): Promise<Studio> {
    // Otherwise it is Playwright's to remove, whose worker may end before.
    const artifactsDir = path.join(home, '.playwright');
    const app = await _electron.launch({ ...launchOptions(words), env: homeEnvironment(home), artifactsDir });
    const page = await windowOf(app);
    await page.waitForSelector('main');
    return new Studio(app, page, home);
  }

  /** The next folder dialog answers with this path. */
  async answerDialog(chosen: string): Promise<void> {
    await this.app.evaluate(({ dialog }, answer) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [answer] });
    }, chosen);
  }

  /** Questions in native dialogs are answered with this button from here on. @returns what was asked, as it comes */
  async answerQuestions(button: number): Promise<{ asked(): Promise<string[]> }> {
    const sentences = await this.app.evaluateHandle(({ dialog }, response) => {
      const asked: string[] = [];
      dialog.showMessageBox = (...words: unknown[]) => {
        const { message, detail } = words.at(-1) as { message: string; detail?: string };
        asked.push(`${message} ${detail ?? ''}`);
        return Promise.resolve({ response, checkboxChecked: false });
      };
      return asked;
    }, button);
    return { asked: () => sentences.jsonValue() };
  }

  /** Makes the page of the window so large, CSS pixels. */
  async resize(width: number, height: number): Promise<void> {
    await this.app.evaluate(
      ({ BrowserWindow }, size) => {
        const windows = BrowserWindow.getAllWindows();
        const shown = windows.find((w) => w.webContents.getURL().startsWith('app://studio/index.html'));
        shown?.setContentSize(...size);
      },
      [width, height] as [number, number],
    );
    // From outside: the page's own policy allows no text to become code.
    await expect.poll(() => this.page.evaluate('[innerWidth, innerHeight]')).toEqual([width, height]);
  }

  async close(): Promise<void> {
    await this.app.close();
  }
}

/** The decoder has a window too, though nobody sees it; and either may be met before it has an address. */
async function windowOf(app: ElectronApplication): Promise<Page> {
  const shown = (): Page | undefined =>
    app.windows().find((page) => page.url().startsWith('app://studio/index.html'));
  await expect
    .poll(async () => {
      await noticeWindows(app);
      return shown() !== undefined;
    })
    .toBe(true);
  return shown()!;
}

export const test = base.extend<{ home: string; studio: Studio }>({
  // Playwright reads a fixture's dependencies off this pattern, so an empty one it must be.
  home: async ({}, use) => {
    const home = await temporaryHome();
    await use(home);
    await fs.rm(home, { recursive: true, force: true });
  },
  studio: async ({ home }, use) => {
    const studio = await Studio.start(home);
    await use(studio);
    await studio.close();
  },
});

export { expect };
