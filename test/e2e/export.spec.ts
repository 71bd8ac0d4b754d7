/**
 * @file An export in the real app: written where the person says, read back in a fresh process through the app's own
 * decoder, and not taken for good when it does not agree.
 */
import fs from 'node:fs/promises';
import path from 'node:path';
import { spoilNextExport } from './corruption';
import { LabelPage } from './pages/labelPage';
import { samplePhotos } from './photos';
import { expect, test, type Studio } from './studio';

const CLASSES = ['Fish', 'Windmill', 'Arch'];
const EACH = 5;

async function folderOfPhotos(home: string): Promise<string> {
  const folder = path.join(home, 'Pond');
  await fs.mkdir(folder);
  for (const name of CLASSES)
    for (const [i, file] of (await samplePhotos(name.toLowerCase(), EACH)).entries())
      await fs.copyFile(file, path.join(folder, `${name}-${i + 1}.webp`));
  return folder;
}

/** Opens the photos and labels two of each class. */
async function labelled(studio: Studio, home: string): Promise<void> {
  await studio.answerDialog(await folderOfPhotos(home));
  await studio.page.getByRole('button', { name: /open a folder/i }).click();
  const page = new LabelPage(studio.page);
  await page.settled();
  for (const name of CLASSES) {
    await page.select(`${name}-1.webp`, `${name}-2.webp`);
    await page.newClass(name);
    await expect(page.labelled(name)).toHaveCount(2);
  }
  await page.settled();
  await studio.page.getByRole('navigation').getByRole('button', { name: 'Export' }).click();
}

interface Check {
  passed: boolean;
  images: number;
  maxAbsDiff: number;
  top1Agreement: number;
}

const checkIn = async (folder: string, format: string): Promise<Check> =>
  JSON.parse(await fs.readFile(path.join(folder, format, 'check.json'), 'utf8')) as Check;

test('a model is exported, read back and found to answer as the app does', async ({ home, studio }) => {
  await labelled(studio, home);
  const { page } = studio;
  const models = path.join(home, 'Models');
  await fs.mkdir(models);
  await studio.answerDialog(models);
  await page.getByRole('button', { name: 'Choose a folder and export' }).click();
  const result = page.getByRole('region', { name: 'Result' });
  await expect(result).toContainText('Exported');
  await expect(result.getByText('Passed')).toHaveCount(2);

  const folder = path.join(models, 'Pond model');
  expect(await fs.readdir(models)).toEqual(['Pond model']);
  for (const format of ['tfjs', 'savedmodel']) {
    const check = await checkIn(folder, format);
    expect(check).toMatchObject({ passed: true, images: CLASSES.length * EACH, top1Agreement: 1 });
    expect(check.maxAbsDiff).toBeLessThan(1e-4);
    expect((await fs.readFile(path.join(folder, format, 'labels.txt'), 'utf8')).trim().split('\n')).toEqual(
      CLASSES,
    );
  }

  await page.getByRole('radio', { name: /Mine and ImageNet/ }).check();
  await page.getByRole('button', { name: 'Choose a folder and export' }).click();
  await expect(result).toContainText('Pond model 2');
  await expect(result.getByText('Passed')).toHaveCount(2);
  expect(await checkIn(path.join(models, 'Pond model 2'), 'tfjs')).toMatchObject({ passed: true });
});

test('a model with another crop, label order or scale than the app is told apart', async ({
  home,
  studio,
}) => {
  await labelled(studio, home);
  const { page } = studio;
  const models = path.join(home, 'Models');
  await fs.mkdir(models);
  await studio.answerDialog(models);
  await page.getByRole('checkbox', { name: /SavedModel/ }).uncheck();
  const faults = ['crop', 'label order', 'scale'] as const;
  for (const [i, fault] of faults.entries()) {
    await spoilNextExport(studio, models, fault);
    await page.getByRole('button', { name: 'Choose a folder and export' }).click();
    const folder = i === 0 ? 'Pond model.failed' : `Pond model.failed ${i + 1}`;
    const result = page.getByRole('region', { name: 'Result' });
    await expect(result.getByText(`${folder}/tfjs`)).toBeVisible();
    await expect(result.getByRole('heading', { name: 'The export check failed' })).toBeVisible();
    expect(await checkIn(path.join(models, folder), 'tfjs')).toMatchObject({ passed: false, images: 15 });
  }
  expect((await fs.readdir(models)).every((name) => name.includes('.failed'))).toBe(true);
});
