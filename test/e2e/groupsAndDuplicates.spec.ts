/**
 * @file What counts as one. Groups: bursts are shown before they are made, changed by hand, made in one step, and taken apart again.
 * Images that show the same: found among real photos, and kept, labelled or grouped in one step.
 */
import fs from 'node:fs/promises';
import path from 'node:path';
import { expectAccessible } from './accessible';
import { samplePhotos } from './photos';
import { oneApp } from './oneApp';
import { expect, test } from './studio';
import { writeTimed } from './timedPhotos';

const app = oneApp();

test.describe('groups', () => {
  test.beforeAll(async () => {
    const [first = '', second = '', third = '', fourth = ''] = await samplePhotos('bird', 4);
    const burst = (name: string, source: string, seconds: number[], camera = 'One') =>
      seconds.map((second, i) => ({ name: `${name}-${i + 1}.jpg`, source, second, camera, shift: i * 0.03 }));
    const folder = await writeTimed(path.join(app.home, 'Trap'), [
      ...burst('north/heron', first, [0, 1, 3, 10, 11]),
      ...burst('north/owl', second, [1, 2], 'Two'),
      ...burst('south/duck', third, [0, 2]),
      { name: 'south/old.jpg', source: fourth },
    ]);
    await app.open(folder);
  });

  const dialog = () => app.studio.page.getByRole('dialog', { name: 'Group images' });
  const details = () => app.studio.page.getByRole('complementary', { name: 'Selected image' });

  test('bursts of one camera in one folder are shown with their number before they are made', async () => {
    await app.studio.page.keyboard.press('Control+b');
    await expect(dialog()).toContainText('4 groups with 9 images');
    await expect(dialog()).toContainText('1 image says no time and will be left alone.');
    await expect(dialog().getByRole('checkbox', { name: '3 images, within 3 seconds, north' })).toBeChecked();
    await expect(dialog().getByRole('checkbox', { name: '2 images, within 1 second, north' })).toHaveCount(2);
    await expectAccessible(app.studio.page, 'groups');
  });

  test('a longer pause makes fewer of them, one can be divided and one left out', async () => {
    const { page } = app.studio;
    await dialog().getByRole('slider').focus();
    await page.keyboard.press('End');
    await expect(dialog()).toContainText('3 groups with 9 images');
    await page.keyboard.press('Home');
    await expect(dialog()).toContainText('3 groups with 6 images');
    for (let step = 0; step < 2; step++) await page.keyboard.press('ArrowRight');
    await dialog().getByRole('button', { name: 'Begin a new group with heron-3.jpg' }).click();
    await expect(dialog()).toContainText('4 groups with 8 images');
    await expect(dialog()).toContainText('One image: no group');
    await dialog().getByRole('checkbox', { name: '2 images, within 2 seconds, south' }).uncheck();
    await expect(dialog()).toContainText('3 groups with 6 images');
    await dialog().getByRole('button', { name: 'Join with the group above' }).click();
    await dialog().getByRole('button', { name: 'Make 3 groups' }).click();
    await expect(dialog()).toBeHidden();
  });

  test('the details show what counts as one with an image, and undo takes all groups back at once', async () => {
    const { label, studio } = app;
    await label.select('heron-1.jpg');
    await expect(details()).toContainText('3 images that count as one');
    await expect(details().getByRole('button', { name: 'heron-3.jpg', exact: true })).toBeVisible();
    await label.select('duck-1.jpg');
    await expect(details()).not.toContainText('count as one');
    await expect(studio.page.getByRole('button', { name: 'Undo: Put 7 images in 3 groups' })).toBeVisible();
    await studio.page.keyboard.press('Control+z');
    await label.select('heron-1.jpg');
    await expect(details()).not.toContainText('count as one');
    await studio.page.keyboard.press('Control+Shift+z');
    await expect(details()).toContainText('3 images that count as one');
  });

  test('groups that are there stay, unless they are asked for', async () => {
    const { page } = app.studio;
    await page.keyboard.press('Control+b');
    await expect(dialog()).toContainText('1 group with 2 images');
    await expect(dialog()).toContainText('7 images have a group already and will keep it.');
    await dialog().getByRole('checkbox', { name: 'Also group anew the 7 images that have a group' }).check();
    await expect(dialog()).toContainText('4 groups with 9 images');
    await page.keyboard.press('Escape');
    await expect(dialog()).toBeHidden();
  });

  test('each subfolder is one group', async () => {
    const { label, studio } = app;
    await studio.page.getByRole('button', { name: /^Project / }).click();
    await studio.page.getByRole('menuitem', { name: /^Group bursts or subfolders/ }).click();
    await dialog().getByRole('button', { name: 'Each subfolder' }).click();
    await dialog()
      .getByRole('checkbox', { name: /^Also group anew/ })
      .check();
    await expect(dialog()).toContainText('2 groups with 10 images');
    await dialog().getByRole('button', { name: 'Make 2 groups' }).click();
    await label.select('old.jpg');
    await expect(details()).toContainText('3 images that count as one');
  });

  test('by hand: selected images become one group, and one of them leaves it', async () => {
    const { label, studio } = app;
    await studio.page.keyboard.press('Control+z');
    await studio.page.keyboard.press('Control+z');
    await label.select('duck-1.jpg', 'old.jpg');
    await studio.page.keyboard.press('Control+g');
    await expect(details()).toContainText('2 images that count as one');
    await label.select('old.jpg', 'duck-2.jpg');
    await label.cell('old.jpg').click({ button: 'right' });
    await studio.page.getByRole('menuitem', { name: /^Group/ }).click();
    await expect(details()).toContainText('3 images that count as one');
    await details().getByRole('button', { name: 'Select all of the group' }).click();
    await expect(label.selected).toHaveCount(3);
    await details().getByRole('button', { name: 'Take out of the group' }).click();
    await expect(details()).not.toContainText('count as one');
    await label.select('duck-1.jpg');
    await expect(details()).toContainText('2 images that count as one');
    await studio.page.keyboard.press('Control+Shift+g');
    await expect(details()).not.toContainText('count as one');
  });
});

test.describe('images that show the same', () => {
  test.beforeAll(async () => {
    const [heron = '', owl = '', duck = '', toucan = ''] = await samplePhotos('bird', 4);
    const folder = await writeTimed(path.join(app.home, 'Copies'), [
      { name: 'a/heron.jpg', source: heron, second: 0 },
      { name: 'a/heron small.jpg', source: heron, width: 200, quality: 60, second: 0 },
      { name: 'a/owl.jpg', source: owl, second: 0 },
      { name: 'b/owl again.jpg', source: owl, second: 90, quality: 50 },
      { name: 'c/owl much later.jpg', source: owl, second: 90_000, quality: 51 },
      { name: 'a/duck.jpg', source: duck },
      { name: 'a/toucan.jpg', source: toucan },
    ]);
    await fs.copyFile(path.join(folder, 'a/duck.jpg'), path.join(folder, 'c/duck copy.jpg'));
    await app.open(folder);
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
});
