/**
 * @file Into files, with real images: labels, of which what is saved is there, reads back as it was, and boasts of nothing else; and
 * the results of another folder, which is classified apart from the project and never teaches.
 */
import fs from 'node:fs/promises';
import path from 'node:path';
import { expectAccessible } from './accessible';
import { photosOf, samplePhotos } from './photos';
import { oneApp } from './oneApp';
import { expect, test } from './studio';

const app = oneApp(async (one) => {
  await one.open(await photosOf(one.home, { fish: 3, windmill: 3 }));
  await one.label.select('fish-1.webp', 'fish-2.webp');
  await one.label.newClass('Fish');
  // Who selects something else before the class is there would label that.
  await expect(one.label.labelled('Fish')).toHaveCount(2);
  await one.label.select('windmill-1.webp');
  await one.label.newClass('Windmill');
  await expect(one.label.labelled('Windmill')).toHaveCount(1);
  await one.label.settled();
});

const dialog = () => app.studio.page.getByRole('dialog', { name: 'Save labels as' });

async function menu(): Promise<void> {
  await app.studio.page.getByRole('button', { name: 'Project Pond' }).click();
}

/** @returns the folder that was written */
async function save(format: string, into: string, option?: string): Promise<string> {
  const directory = path.join(app.home, into);
  await fs.mkdir(directory);
  await app.studio.answerDialog(directory);
  await menu();
  await app.studio.page.getByRole('menuitem', { name: 'Save labels as…' }).click();
  await dialog()
    .getByRole('radio', { name: new RegExp(`^${format}`) })
    .check();
  if (option) await dialog().getByRole('checkbox', { name: option }).check();
  await dialog().getByRole('button', { name: 'Choose a folder and save…' }).click();
  await expect(dialog().getByRole('status')).toContainText(/saved/);
  await expect(dialog()).toContainText(directory);
  if (format === 'CSV') await expectAccessible(app.studio.page, 'save labels, done');
  await dialog().getByRole('button', { name: 'Close' }).click();
  const names = await fs.readdir(directory);
  expect(names).toHaveLength(1);
  return path.join(directory, names[0]!);
}

test('its dialog is there for every person', async () => {
  const { page } = app.studio;
  await menu();
  await page.getByRole('menuitem', { name: 'Save labels as…' }).click();
  await expect(dialog().getByRole('radio', { name: /^CSV/ })).toBeVisible();
  await expectAccessible(page, 'save labels');
  await page.keyboard.press('Escape');
  await expect(dialog()).toBeHidden();
});

test('as CSV, which a new project of the same images takes over', async () => {
  const folder = await save('CSV', 'as csv');
  const csv = await fs.readFile(path.join(folder, 'images.csv'), 'utf8');
  // The camera's times of those photos that have one.
  expect(csv).toBe(
    [
      ...['path,label,time', 'fish-1.webp,Fish,', 'fish-2.webp,Fish,2007-05-25T08:45:12'],
      ...['windmill-1.webp,Windmill,2005-06-27T15:02:08', ''],
    ].join('\n'),
  );
  expect(await fs.readFile(path.join(folder, 'labels.csv'), 'utf8')).toBe(
    'index,label\n0,Fish\n1,Windmill\n',
  );

  const { page } = app.studio;
  await app.studio.answerDialog(path.join(folder, 'images.csv'));
  await menu();
  await page.getByRole('menuitem', { name: 'Import labels' }).press('ArrowRight');
  await page.getByRole('menuitem', { name: /^From a file/ }).click();
  const plan = page.getByRole('dialog', { name: 'Import labels from images.csv?' });
  await expect(plan).toContainText('3 items have the same label already');
  await expect(plan).toContainText('Nothing of this is new to the project.');
  await plan.getByRole('button', { name: 'Cancel' }).click();
});

test('as class folders, with those without a label apart', async () => {
  const folder = await save('Class folders', 'as folders', 'Images without a label too');
  const files = (name: string) => fs.readdir(path.join(folder, name));
  expect(await files('Fish')).toEqual(['fish-1.webp', 'fish-2.webp']);
  expect(await files('Windmill')).toEqual(['windmill-1.webp']);
  expect(await files('_unlabeled')).toEqual(['fish-3.webp', 'windmill-2.webp', 'windmill-3.webp']);
  const [copy, original] = [
    path.join(folder, 'Fish', 'fish-1.webp'),
    path.join(app.home, 'Pond', 'fish-1.webp'),
  ];
  expect(await fs.readFile(copy)).toEqual(await fs.readFile(original));
});

test('embeddings as NumPy: one row for each image, as long as the backbone says, none empty', async () => {
  const folder = await save('Embeddings', 'as npy');
  const npy = await fs.readFile(path.join(folder, 'embeddings.npy'));
  expect(npy.toString('latin1', 10, 127)).toContain(
    "'descr': '<f4', 'fortran_order': False, 'shape': (6, 1280)",
  );
  const values = new Float32Array(npy.buffer.slice(npy.byteOffset + 128, npy.byteOffset + npy.length));
  expect(values).toHaveLength(6 * 1280);
  for (let row = 0; row < 6; row++)
    expect(Math.max(...values.subarray(row * 1280, (row + 1) * 1280))).toBeGreaterThan(0);
  const rows = (await fs.readFile(path.join(folder, 'embeddings.csv'), 'utf8')).trim().split('\n');
  expect(rows.map((row) => row.split(',')[2])).toEqual([
    'path',
    ...[1, 2, 3].map((n) => `fish-${n}.webp`),
    ...[1, 2, 3].map((n) => `windmill-${n}.webp`),
  ]);
});

test('guesses of every image as CSV', async () => {
  const folder = await save('Guesses', 'as guesses');
  const rows = (await fs.readFile(path.join(folder, 'guesses.csv'), 'utf8')).trim().split('\n');
  expect(rows).toHaveLength(7);
  expect(rows.slice(1).every((row) => /,(Fish|Windmill|none of these),/.test(row))).toBe(true);
});

test.describe('another folder', () => {
  test.beforeAll(async () => {
    const folder = path.join(app.home, 'Trip');
    await fs.mkdir(folder);
    for (const kind of ['fish', 'windmill'])
      await fs.copyFile((await samplePhotos(kind, 6))[5]!, path.join(folder, `new ${kind}.webp`));
  });

  test('its images are guessed and listed apart, and the counts of the project stay', async () => {
    const { page } = app.studio;
    await app.studio.answerDialog(path.join(app.home, 'Trip'));
    await menu();
    await page.getByRole('menuitem', { name: 'Classify another folder…' }).click();
    // The project's own list has one guess of each as well.
    await expect(page.getByRole('option')).toHaveCount(2);
    await expect(app.label.guessed('Fish')).toHaveCount(1);
    await expect(app.label.guessed('Windmill')).toHaveCount(1);
    await expect(app.label.status).toContainText('3 of 6 labelled');
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
});
