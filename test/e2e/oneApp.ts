/** @file One app for all tests of a file, which run in order and build on each other: starting it takes seconds. */
import fs from 'node:fs/promises';
import path from 'node:path';
import { temporaryHome } from './homes';
import { ClassPanel } from './pages/classPanel';
import { LabelPage } from './pages/labelPage';
import { expect, Studio, test } from './studio';

export class OneApp {
  #home = '';
  #studio: Studio | null = null;
  readonly #undo: (() => void)[] = [];

  get home(): string {
    return this.#home;
  }

  get studio(): Studio {
    if (!this.#studio) throw new Error('The app is not started yet.');
    return this.#studio;
  }

  get label(): LabelPage {
    return new LabelPage(this.studio.page);
  }

  get classes(): ClassPanel {
    return new ClassPanel(this.studio.page);
  }

  async start(): Promise<void> {
    this.#home = await temporaryHome();
    this.#studio = await Studio.start(this.#home);
  }

  /** Closed, and started again with the same home. @param meanwhile runs between the two */
  async restart(meanwhile: () => Promise<void> = () => Promise.resolve()): Promise<void> {
    await this.studio.close();
    this.#studio = null;
    await meanwhile();
    this.#studio = await Studio.start(this.#home);
  }

  /** What was done to the home folder from outside is undone before it is removed. */
  atEnd(undo: () => void): void {
    this.#undo.push(undo);
  }

  async end(): Promise<void> {
    await this.#studio?.close();
    for (const undo of this.#undo) undo();
    await fs.rm(this.#home, { recursive: true, force: true });
  }

  /** Opens a folder of images, or one more project, from wherever the person is. */
  async open(folder: string): Promise<void> {
    await this.studio.answerDialog(folder);
    await this.studio.page.keyboard.press('Control+o');
    // Until then everything in sight is of the project that is open now.
    await expect(this.studio.page.getByRole('heading', { level: 1 })).toHaveText(path.basename(folder));
    await this.label.settled();
  }
}

/** @param prepare runs once the app has started */
export function oneApp(prepare: (app: OneApp) => Promise<void> = () => Promise.resolve()): OneApp {
  const app = new OneApp();
  test.describe.configure({ mode: 'serial' });
  test.beforeAll(async () => {
    await app.start();
    await prepare(app);
  });
  test.afterAll(() => app.end());
  return app;
}
