/**
 * @file An export in the real app: written where the person says, read back in a fresh process through the app's own
 * decoder, and not taken for good when it does not agree.
 */
import fs from 'node:fs/promises';
import path from 'node:path';
import { EXPORT_FORMATS, FORMAT_CHECKS, type ExportFormat } from '../../main/contract/exportFormats';
import { expectAccessible } from './accessible';
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
  answers: unknown[];
  passed: boolean;
  images: number;
  maxAbsDiff: number;
  top1Agreement: number;
}

const checkIn = async (folder: string, format: string): Promise<Check> =>
  JSON.parse(await fs.readFile(path.join(folder, format, 'check.json'), 'utf8')) as Check;

const metadataIn = async (folder: string, format: string): Promise<{ id: string }> =>
  JSON.parse(await fs.readFile(path.join(folder, format, 'metadata.json'), 'utf8')) as { id: string };

const FORMATS: readonly ExportFormat[] = EXPORT_FORMATS;

test('every format is exported, read back, found to answer as the app does, and remembered', async ({
  home,
  studio,
}) => {
  await labelled(studio, home);
  const { page } = studio;
  const models = path.join(home, 'Models');
  await fs.mkdir(models);
  await studio.answerDialog(models);
  await expect(page.getByText('Nothing was exported from this project yet.')).toBeVisible();
  const formats = page.getByRole('checkbox');
  await expect(formats).toHaveCount(FORMATS.length);
  for (const format of await formats.all()) await format.check();
  await page.getByRole('button', { name: 'Choose a folder and export' }).click();
  const result = page.getByRole('region', { name: 'Result' });
  await expect(result.getByText('Passed')).toHaveCount(FORMATS.length, { timeout: 120_000 });
  await expect(result.getByText('always takes the centre of a picture')).toHaveCount(1);

  const folder = path.join(models, 'Pond model');
  expect(await fs.readdir(models)).toEqual(['Pond model']);
  const manifest = await fs.readFile(path.join(folder, 'manifest.csv'), 'utf8');
  expect(manifest.trim().split('\n')).toHaveLength(1 + CLASSES.length * 2);
  for (const format of FORMATS) {
    const check = await checkIn(folder, format);
    expect(check).toMatchObject({ passed: true, images: CLASSES.length * EACH, top1Agreement: 1 });
    expect(check.maxAbsDiff).toBeLessThan(FORMAT_CHECKS[format].limit);
    expect(check.answers).toHaveLength(CLASSES.length * EACH);
    expect((await fs.readFile(path.join(folder, format, 'labels.txt'), 'utf8')).trim().split('\n')).toEqual(
      CLASSES,
    );
    const card = await fs.readFile(path.join(folder, format, 'model-card.md'), 'utf8');
    expect(card).toContain('**Accuracy:** not measured.');
    const { id } = await metadataIn(folder, format);
    expect(card).toContain(id);
    await expect(result.getByText(id.slice(0, 12))).toBeVisible();
    const licences = await fs.readFile(path.join(folder, format, 'LICENCES.txt'), 'utf8');
    expect(licences).toContain('Apache License');
  }
  await result.getByRole('button', { name: 'Copy what runs the sample of ONNX' }).click();
  await expect(result.getByRole('button', { name: 'Copy what runs the sample of ONNX' })).toHaveText(
    'Copied',
  );
  expect(await studio.app.evaluate(({ clipboard }) => clipboard.readText())).toBe(
    `cd '${path.join(folder, 'onnx')}' && python sample.py IMAGE`,
  );

  await page.getByRole('radio', { name: /Mine and ImageNet/ }).check();
  await page.getByRole('button', { name: 'A web page' }).click();
  await page.getByRole('button', { name: 'Choose a folder and export' }).click();
  await expect(result).toContainText('Pond model 2');
  await expect(result.getByText('Passed')).toHaveCount(1);
  expect(await checkIn(path.join(models, 'Pond model 2'), 'tfjs')).toMatchObject({ passed: true });

  const earlier = page.getByRole('region', { name: 'Exported before' });
  await expect(earlier.getByRole('button', { name: /^Show what was exported/ })).toHaveCount(2);
  await fs.rm(folder, { recursive: true });
  const bar = page.getByRole('navigation');
  for (const view of ['Label', 'Export']) await bar.getByRole('button', { name: view }).click();
  await expect(earlier.getByRole('button', { name: /^Show what was exported/ })).toHaveCount(1);
  await expect(earlier).toContainText('not there any more');
  await expect(earlier).toContainText('no accuracy measured');
});

test('the view can be used by everybody before, while and after a model is exported', async ({
  home,
  studio,
}) => {
  await labelled(studio, home);
  const { page } = studio;
  await studio.answerDialog(home);
  await page.getByRole('button', { name: 'A web page' }).click();
  await expectAccessible(page, 'what to export');
  await page.getByRole('button', { name: 'Choose a folder and export' }).click();
  await expect(page.getByRole('progressbar', { name: 'Export progress' })).toBeVisible();
  await expectAccessible(page, 'an export under way');
  await expect(page.getByRole('region', { name: 'Result' }).getByText('Passed')).toHaveCount(1);
  await expectAccessible(page, 'an export that passed');
});

test('a class of one image is warned of before it is exported', async ({ home, studio }) => {
  await labelled(studio, home);
  const { page } = studio;
  await expect(page.getByText('What will be in the folder')).toBeVisible();
  await expect(page.getByText(/learnt from one image/)).toHaveCount(0);
  await page.getByRole('navigation').getByRole('button', { name: 'Label' }).click();
  const label = new LabelPage(page);
  await label.select('Arch-3.webp');
  await label.newClass('Gate');
  await expect(label.labelled('Gate')).toHaveCount(1);
  await page.getByRole('navigation').getByRole('button', { name: 'Export' }).click();
  await expect(page.getByText('Gate: learnt from one image')).toBeVisible();
  await expectAccessible(page, 'the warning of a class of one image');
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
    await spoilNextExport(studio, fault);
    await page.getByRole('button', { name: 'Choose a folder and export' }).click();
    const folder = i === 0 ? 'Pond model.failed' : `Pond model.failed ${i + 1}`;
    const result = page.getByRole('region', { name: 'Result' });
    await expect(result.getByText(`${folder}/tfjs`)).toBeVisible();
    await expect(result.getByRole('heading', { name: 'The export check failed' })).toBeVisible();
    expect(await checkIn(path.join(models, folder), 'tfjs')).toMatchObject({ passed: false, images: 15 });
  }
  await expectAccessible(page, 'an export that failed');
  expect((await fs.readdir(models)).every((name) => name.includes('.failed'))).toBe(true);
});
