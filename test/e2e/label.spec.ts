/**
 * @file The heart of the app in one go: a folder, labels, guesses, undo, and all of it still there when the app is started again,
 * without an image being read: undo and redo, bulk labels included, go on where they were.
 */
import path from 'node:path';
import type { Locator } from '@playwright/test';
import { naturalWidth } from './naturalWidth';
import { oneApp } from './oneApp';
import type { LabelPage } from './pages/labelPage';
import { blankSilently, photosOf } from './photos';
import { expect, test } from './studio';

const app = oneApp();

async function labelTwoClasses(page: LabelPage): Promise<void> {
  await page.select('fish-1.webp', 'fish-2.webp');
  await page.newClass('Fish');
  await page.select('windmill-1.webp', 'windmill-2.webp');
  await page.newClass('Windmill');
}

test('a folder is labelled, guessed and undone', async () => {
  const { home, label, studio } = app;
  await studio.answerDialog(await photosOf(home, { fish: 4, windmill: 4 }));
  await studio.page.getByRole('button', { name: /open a folder/i }).click();
  await label.settled();
  await expect(studio.page.getByRole('option')).toHaveCount(8);

  await labelTwoClasses(label);
  await expect(label.labelled('Fish')).toHaveCount(2);
  await expect(label.guessed('Fish')).toHaveCount(2);
  await expect(label.guessed('Windmill')).toHaveCount(2);
  await expect(label.cell('fish-3.webp')).toHaveAccessibleName(/guess Fish/);
  await expect(label.cell('windmill-3.webp')).toHaveAccessibleName(/guess Windmill/);

  await label.select('fish-3.webp');
  await studio.page.keyboard.press('2');
  await expect(label.labelled('Windmill')).toHaveCount(3);
  await studio.page.keyboard.press('Control+z');
  await expect(label.labelled('Windmill')).toHaveCount(2);
  await label.settled();
});

const allLabelled = (): Locator => app.studio.page.getByRole('option', { name: /labelled/ });
/** What the window says of each image, by file, once all guesses are accepted. */
let accepted = new Map<string, string>();

test('all guesses are accepted in one step', async () => {
  const { label, studio } = app;
  await label.grid.focus();
  await studio.page.keyboard.press('Control+a');
  await studio.page.keyboard.press('Enter');
  await expect(allLabelled()).toHaveCount(8);
  accepted = await label.names();
  await label.settled();
});

test('closed and opened again it reads no image', async () => {
  // Whoever read one would have nothing to decode.
  await app.restart(() => blankSilently(path.join(app.home, 'Pond')));
  const { label, studio } = app;
  await studio.page.getByRole('button', { name: /^(Open )?Pond/ }).click();
  await label.settled();
  await expect(allLabelled()).toHaveCount(8);
  const thumbnail = label.cell('fish-4.webp').locator('img');
  await expect.poll(() => naturalWidth(thumbnail)).toBeGreaterThan(0);
  await expect(label.status).not.toContainText('could not be read');
});

test('what was done before can be undone and redone, and guesses come without an image', async () => {
  const { label, studio } = app;
  const { keyboard } = studio.page;
  await label.grid.focus();
  await keyboard.press('Control+z');
  await expect(label.labelled('Fish')).toHaveCount(2);
  await expect(label.labelled('Windmill')).toHaveCount(2);
  await expect(label.cell('fish-3.webp')).toHaveAccessibleName(/guess Fish/);
  await keyboard.press('Control+z');
  await expect(allLabelled()).toHaveCount(2);
  await keyboard.press('Control+Shift+z');
  await keyboard.press('Control+Shift+z');
  await expect(allLabelled()).toHaveCount(8);
  expect(await label.names()).toEqual(accepted);
  await expect(label.status).not.toContainText('could not be read');
  await label.settled();
});
