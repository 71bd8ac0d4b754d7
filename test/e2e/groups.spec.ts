/** @file Groups: bursts are shown before they are made, changed by hand, made in one step, and taken apart again. */
import path from 'node:path';
import { expectAccessible } from './accessible';
import { samplePhotos } from './photos';
import { oneApp } from './oneApp';
import { expect, test } from './studio';
import { writeTimed } from './timedPhotos';

const app = oneApp(async (one) => {
  const [first = '', second = '', third = '', fourth = ''] = await samplePhotos('bird', 4);
  const burst = (name: string, source: string, seconds: number[], camera = 'One') =>
    seconds.map((second, i) => ({ name: `${name}-${i + 1}.jpg`, source, second, camera, shift: i * 0.03 }));
  const folder = await writeTimed(path.join(one.home, 'Trap'), [
    ...burst('north/heron', first, [0, 1, 3, 10, 11]),
    ...burst('north/owl', second, [1, 2], 'Two'),
    ...burst('south/duck', third, [0, 2]),
    { name: 'south/old.jpg', source: fourth },
  ]);
  await one.open(folder);
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
