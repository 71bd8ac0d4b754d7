/** @file Another folder is classified: apart from the project, never teaching, its results saved. */
import fs from 'node:fs/promises';
import path from 'node:path';
import { photosOf, samplePhotos } from './photos';
import { oneApp } from './oneApp';
import { expect, test } from './studio';

const app = oneApp(async (one) => {
  await one.open(await photosOf(one.home, { fish: 3, windmill: 3 }));
  for (const [name, kind] of [
    ['Fish', 'fish'],
    ['Windmill', 'windmill'],
  ] as const) {
    await one.label.select(`${kind}-1.webp`, `${kind}-2.webp`);
    await one.label.newClass(name);
    await expect(one.label.labelled(name)).toHaveCount(2);
  }
  const folder = path.join(one.home, 'Trip');
  await fs.mkdir(folder);
  for (const kind of ['fish', 'windmill'])
    await fs.copyFile((await samplePhotos(kind, 6))[5]!, path.join(folder, `new ${kind}.webp`));
});

const menu = () => app.studio.page.getByRole('button', { name: 'Project Pond' }).click();

test('its images are guessed and listed apart, and the counts of the project stay', async () => {
  const { page } = app.studio;
  await app.studio.answerDialog(path.join(app.home, 'Trip'));
  await menu();
  await page.getByRole('menuitem', { name: 'Classify another folder…' }).click();
  // The project's own list has one guess of each as well.
  await expect(page.getByRole('option')).toHaveCount(2);
  await expect(app.label.guessed('Fish')).toHaveCount(1);
  await expect(app.label.guessed('Windmill')).toHaveCount(1);
  await expect(app.label.status).toContainText('4 of 6 labelled');
});

test('its results go into class folders and a CSV', async () => {
  const { page } = app.studio;
  const out = path.join(app.home, 'out');
  await fs.mkdir(out);
  await app.studio.answerDialog(out);
  for (const format of ['Guesses', 'Class folders']) {
    await menu();
    await page.getByRole('menuitem', { name: 'Results of Trip (2)' }).press('ArrowRight');
    await page.getByRole('menuitem', { name: 'Save them as…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Save results as' });
    await dialog.getByRole('radio', { name: new RegExp(`^${format}`) }).check();
    await dialog.getByRole('button', { name: 'Choose a folder and save…' }).click();
    await expect(dialog.getByRole('status').filter({ hasText: '2 items saved' })).toBeVisible();
    await dialog.getByRole('button', { name: 'Close' }).click();
  }
  const csv = await fs.readFile(path.join(out, 'Trip by Pond guesses', 'guesses.csv'), 'utf8');
  expect(
    csv
      .trim()
      .split('\n')
      .slice(1)
      .map((row) => row.split(',')[0]),
  ).toEqual(['new fish.webp', 'new windmill.webp']);
  const folders = path.join(out, 'Trip by Pond class folders');
  const images = (await fs.readFile(path.join(folders, 'images.csv'), 'utf8')).trim().split('\n').slice(1);
  expect(images).toHaveLength(2);
  for (const row of images) await fs.access(path.join(folders, row.split(',')[0]!));
});

test('the folder can be taken out again', async () => {
  const { page } = app.studio;
  await menu();
  await page.getByRole('menuitem', { name: 'Results of Trip (2)' }).press('ArrowRight');
  await page.getByRole('menuitem', { name: 'Take this folder out' }).click();
  await expect(page.getByRole('option')).toHaveCount(6);
  await menu();
  await expect(page.getByRole('menuitem', { name: 'Classify another folder…' })).toBeVisible();
  await expect(page.getByRole('menuitem', { name: /^Results of/ })).toHaveCount(0);
  await page.keyboard.press('Escape');
});
