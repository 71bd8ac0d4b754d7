/**
 * @file An export in the real app: written where the person says, read back in a fresh process through the app's own
 * decoder, and not taken for good when it does not agree.
 */
import fs from 'node:fs/promises';
import path from 'node:path';
import { EXPORT_FORMATS, FORMAT_CHECKS, type ExportFormat } from '../../main/contract/exportFormats';
import { expectAccessible } from './accessible';
import { spoilNextExport } from './corruption';
import { oneApp } from './oneApp';
import { ExportPage } from './pages/exportPage';
import { photosOf } from './photos';
import { expectRoomIn } from './room';
import { expect, test } from './studio';

const CLASSES = ['Fish', 'Windmill', 'Arch'];
const EACH = 5;

/** Opens the photos and labels two of each class. */
const app = oneApp(async (one) => {
  const kinds = CLASSES.map((name): [string, number] => [name.toLowerCase(), EACH]);
  await one.open(await photosOf(one.home, Object.fromEntries(kinds)));
  for (const name of CLASSES) {
    await one.label.select(`${name.toLowerCase()}-1.webp`, `${name.toLowerCase()}-2.webp`);
    await one.label.newClass(name);
    await expect(one.label.labelled(name)).toHaveCount(2);
  }
  await one.label.settled();
});
const view = (): ExportPage => new ExportPage(app.studio.page);

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

/** Makes a folder for exports, which the next dialog answers with. */
async function exportsIn(name: string): Promise<string> {
  const models = path.join(app.home, name);
  await fs.mkdir(models);
  await app.studio.answerDialog(models);
  return models;
}

test('every format is exported, read back, found to answer as the app does, and remembered', async () => {
  const { studio } = app;
  const { page } = studio;
  const { result } = view();
  await view().open();
  const models = await exportsIn('Models');
  await expect(page.getByText('Nothing was exported from this project yet.')).toBeVisible();
  const formats = page.getByRole('checkbox');
  await expect(formats).toHaveCount(FORMATS.length);
  for (const format of await formats.all()) await format.check();
  await view().run();
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

  await expect(page.getByRole('button', { name: /^Show what was exported/ })).toHaveCount(1);
});

test('the view can be used by everybody before, while and after a model is exported', async () => {
  const { page } = app.studio;
  const { result } = view();
  await page.getByRole('radio', { name: /Mine and ImageNet/ }).check();
  await page.getByRole('button', { name: 'A web page' }).click();
  await expectAccessible(page, 'what to export');
  await view().run();
  await expect(page.getByRole('progressbar', { name: 'Export progress' })).toBeVisible();
  await expectAccessible(page, 'an export under way');
  await expect(result).toContainText('Pond model 2');
  await expect(result.getByText('Passed')).toHaveCount(1);
  await expectAccessible(page, 'an export that passed');
  await expectRoomIn(app.studio);
  const models = path.join(app.home, 'Models');
  expect(await checkIn(path.join(models, 'Pond model 2'), 'tfjs')).toMatchObject({ passed: true });

  const earlier = page.getByRole('region', { name: 'Exported before' });
  await expect(earlier.getByRole('button', { name: /^Show what was exported/ })).toHaveCount(2);
  await fs.rm(path.join(models, 'Pond model'), { recursive: true });
  const bar = page.getByRole('navigation');
  for (const name of ['Label', 'Export']) await bar.getByRole('button', { name }).click();
  await expect(earlier.getByRole('button', { name: /^Show what was exported/ })).toHaveCount(1);
  await expect(earlier).toContainText('not there any more');
  await expect(earlier).toContainText('no accuracy measured');
});

test('a model with another crop, label order or scale than the app is told apart', async () => {
  const { studio } = app;
  const { page } = studio;
  const { result } = view();
  const models = await exportsIn('Spoiled models');
  await page.getByRole('radio', { name: /^Only mine/ }).check();
  for (const format of ['SavedModel', 'ONNX']) await page.getByRole('checkbox', { name: format }).check();
  const faults = { tfjs: 'scale', savedmodel: 'label order', onnx: 'crop' } as const;
  await spoilNextExport(studio, faults);
  await view().run();
  await expect(result.getByRole('heading', { name: 'The export check failed' })).toBeVisible();
  const folder = 'Pond model.failed';
  for (const format of Object.keys(faults)) {
    await expect(result.getByText(`${folder}/${format}`)).toBeVisible();
    expect(await checkIn(path.join(models, folder), format)).toMatchObject({ passed: false, images: 15 });
  }
  await expectAccessible(page, 'an export that failed');
  expect(await fs.readdir(models)).toEqual([folder]);
});

test('a class of one image is warned of before it is exported', async () => {
  const { label, studio } = app;
  const { page } = studio;
  await expect(page.getByText('What will be in the folder')).toBeVisible();
  await expect(page.getByText(/learnt from one image/)).toHaveCount(0);
  await page.getByRole('navigation').getByRole('button', { name: 'Label' }).click();
  await label.select('arch-3.webp');
  await label.newClass('Gate');
  await expect(label.labelled('Gate')).toHaveCount(1);
  await view().open();
  await expect(page.getByText('Gate: learnt from one image')).toBeVisible();
  await expectAccessible(page, 'the warning of a class of one image');
});
