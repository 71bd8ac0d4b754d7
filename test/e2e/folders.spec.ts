/**
 * @file Folders as they are in life: files that are no pictures, a second folder, files that come and go, reading that is stopped,
 * and files and folders that are renamed from outside, which keep their labels.
 */
import fs from 'node:fs/promises';
import path from 'node:path';
import { expectAccessible } from './accessible';
import { naturalWidth } from './naturalWidth';
import { manyPhotos, photosOf, samplePhotos } from './photos';
import { oneApp } from './oneApp';
import { expect, test } from './studio';

const app = oneApp();

/** The first bytes of what a telephone writes. */
const HEIC = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic');

const ODD: Record<string, [content: Buffer | string, reason: RegExp]> = {
  'empty.png': ['', /empty/],
  'phone.heic': [HEIC, /damaged: its HEIC header describes no picture/],
  'words.jpg': ['Seen in May, near the bridge.', /This is not a picture of a kind that can be read/],
};

test('files that are no pictures are listed with their reasons, and the rest goes on', async () => {
  const { label, studio } = app;
  const folder = await photosOf(app.home, { fish: 3, windmill: 2 }, 'Odd');
  for (const [name, [content]] of Object.entries(ODD)) await fs.writeFile(path.join(folder, name), content);
  await app.open(folder);
  await expect(label.status).toContainText('5 images read · 3 could not be read');
  await label.select('fish-1.webp');
  await label.newClass('Fish');
  await label.select('windmill-1.webp');
  await label.newClass('Windmill');
  await expect(label.cell('fish-2.webp')).toHaveAccessibleName(/guess Fish/);

  await studio.page.getByRole('button', { name: 'Failed 3' }).click();
  await expect(studio.page.getByRole('option')).toHaveCount(3);
  const details = studio.page.getByRole('complementary', { name: 'Selected image' });
  for (const [name, [, reason]] of Object.entries(ODD)) {
    await expect(label.cell(name)).toHaveAccessibleName(/could not be read/);
    await label.select(name);
    await expect(details).toContainText(reason);
  }
  await studio.page.getByRole('button', { name: /^All/ }).click();
});

test('a second folder adds its images to the first, and files of one name are told apart', async () => {
  const { label, studio } = app;
  const second = await photosOf(app.home, { fish: 4 }, 'Second');
  await studio.answerDialog(second);
  await studio.page.getByRole('button', { name: 'Project Odd' }).click();
  await studio.page.getByRole('menuitem', { name: /Add another folder/ }).click();
  await expect(studio.page.getByRole('option')).toHaveCount(12);
  await expect(label.status).toContainText('9 images read');
  await expect(label.cell('fish-4.webp')).toHaveAccessibleName(/guess Fish/);
  const details = studio.page.getByRole('complementary', { name: 'Selected image' });
  await label.cell('fish-1.webp').first().click();
  await expect(details).toContainText(path.join(app.home, 'Odd'));
  await label.cell('fish-1.webp').last().click();
  await expect(details).toContainText(second);
  await label.settled();
});

test('looking again finds what is new, marks what is gone and keeps its label', async () => {
  const { label, studio } = app;
  const folder = path.join(app.home, 'Odd');
  const [newcomer = ''] = await samplePhotos('bird', 1);
  await fs.copyFile(newcomer, path.join(folder, 'bird.webp'));
  await fs.rename(path.join(folder, 'windmill-1.webp'), path.join(app.home, 'away.webp'));
  await studio.page.keyboard.press('F5');
  await expect(studio.page.getByText(/^Nothing new in the folder$|0 changed, . gone$/)).toBeVisible();
  await expect(label.cell('bird.webp')).toHaveAccessibleName(/guess/);
  await expect(label.cell('windmill-1.webp')).toHaveAccessibleName(/no longer in its folder/);
  await label.select('windmill-1.webp');
  await expect(studio.page.getByText('This file is no longer in its folder')).toBeVisible();

  await fs.rename(path.join(app.home, 'away.webp'), path.join(folder, 'windmill-1.webp'));
  await studio.page.keyboard.press('F5');
  await expect(label.cell('windmill-1.webp')).toHaveAccessibleName(/labelled Windmill$/);
  await expect(label.cell('windmill-2.webp')).toHaveAccessibleName(/guess Windmill/);
});

test('what is put into a folder, or into a new one in it, appears by itself', async () => {
  const { label } = app;
  const [bird = '', second = ''] = await samplePhotos('bird', 2);
  const folder = path.join(app.home, 'Odd');
  await fs.copyFile(bird, path.join(folder, 'wren.webp'));
  await expect(label.cell('wren.webp')).toHaveAccessibleName(/guess/);
  await fs.mkdir(path.join(folder, 'later'));
  await fs.copyFile(second, path.join(folder, 'later', 'tit.webp'));
  await expect(label.cell('later/tit.webp')).toHaveAccessibleName(/guess/);
  await fs.rm(path.join(folder, 'wren.webp'));
  await expect(label.cell('wren.webp')).toHaveAccessibleName(/no longer in its folder/);
});

test('what went while the project was closed is listed only where something was decided about it', async () => {
  const { label, studio } = app;
  const folder = path.join(app.home, 'Odd');
  await label.settled();
  await studio.page.keyboard.press('Control+w');
  await expect(studio.page.getByRole('button', { name: /^Odd/ })).toBeVisible();
  await fs.rename(path.join(folder, 'windmill-1.webp'), path.join(app.home, 'labelled.webp'));
  await fs.rename(path.join(folder, 'fish-3.webp'), path.join(app.home, 'unlabelled.webp'));
  await studio.page.getByRole('button', { name: /^Odd/ }).click();
  await expect(label.cell('windmill-1.webp')).toHaveAccessibleName(/no longer in its folder/);
  // The second folder has one of that name.
  await expect(label.cell('fish-3.webp')).toHaveCount(1);
  await expect(label.cell('fish-3.webp')).toHaveAccessibleName(/guess Fish/);
});

test('reading can be paused, stopped and taken up again, and misses nothing', async () => {
  const { label, studio } = app;
  await studio.answerDialog(await manyPhotos(app.home, 150));
  await studio.page.keyboard.press('Control+o');
  await studio.page.getByRole('button', { name: 'Pause reading' }).click();
  await expect(label.status).toContainText(/Paused at [\d,]+ of 150 images/);
  await studio.page.getByRole('button', { name: 'Go on reading' }).click();
  await expect(label.status).toContainText('Reading images');
  await studio.page.getByRole('button', { name: 'Stop reading' }).click();
  await expect(label.status).toContainText(/Stopped at [\d,]+ of 150 images/);

  // What is new is read all the same, and what was stopped can still be taken up.
  const [newcomer = ''] = await samplePhotos('bird', 1);
  await fs.copyFile(newcomer, path.join(app.home, 'Many', 'bird.webp'));
  await studio.page.keyboard.press('F5');
  await expect(label.status).toContainText(/Stopped at [\d,]+ of 151 images/);
  await studio.page.getByRole('button', { name: 'Go on reading' }).click();
  await expect(label.status).toContainText('151 images read');
  await label.settled();
});

test.describe('renamed from outside', () => {
  test.beforeAll(async () => {
    const folder = path.join(app.home, 'Ponds');
    await fs.mkdir(folder);
    await photosOf(folder, { fish: 3 }, 'north');
    await photosOf(folder, { windmill: 3 }, 'south');
    await app.open(folder);
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
    await expect.poll(() => naturalWidth(picture)).toBeGreaterThan(0);

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
});
