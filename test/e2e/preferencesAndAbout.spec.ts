/**
 * @file What a person finds about the program itself. About: what it is, and the licences of what is in it. Preferences: changed in
 * the dialog, in force at once and at the next start, with a real cache that moves.
 */
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Locator } from '@playwright/test';
import { expectAccessible } from './accessible';
import { packaged } from './launch';
import { oneApp } from './oneApp';
import { chooseMenu, menuWords } from './pages/appMenu';
import { BackboneDialog } from './pages/backboneDialog';
import { pidOf } from './processes';
import { photosOf } from './photos';
import { expect, Studio, test } from './studio';

const app = oneApp(async (one) => one.open(await photosOf(one.home, { fish: 4, windmill: 4 })));

const dialog = (): Locator => app.studio.page.getByRole('dialog', { name: 'Preferences' });
const stored = async (): Promise<Record<string, unknown>> => {
  const file = await app.studio.app.evaluate(({ app: electron }) => electron.getPath('userData'));
  return JSON.parse(await fs.readFile(path.join(file, 'preferences.json'), 'utf8')) as Record<
    string,
    unknown
  >;
};

const threadsOf = async (pid: number): Promise<number> => (await fs.readdir(`/proc/${pid}/task`)).length;

async function openPreferences(): Promise<void> {
  await app.studio.page.keyboard.press('Control+,');
  await expect(dialog()).toBeVisible();
}

const about = (): Locator => app.studio.page.getByRole('dialog', { name: 'About Imprint Studio' });

test('About says every version that matters, and copies them as text', async () => {
  const { app: electron, page } = app.studio;
  await pidOf(electron, 'engine');
  await expect
    .poll(async () => {
      await chooseMenu(electron, 'About Imprint Studio');
      return about().textContent();
    })
    .toMatch(/TensorFlow\s*2\.\d+\.\d+/);
  const versions = await electron.evaluate(() => process.versions);
  await expect(about()).toContainText(versions['electron'] ?? '?');
  await expect(about()).toContainText(versions['chrome'] ?? '?');
  await expect(about()).toContainText('EfficientNet-Lite0');
  await expect(about()).toContainText('Apache-2.0');
  await expect(about().getByRole('button', { name: 'Close' })).toBeFocused();
  await expectAccessible(page, 'About');
  await about().getByRole('button', { name: 'Copy' }).click();
  await expect(about().getByRole('button', { name: 'Copied' })).toBeVisible();
  const copied = await electron.evaluate(({ clipboard }) => clipboard.readText());
  expect(copied).toContain(`Electron ${versions['electron']}`);
  expect(copied).toMatch(/^TensorFlow 2\./m);
});

