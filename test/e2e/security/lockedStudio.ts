/**
 * @file One started app for all of these tests, with its window, its decoder and windows that the tests add: pages of
 * nobody's, which only the rules for all sessions and all contents hold back.
 */
import { test as base, type ElectronApplication, type Page } from '@playwright/test';
import fs from 'node:fs/promises';
import { temporaryHome } from '../homes';
import { Studio } from '../studio';
import { Listener } from './listener';

export interface ForeignWindow {
  url: string;
  /** Whether it has the preload of the real window. */
  preload?: boolean;
  webviewTag?: boolean;
}

/** Where script of ours runs: a page or a worker. */
export interface Place {
  name: string;
  run<R>(work: () => R | Promise<R>): Promise<R>;
}

export class LockedStudio {
  constructor(
    readonly app: ElectronApplication,
    /** The window's page. */
    readonly page: Page,
    /** The decoder's page. */
    readonly decoder: Page,
  ) {}

  /** A page in a window of its own, in the default session; closed with the app. */
  async foreign({ url, preload = false, webviewTag = false }: ForeignWindow): Promise<Page> {
    const arrival = this.app.waitForEvent('window');
    await this.app.evaluate(
      async ({ app, BrowserWindow }, options) => {
        const file = `${app.getAppPath()}/out/main/preload.cjs`;
        const preferences = { sandbox: true, webviewTag: options.webviewTag };
        const webPreferences = { ...preferences, ...(options.preload && { preload: file }) };
        await new BrowserWindow({ show: false, webPreferences }).loadURL(options.url).catch(() => undefined);
      },
      { url, preload, webviewTag },
    );
    return arrival;
  }

  /** The window, the decoder and the decoder's workers. */
  places(): Place[] {
    const pages = [this.page, this.decoder].map((page) => ({
      name: page.url(),
      run: <R>(work: () => R | Promise<R>): Promise<R> => page.evaluate(work),
    }));
    const workers = this.decoder.workers().map((worker) => ({
      name: worker.url(),
      run: <R>(work: () => R | Promise<R>): Promise<R> => worker.evaluate(work),
    }));
    return [...pages, ...workers];
  }

  /** How many pages of any kind there are. */
  contents(): Promise<number> {
    return this.app.evaluate(({ webContents }) => webContents.getAllWebContents().length);
  }
}

/** The decoder's page, when its workers stand ready. */
async function decoderOf(app: ElectronApplication): Promise<Page> {
  const isReady = (page: Page): boolean =>
    page.url().startsWith('app://studio/decoder/') && page.workers().length > 1;
  for (;;) {
    const found = app.windows().find(isReady);
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export const test = base.extend<{ listener: Listener }, { locked: LockedStudio }>({
  locked: [
    // Playwright reads a fixture's dependencies off this pattern, so an empty one it must be.
    async ({}, use) => {
      const home = await temporaryHome();
      const studio = await Studio.start(home);
      await use(new LockedStudio(studio.app, studio.page, await decoderOf(studio.app)));
      await studio.close();
      await fs.rm(home, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  listener: async ({}, use) => {
    const listener = await Listener.start();
    await use(listener);
    listener.stop();
  },
});

export { expect } from '@playwright/test';

/** Long enough for a request or a navigation that nothing refuses to arrive. */
export const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 500));
