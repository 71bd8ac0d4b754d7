/** @file About: what the program is, the licences of what is in it, and the log one click away. */
import fs from 'node:fs/promises';
import type { Locator } from '@playwright/test';
import { expectAccessible } from './accessible';
import { oneApp } from './oneApp';
import { chooseMenu } from './pages/appMenu';
import { pidOf } from './processes';
import { expect, test } from './studio';

const app = oneApp();
const dialog = (): Locator => app.studio.page.getByRole('dialog', { name: 'About Imprint Studio' });

test('it says every version that matters, and copies them as text', async () => {
  const { app: electron, page } = app.studio;
  await pidOf(electron, 'engine');
  await expect
    .poll(async () => {
      await chooseMenu(electron, 'About Imprint Studio');
      return dialog().textContent();
    })
    .toMatch(/TensorFlow\s*2\.\d+\.\d+/);
  const versions = await electron.evaluate(() => process.versions);
  await expect(dialog()).toContainText(versions['electron'] ?? '?');
  await expect(dialog()).toContainText(versions['chrome'] ?? '?');
  await expect(dialog()).toContainText('EfficientNet-Lite0');
  await expect(dialog()).toContainText('Apache-2.0');
  await expect(dialog().getByRole('button', { name: 'Close' })).toBeFocused();
  await expectAccessible(page, 'About');
  await dialog().getByRole('button', { name: 'Copy' }).click();
  await expect(dialog().getByRole('button', { name: 'Copied' })).toBeVisible();
  const copied = await electron.evaluate(({ clipboard }) => clipboard.readText());
  expect(copied).toContain(`Electron ${versions['electron']}`);
  expect(copied).toMatch(/^TensorFlow 2\./m);
});

test('the licences are read in the window itself', async () => {
  const { page } = app.studio;
  await dialog().getByRole('button', { name: 'Licences' }).click();
  const licences = page.getByRole('dialog', { name: 'Licences of what is in it' });
  await expect(licences).toContainText('Third-party notices');
  await expect(licences).toContainText('EfficientNet-Lite0');
  await expectAccessible(page, 'licences');
  await licences.getByRole('button', { name: 'Back' }).click();
  await expect(dialog()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog()).toBeHidden();
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
  // Ends by itself, and is written down.
  process.kill(await pidOf(electron, 'engine'), 'SIGKILL');
  await expect.poll(() => fs.readFile(file, 'utf8').catch(() => '')).toContain('the engine ended');
});