test('the licences are read in the window itself', async () => {
  const { page } = app.studio;
  await about().getByRole('button', { name: 'Licences' }).click();
  const licences = page.getByRole('dialog', { name: 'Licences of what is in it' });
  await expect(licences).toContainText('Third-party notices');
  await expect(licences).toContainText('EfficientNet-Lite0');
  await expectAccessible(page, 'licences');
  await licences.getByRole('button', { name: 'Back' }).click();
  await expect(about()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(about()).toBeHidden();
});

test('the theme is the chosen one at once, whatever the system’s is', async () => {
  const { page } = app.studio;
  await openPreferences();
  await expectAccessible(page, 'preferences');
  // What drives the page says what it prefers, unless it is told not to.
  await page.emulateMedia({ colorScheme: null });
  for (const [theme, background] of [
    ['Dark', 'rgb(31, 31, 31)'],
    ['Light', 'rgb(244, 244, 244)'],
  ] as const) {
    await dialog().getByText(theme, { exact: true }).click();
    await expect(page.locator('body')).toHaveCSS('background-color', background);
  }
  expect(await stored()).toMatchObject({ theme: 'light' });
});

test('fewer threads start the engine anew with so many, and guesses come back', async () => {
  const before = await pidOf(app.studio.app, 'engine');
  await expect.poll(() => threadsOf(before)).toBeGreaterThan(8);
  const many = await threadsOf(before);
  await dialog().getByRole('combobox', { name: 'Threads for TensorFlow' }).selectOption('1');
  await expect.poll(() => pidOf(app.studio.app, 'engine')).not.toBe(before);
  await dialog().getByRole('button', { name: 'Close' }).click();
  await app.label.select('fish-1.webp', 'fish-2.webp');
  await app.label.newClass('Fish');
  await app.label.select('windmill-1.webp');
  await app.label.newClass('Windmill');
  await expect(app.label.guessed('Fish')).toHaveCount(2);
  // The same work has been done, with a thread less for operations and one less for parts of them.
  if (os.cpus().length > 1) expect(await threadsOf(await pidOf(app.studio.app, 'engine'))).toBeLessThan(many);
  await expect(app.studio.page.getByRole('alertdialog')).toHaveCount(0);
});

test('the cache goes elsewhere with what is in it, and its pictures are shown from there', async () => {
  const { page } = app.studio;
  const elsewhere = path.join(app.home, 'Big disk');
  await fs.mkdir(elsewhere);
  await openPreferences();
  await expect(dialog()).toContainText(path.join(app.home, '.cache', 'imprint-studio'));
  await dialog().getByRole('button', { name: 'Move it…' }).click();
  const question = page.getByRole('dialog', { name: 'Where should the cache be?' });
  await expectAccessible(page, 'moving the cache');
  await expect(question.getByRole('radio', { name: 'Take along what is in it' })).toBeChecked();
  await app.studio.answerDialog(elsewhere);
  await question.getByRole('button', { name: 'Choose a folder…' }).click();
  await expect(dialog()).toContainText(path.join(elsewhere, 'imprint-studio'));
  await expect(dialog()).toContainText(/Backbones as TensorFlow reads them: [1-9][0-9]\u00a0MB/);
  const taken = ['models', ...(packaged ? ['native-parts.json'] : []), 'thumbnails'];
  expect((await fs.readdir(path.join(elsewhere, 'imprint-studio'))).sort()).toEqual(taken);
  await expect(fs.readdir(path.join(app.home, '.cache', 'imprint-studio'))).rejects.toThrow();
  expect(await stored()).toMatchObject({ cacheFolder: elsewhere });
});

test('emptied it takes no room, and pictures are made again when they are looked at', async () => {
  const { page } = app.studio;
  await dialog().getByRole('button', { name: 'Empty the cache' }).click();
  const question = page.getByRole('dialog', { name: 'Empty the cache?' });
  await expect(question).toContainText('Labels, projects and images stay.');
  await expectAccessible(page, 'emptying the cache');
  await question.getByRole('button', { name: 'Empty the cache' }).click();
  await expect(dialog()).toContainText('Thumbnails: 0\u00a0B');
  await dialog().getByRole('button', { name: 'Close' }).click();
  await page.reload();
  await app.label.settled();
  const pictures = page.getByRole('option').locator('img');
  await expect(pictures.first()).toBeVisible();
  await expect
    .poll(() =>
      pictures.evaluateAll((all) => (all as { naturalWidth?: number }[]).every((one) => one.naturalWidth)),
    )
    .toBe(true);
  await expect(app.label.labelled('Fish')).toHaveCount(2);
});

test('another language draws the window anew, where the person was', async () => {
  const { page } = app.studio;
  await openPreferences();
  // A package speaks the language of brackets, and does not offer it.
  if (packaged) await page.evaluate("void window.studio.call('preferences:change', { language: 'en-XA' })");
  else await dialog().getByRole('combobox', { name: 'Language' }).selectOption('en-XA');
  await expect(page.getByRole('dialog', { name: '⟦Preferences' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en-XA');
  expect(await menuWords(app.studio.app)).toContain('⟦Open Project…~~~~⟧');
  await page
    .getByRole('dialog')
    .getByRole('combobox', { name: /Language/ })
    .selectOption('en-GB');
  await expect(dialog()).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en-GB');
  await dialog().getByRole('button', { name: 'Close' }).click();
  await expect(app.label.labelled('Fish')).toHaveCount(2);
});

test('new projects are seen by the chosen backbone, and the open one stays as it was', async () => {
  const { page } = app.studio;
  const backbone = new BackboneDialog(page);
  await openPreferences();
  await dialog()
    .getByRole('combobox', { name: 'Backbone for new projects' })
    .selectOption('EfficientNet-Lite2');
  await dialog().getByRole('button', { name: 'Close' }).click();
  await backbone.open('Pond');
  await expect(backbone.choice('EfficientNet-Lite0')).toBeChecked();
  await page.keyboard.press('Escape');
  await app.open(await photosOf(app.home, { fish: 2 }, 'Lake'));
  await backbone.open('Lake');
  await expect(backbone.choice('EfficientNet-Lite2')).toBeChecked();
  await page.keyboard.press('Escape');
  expect(await stored()).toMatchObject({ backbone: 'efficientnet-lite2' });
});

test('everything is so at the next start; a cache that is not there any more leaves the usual place', async () => {
  await app.studio.close();
  await fs.rm(path.join(app.home, 'Big disk'), { recursive: true });
  await fs.writeFile(path.join(app.home, 'Big disk'), 'no folder any more');
  const next = await Studio.start(app.home);
  await next.page.keyboard.press('Control+,');
  const shown = next.page.getByRole('dialog', { name: 'Preferences' });
  await expect(shown.getByRole('radio', { name: 'Light' })).toBeChecked();
  await expect(shown.getByRole('combobox', { name: 'Threads for TensorFlow' })).toHaveValue('1');
  await expect(shown.getByRole('combobox', { name: 'Language' })).toHaveValue('en-GB');
  await expect(shown.getByRole('combobox', { name: 'Backbone for new projects' })).toHaveValue(
    'efficientnet-lite2',
  );
  await expect(shown).toContainText(path.join(app.home, '.cache', 'imprint-studio'));
  await next.close();
});
