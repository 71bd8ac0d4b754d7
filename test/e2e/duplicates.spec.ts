/** @file Images that show the same: found among real photos, and kept, labelled or grouped in one step. */
import fs from 'node:fs/promises';
import path from 'node:path';
import { expectAccessible } from './accessible';
import { samplePhotos } from './photos';
import { oneApp } from './oneApp';
import { expect, test } from './studio';
import { writeTimed } from './timedPhotos';

const app = oneApp(async (one) => {
  const [heron = '', owl = '', duck = '', toucan = ''] = await samplePhotos('bird', 4);
  const folder = await writeTimed(path.join(one.home, 'Copies'), [
    { name: 'a/heron.jpg', source: heron, second: 0 },
    { name: 'a/heron small.jpg', source: heron, width: 200, quality: 60, second: 0 },
    { name: 'a/owl.jpg', source: owl, second: 0 },
    { name: 'b/owl again.jpg', source: owl, second: 90, quality: 50 },
    { name: 'c/owl much later.jpg', source: owl, second: 90_000, quality: 51 },
    { name: 'a/duck.jpg', source: duck },
    { name: 'a/toucan.jpg', source: toucan },
  ]);
  await fs.copyFile(path.join(folder, 'a/duck.jpg'), path.join(folder, 'c/duck copy.jpg'));
  await one.open(folder);
});

const dialog = () => app.studio.page.getByRole('dialog', { name: 'Images that show the same' });
const set = (n: number) => dialog().getByRole('listitem').nth(n);
/** The picture of a file: its name says what becomes of it, too. */
const keep = (file: string) => dialog().getByRole('button', { name: new RegExp(`^Keep ${file} `) });
const undo = (title: string) => app.studio.page.getByRole('button', { name: `Undo: ${title}` });

test('finds the same picture in one folder or within minutes, the same file anywhere, and nothing else', async () => {
  await app.studio.page.keyboard.press('Control+d');
  await expect(dialog()).toContainText('3 sets with 6 images');
  await expect(keep('heron.jpg')).toHaveAttribute('aria-pressed', 'true');
  await expect(keep('heron small.jpg')).toContainText('200 ×');
  await expect(keep('duck copy.jpg')).toContainText('same file');
  await expect(keep('owl again.jpg')).toBeVisible();
  await expect(keep('owl much later.jpg')).toHaveCount(0);
  await expect(keep('toucan.jpg')).toHaveCount(0);
  await expectAccessible(app.studio.page, 'images that show the same');
});

test('the filter of the grid lists the same images', async () => {
  const { page } = app.studio;
  await page.keyboard.press('Escape');
  await expect(dialog()).toBeHidden();
  await page.keyboard.press('Shift+F');
  await page.getByRole('menuitem', { name: 'Duplicates' }).click();
  await expect(page.getByRole('option')).toHaveCount(6);
  await expect(app.label.cell('duck copy.jpg')).toBeVisible();
  await expect(app.label.cell('owl much later.jpg')).toHaveCount(0);
  await app.label.settled();
  await page.reload();
  await expect(page.getByRole('option')).toHaveCount(6);
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await page.keyboard.press('Control+d');
  await expect(dialog()).toContainText('3 sets with 6 images');
});

test('the time between folders can be chosen', async () => {
  await dialog()
    .getByRole('slider', { name: /taken within/ })
    .focus();
  await app.studio.page.keyboard.press('Home');
  await expect(dialog()).toContainText('2 sets with 4 images');
  await app.studio.page.keyboard.press('End');
  await expect(dialog()).toContainText('3 sets with 6 images');
});

test('one is kept, another one if so wished, and undo brings the others back', async () => {
  const { page } = app.studio;
  await keep('heron small.jpg').click();
  await expect(keep('heron small.jpg')).toHaveAttribute('aria-pressed', 'true');
  const heron = page.getByRole('button', { name: /^Keep heron.jpg / });
  const herons = dialog().getByRole('listitem').filter({ has: heron });
  await herons.getByRole('button', { name: 'Keep one, exclude 1' }).click();
  await expect(dialog()).toContainText('2 sets with 4 images');
  await page.keyboard.press('Control+z');
  await expect(dialog()).toContainText('3 sets with 6 images');
  await dialog().getByRole('button', { name: 'Keep one of each, exclude 3' }).click();
  await expect(dialog()).toContainText('No two images show the same');
  await page.keyboard.press('Escape');
  await expect(app.label.cell('heron.jpg')).toHaveAccessibleName(/, excluded/);
  await expect(undo('Exclude 3 images')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(app.label.cell('heron.jpg')).not.toHaveAccessibleName(/excluded/);
});

test('each set gets the label of its labelled image; where they differ it is left alone and said', async () => {
  const { label, studio } = app;
  await label.select('heron.jpg', 'duck.jpg');
  await label.newClass('Water');
  await label.select('owl.jpg');
  await label.newClass('Owl');
  await label.select('duck copy.jpg');
  await studio.page.keyboard.press('2');
  await expect(label.labelled('Owl')).toHaveCount(2);
  await studio.page.keyboard.press('Control+d');
  await expect(dialog()).toContainText('Labelled differently: Water, Owl');
  await dialog().getByRole('button', { name: 'Label 2 like the labelled one' }).click();
  await expect(dialog().getByRole('button', { name: /^Label/ })).toHaveCount(0);
  await studio.page.keyboard.press('Escape');
  await expect(label.cell('heron small.jpg')).toHaveAccessibleName(/labelled Water/);
  await expect(label.cell('owl again.jpg')).toHaveAccessibleName(/labelled Owl/);
  await studio.page.keyboard.press('Control+z');
  await expect(label.labelled('Water')).toHaveCount(2);
});

test('sets are grouped in one step, and shown in the grid', async () => {
  const { label, studio } = app;
  await studio.page.keyboard.press('Control+d');
  await set(0).getByRole('button', { name: 'Count as one' }).click();
  await expect(set(0).getByRole('button', { name: 'Counts as one' })).toBeDisabled();
  await dialog().getByRole('button', { name: 'Each counts as one' }).click();
  await expect(dialog().getByRole('button', { name: 'Counts as one', exact: true })).toHaveCount(3);
  await dialog().getByRole('button', { name: 'Show in the grid' }).click();
  await expect(studio.page.getByRole('option')).toHaveCount(6);
  await label.select('heron small.jpg');
  const details = studio.page.getByRole('complementary', { name: 'Selected image' });
  await expect(details).toContainText('2 images that count as one');
});
