/** @file Files and folders that are renamed from outside keep their labels. */
import fs from 'node:fs/promises';
import path from 'node:path';
import { expectAccessible } from './accessible';
import { photosOf } from './photos';
import { oneApp } from './oneApp';
import { expect, test } from './studio';

const app = oneApp(async (one) => {
  const folder = path.join(one.home, 'Ponds');
  await fs.mkdir(folder);
  await photosOf(folder, { fish: 3 }, 'north');
  await photosOf(folder, { windmill: 3 }, 'south');
  await one.open(folder);
});

const lookAgain = (): Promise<void> => app.studio.page.keyboard.press('F5');
const labelled = () => app.studio.page.getByRole('option', { name: /labelled/ });

test('labels go along with the images of a renamed subfolder, after a yes, and back again', async () => {
  const { label, studio } = app;
  await studio.page.getByRole('button', { name: 'Neither' }).click();
  await label.select('fish-1.webp', 'fish-2.webp');
  await label.newClass('Fish');
  await label.select('windmill-1.webp');
  await label.newClass('Windmill');
  await label.settled();
  await fs.rename(path.join(app.home, 'Ponds', 'north'), path.join(app.home, 'Ponds', 'west'));
  await lookAgain();
  const banner = studio.page.getByRole('status').filter({ hasText: '2 images seem to have moved.' });
  await expect(label.cell('north/fish-1.webp')).toHaveAccessibleName(/no longer in its folder/);
  await banner.getByRole('button', { name: 'Show…' }).click();
  const dialog = studio.page.getByRole('dialog', { name: 'Move 2 images to where they are now?' });
  await expect(dialog.getByRole('listitem')).toHaveText([
    'north/fish-1.webp is now west/fish-1.webp',
    'north/fish-2.webp is now west/fish-2.webp',
  ]);
  await expectAccessible(studio.page, 'moved images');
  await dialog.getByRole('button', { name: 'Move' }).click();
  await expect(label.cell('west/fish-1.webp')).toHaveAccessibleName(/labelled Fish$/);
  await expect(label.cell('north/fish-1.webp')).toBeHidden();
  await expect(banner).toBeHidden();
  await expect(labelled()).toHaveCount(3);

  await label.grid.focus();
  await studio.page.keyboard.press('Control+z');
  await expect(label.cell('north/fish-1.webp')).toHaveAccessibleName(/no longer in its folder/);
  await expect(banner).toBeVisible();
  await studio.page.keyboard.press('Control+Shift+z');
  await expect(label.cell('west/fish-2.webp')).toHaveAccessibleName(/labelled Fish$/);
  await label.settled();
});

test('a project whose folder is elsewhere shows what it knows, and takes the new place', async () => {
  const { label, studio } = app;
  await studio.page.keyboard.press('Control+w');
  await fs.rename(path.join(app.home, 'Ponds'), path.join(app.home, 'Lakes'));
  await studio.page.getByRole('button', { name: /^Ponds/ }).click();
  const banner = studio.page.getByRole('status').filter({ hasText: /The folder .*Ponds is not there/ });
  await expect(banner).toContainText('What is known of its 6 images is kept.');
  await expect(label.cell('windmill-1.webp')).toHaveAccessibleName(/no longer in its folder/);
  const picture = label.cell('windmill-1.webp').locator('img');
  await expect
    .poll(() => picture.evaluate((img: { naturalWidth?: number }) => img.naturalWidth ?? 0))
    .toBeGreaterThan(0);

  await fs.mkdir(path.join(app.home, 'Other'));
  await studio.answerDialog(path.join(app.home, 'Other'));
  await banner.getByRole('button', { name: 'Where is it now…' }).click();
  await expect(studio.page.getByRole('alert').filter({ hasText: 'None of the images of' })).toBeVisible();
  await studio.answerDialog(path.join(app.home, 'Lakes'));
  await banner.getByRole('button', { name: 'Where is it now…' }).click();
  await expect(banner).toBeHidden();
  await expect(label.cell('windmill-1.webp')).toHaveAccessibleName(/labelled Windmill$/);
  await expect(label.cell('west/fish-1.webp')).toHaveAccessibleName(/labelled Fish$/);
  await label.settled();
});
