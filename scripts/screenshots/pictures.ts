/** @file The pictures of docs/images: the app with its sample photos, as it looks to whoever tries it. */
import fs from 'node:fs/promises';
import path from 'node:path';
import { EvaluatePage } from '../../test/e2e/pages/evaluatePage';
import { ExportPage } from '../../test/e2e/pages/exportPage';
import { FineTunePage } from '../../test/e2e/pages/fineTunePage';
import { LabelPage } from '../../test/e2e/pages/labelPage';
import { MapPage } from '../../test/e2e/pages/mapPage';
import { sampleClasses } from '../../test/e2e/sample';
import { expect, test, type Studio } from '../../test/e2e/studio';
import { images, take } from './take';

const CLASSES = ['bird', 'fish', 'castle', 'windmill', 'hammer', 'hoofed animal', 'pliers'];
const EACH = 5;

async function labelSample(page: LabelPage, home: string): Promise<void> {
  const photos = await sampleClasses(home);
  for (const name of CLASSES) {
    await page.select(...(photos.get(name) ?? []).slice(0, EACH));
    await page.newClass(`${name[0]?.toUpperCase()}${name.slice(1)}`);
  }
  await page.settled();
}

/** An image that is one of the classes, but was not labelled. */
async function lookAt(page: LabelPage, file: string): Promise<void> {
  await page.page.keyboard.press('Home');
  await page.select(file);
  await expect(page.page.getByRole('complementary', { name: 'Selected image' })).toContainText('%');
  await page.settled();
}

/** All photos, those that look alike beside each other, before there is a label. */
async function takeAlike(studio: Studio): Promise<void> {
  const { page } = studio;
  await page.getByRole('slider', { name: 'Thumbnail size' }).fill('110');
  await page.getByRole('listbox', { name: /images/i }).focus();
  await page.keyboard.press('Shift+S');
  await expect(page.getByRole('button', { name: 'Sort: alike beside each other' })).toBeVisible();
  await expect(page.getByText('Images that look alike lie beside each other now')).toBeAttached();
  await page.keyboard.press('Home');
  await take(studio, 'alike');
  await page.getByRole('button', { name: 'Sort: alike beside each other' }).click();
  await page.getByRole('menuitem', { name: 'as in the folder' }).click();
  await page.getByRole('slider', { name: 'Thumbnail size' }).fill('160');
}

async function takeMap(studio: Studio): Promise<void> {
  const map = new MapPage(studio.page);
  await map.open();
  await map.arranged();
  await take(studio, 'map');
  await studio.page.keyboard.press('Control+1');
}

/** Methods compared, and a head trained, on the labelled photos. */
async function takeLab(studio: Studio): Promise<void> {
  const { page } = studio;
  const evaluate = new EvaluatePage(page);
  await evaluate.open();
  await evaluate.ask('Is another method better?');
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Save report (HTML)…' })).toBeVisible({ timeout: 120_000 });
  await take(studio, 'evaluate');
  const fineTune = new FineTunePage(page);
  await fineTune.open();
  await fineTune.train();
  await take(studio, 'fine-tune');
  await fineTune.button('Discard').click();
  await studio.page.keyboard.press('Control+1');
}

/** Two formats, exported and checked. */
async function takeExport(studio: Studio): Promise<void> {
  const { home, page } = studio;
  const models = path.join(home, 'Models');
  await fs.mkdir(models);
  await studio.answerDialog(models);
  const exporting = new ExportPage(page);
  await exporting.open();
  await take(studio, 'export-formats');
  await exporting.run();
  await exporting.passed(models);
  await take(studio, 'export');
}

/** One of the images that were drawn, with its guess hidden. */
async function takeCheck(studio: Studio): Promise<void> {
  const { page } = studio;
  await page.keyboard.press('Control+3');
  await page.getByRole('button', { name: /^Draw \d+ and begin/ }).click();
  const picture = page.getByRole('img', { name: /^Image of the check/ });
  for (let seen = 0; seen < 3; seen++) {
    const shown = (await picture.getAttribute('alt')) ?? '';
    await page.keyboard.press('x');
    await expect(picture).not.toHaveAttribute('alt', shown);
  }
  await take(studio, 'check');
}

async function takePreferences(studio: Studio): Promise<void> {
  const { page } = studio;
  await page.keyboard.press('Control+,');
  await expect(page.getByRole('dialog', { name: 'Preferences' })).toContainText('Thumbnails:');
  await take(studio, 'preferences');
  await page.keyboard.press('Escape');
}

test('pictures', async ({ home, studio }) => {
  const { page } = studio;
  await fs.rm(images, { recursive: true, force: true });
  await fs.mkdir(images, { recursive: true });
  await studio.resize(1200, 780);
  await take(studio, 'welcome');

  await page.getByRole('button', { name: 'Try the sample' }).click();
  const label = new LabelPage(page);
  await label.settled();
  await takeAlike(studio);
  await labelSample(label, home);
  await lookAt(label, '005 scarlet_macaw.webp');
  await take(studio, 'label');
  await takePreferences(studio);
  await takeMap(studio);
  await takeLab(studio);
  await page.getByRole('button', { name: '+ ImageNet’s' }).click();
  await expect(page.getByRole('heading', { name: 'ImageNet’s guesses' })).toBeVisible();
  await expect(page.getByRole('option', { name: /ImageNet\)/ }).first()).toBeVisible();
  await take(studio, 'label-imagenet');
  await page.getByRole('button', { name: 'My classes' }).click();
  await label.settled();
  await takeExport(studio);
  await takeCheck(studio);
});
