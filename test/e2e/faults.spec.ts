/**
 * @file What should not happen, made to happen: errors in main and in the window, a window that is killed or hangs, an engine that
 * keeps ending. Each is told calmly, labels are kept, a report names nothing of the person's, and the log is one click away.
 */
import fs from 'node:fs/promises';
import path from 'node:path';
import { expectAccessible } from './accessible';
import { oneApp } from './oneApp';
import { chooseMenu } from './pages/appMenu';
import { photosOf } from './photos';
import { pidOf } from './processes';
import { expect, test } from './studio';

const app = oneApp(async (one) => {
  await one.open(await photosOf(one.home, { fish: 3, windmill: 3 }));
  await one.label.select('fish-1.webp');
  await one.label.newClass('Piscis rarus');
  await expect(one.label.labelled('Piscis rarus')).toHaveCount(1);
});

const dialog = (name: string) => app.studio.page.getByRole('alertdialog', { name });

/** Nothing of the person's is in it: no place, no image, no class, no project. */
function expectPrivate(report: string): void {
  expect(report).toContain('Imprint Studio');
  expect(report).toMatch(/Electron \d+/);
  expect(report).toMatch(/Memory: \d+ of \d+ MB free/);
  for (const secret of [app.home, 'fish-1', '.webp', 'Piscis', 'Pond']) expect(report).not.toContain(secret);
}

/** Questions of the system are answered by their buttons' words, in turn. */
async function answering(...labels: string[]): Promise<{ asked: () => Promise<string[]> }> {
  const asked = await app.studio.app.evaluateHandle(({ dialog: native }, answers) => {
    const questions: string[] = [];
    native.showMessageBox = (...words: unknown[]) => {
      const { message, buttons = [] } = words.at(-1) as { message: string; buttons?: string[] };
      questions.push(message);
      const next = answers.shift();
      // Nobody answers any more.
      if (next === undefined) return new Promise(() => undefined);
      return Promise.resolve({ response: buttons.indexOf(next), checkboxChecked: false });
    };
    return questions;
  }, labels);
  return { asked: () => asked.jsonValue() };
}

test('an error in main is told, and its report can be read, copied and saved', async () => {
  const { app: electron, page } = app.studio;
  const image = path.join(app.home, 'Pond', 'fish-1.webp');
  await electron.evaluate((_, file) => {
    setTimeout(() => {
      throw new Error(`Piscis rarus is not in ${file}`);
    }, 0);
  }, image);
  const shown = dialog('Something unexpected went wrong');
  await expect(shown).toContainText('Labels that say saved are on the disk.');
  await expect(shown).toContainText('<name> is not in <path>');
  await expectAccessible(page, 'a fault');
  await shown.getByText('What it says').click();
  await expect(shown.locator('pre')).toContainText('Fault of main');
  await shown.getByRole('button', { name: 'Copy Report' }).click();
  await expect(shown.getByRole('status')).toContainText('in the clipboard');
  expectPrivate(await electron.evaluate(({ clipboard }) => clipboard.readText()));

  const file = path.join(app.home, 'report.txt');
  await electron.evaluate(({ dialog: native }, filePath) => {
    native.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, file);
  await shown.getByRole('button', { name: 'Save Report…' }).click();
  await expect(shown.getByRole('status')).toContainText(`Saved as ${file}.`);
  const report = await fs.readFile(file, 'utf8');
  expectPrivate(report);
  expect(report).toContain('[error] uncaught');
  await shown.getByRole('button', { name: 'Go on' }).click();
  await expect(shown).toBeHidden();
});

test('an error in the window is told too, and one that comes again is told once', async () => {
  const { page } = app.studio;
  for (let i = 0; i < 2; i++)
    await page.evaluate(
      "setTimeout(() => { const e = new Error('of the page'); e.stack = 'of the page'; throw e; }, 0)",
    );
  const shown = dialog('Something unexpected went wrong in the window');
  await expect(shown).toContainText('of the page');
  await shown.getByRole('button', { name: 'Go on' }).click();
  await page.evaluate(
    "void setTimeout(() => { const e = new Error('of the page'); e.stack = 'of the page'; throw e; }, 0)",
  );
  await page.evaluate("void Promise.reject(new Error('refused'))");
  await expect(shown).toContainText('refused');
  await shown.getByRole('button', { name: 'Go on' }).click();
});

test('an engine that keeps ending is told, and comes back', async () => {
  const { app: electron } = app.studio;
  let last = 0;
  for (let i = 0; i < 3; i++) {
    await expect.poll(async () => (await pidOf(electron, 'engine')) !== last).toBe(true);
    last = await pidOf(electron, 'engine');
    process.kill(last, 'SIGKILL');
  }
  const shown = dialog('The engine keeps ending');
  await expect(shown).toContainText('It is being started again.');
  await shown.getByRole('button', { name: 'Go on' }).click();
  await expect.poll(async () => (await pidOf(electron, 'engine')) !== last).toBe(true);
});

test('the log is shown in the file manager, and something is in it', async () => {
  const { app: electron } = app.studio;
  const shown = await electron.evaluateHandle(({ shell }) => {
    const files: string[] = [];
    shell.showItemInFolder = (file) => void files.push(file);
    return files;
  });
  await electron.evaluate(() => process.emitWarning('nothing'));
  await chooseMenu(electron, 'Show Log File');
  const [file = ''] = await shown.jsonValue();
  expect(file).toMatch(/main\.log$/);
  await expect.poll(() => fs.readFile(file, 'utf8').catch(() => '')).toContain('the engine ended');
});

test('a window that was killed is shown again, with its labels', async () => {
  const { app: electron, page } = app.studio;
  const { asked } = await answering('Copy Report', 'Show the Window Anew');
  const gone = page.waitForEvent('crash');
  process.kill(await pidOf(electron, 'window'), 'SIGKILL');
  await gone;
  await expect.poll(asked).toEqual(Array(2).fill('The window ended unexpectedly'));
  const report = await electron.evaluate(({ clipboard }) => clipboard.readText());
  expectPrivate(report);
  expect(report).toContain('Fault of window');
  await expect.poll(() => electron.evaluate(labelsInWindow, 'Piscis rarus')).toBe(true);
});

test('a window that does not answer is drawn anew if the person likes', async () => {
  const { app: electron } = app.studio;
  const { asked } = await answering('Show Log', 'Show the Window Anew');
  const before = await pidOf(electron, 'window');
  await electron.evaluate(({ BrowserWindow, shell }) => {
    shell.showItemInFolder = () => undefined;
    const ours = BrowserWindow.getAllWindows().find((w) =>
      w.webContents.getURL().includes('studio/index.html'),
    );
    void ours?.webContents.executeJavaScript('for (;;);').catch(() => undefined);
    // Chromium does not say so while someone drives the page from outside, as a test does.
    ours?.emit('unresponsive');
  });
  await expect.poll(asked).toEqual(Array(2).fill('The window does not answer'));
  await expect.poll(() => pidOf(electron, 'window')).not.toBe(before);
  await expect.poll(() => electron.evaluate(labelsInWindow, 'Piscis rarus')).toBe(true);
});

/** Whether the page of now shows this class; Playwright's own page went with the process. */
async function labelsInWindow({ BrowserWindow }: typeof import('electron'), name: string): Promise<boolean> {
  const ours = BrowserWindow.getAllWindows().find((w) =>
    w.webContents.getURL().includes('studio/index.html'),
  );
  const text = ours?.webContents.executeJavaScript('document.body.innerText') as Promise<string> | undefined;
  return ((await text) ?? '').includes(name);
}
