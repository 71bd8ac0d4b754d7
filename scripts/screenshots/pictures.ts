/** @file The pictures of docs/images: the app with its sample photos, as it looks to whoever tries it. */
import fs from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { EvaluatePage } from '../../test/e2e/pages/evaluatePage';
import { ExportPage } from '../../test/e2e/pages/exportPage';
import { FineTunePage } from '../../test/e2e/pages/fineTunePage';
import { LabelPage } from '../../test/e2e/pages/labelPage';
import { MapPage } from '../../test/e2e/pages/mapPage';
import { sampleClasses } from '../../test/e2e/sample';
import { expect, test, type Studio } from '../../test/e2e/studio';
import { root } from '../setup/paths.mjs';

const images = path.join(root, 'docs/images');
const CLASSES = ['bird', 'fish', 'castle', 'windmill', 'hammer', 'hoofed animal', 'pliers'];
const EACH = 5;

/** Words that tell where this computer keeps its temporary files are nobody's business. */
const hideHome = (home: string): string => `(() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) walker.currentNode.data = walker.currentNode.data.replaceAll(${JSON.stringify(home)}, '/home/user');
})()`;

async function take(studio: Studio, name: string, colorScheme: 'light' | 'dark'): Promise<void> {
  const { page, home } = studio;
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await page.mouse.move(0, 0);
  await expect.poll(() => page.evaluate('[...document.images].every((image) => image.complete)')).toBe(true);
  await page.evaluate(hideHome(home));
  const picture = sharp(await page.screenshot()).png({ compressionLevel: 9, adaptiveFiltering: true });
  await picture.toFile(path.join(images, `${name}.png`));
}

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
  await take(studio, 'alike', 'light');
  await page.getByRole('button', { name: 'Sort: alike beside each other' }).click();
  await page.getByRole('menuitem', { name: 'as in the folder' }).click();
  await page.getByRole('slider', { name: 'Thumbnail size' }).fill('160');
}

async function takeMap(studio: Studio): Promise<void> {
  const map = new MapPage(studio.page);
  await map.open();
  await map.arranged();
  await take(studio, 'map', 'dark');
  await studio.page.keyboard.press('Control+1');
  await studio.page.emulateMedia({ colorScheme: 'light' });
}

/** Methods compared, and a head trained, on the labelled photos. */
async function takeLab(studio: Studio): Promise<void> {
  const { page } = studio;
  const evaluate = new EvaluatePage(page);
  await evaluate.open();
  await evaluate.ask('Is another method better?');
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Save report (HTML)…' })).toBeVisible({ timeout: 120_000 });
  await take(studio, 'evaluate', 'light');
  const fineTune = new FineTunePage(page);
  await fineTune.open();
  await fineTune.train();
  await take(studio, 'fine-tune', 'dark');
  await fineTune.button('Discard').click();
  await studio.page.keyboard.press('Control+1');
  await studio.page.emulateMedia({ colorScheme: 'light' });
}

test('pictures', async ({ home, studio }) => {
  const { page } = studio;
  await fs.mkdir(images, { recursive: true });
  await studio.resize(1200, 780);
  await take(studio, 'welcome', 'light');

  await page.getByRole('button', { name: 'Try the sample' }).click();
  const label = new LabelPage(page);
  await label.settled();
  await takeAlike(studio);
  await labelSample(label, home);
  await lookAt(label, '005 scarlet_macaw.webp');
  await take(studio, 'label', 'light');
  await takeMap(studio);
  await takeLab(studio);
  await page.getByRole('button', { name: '+ ImageNet’s' }).click();
  await expect(page.getByRole('heading', { name: 'ImageNet’s guesses' })).toBeVisible();
  await expect(page.getByRole('option', { name: /ImageNet\)/ }).first()).toBeVisible();
  await take(studio, 'label-dark', 'dark');
  await page.getByRole('button', { name: 'My classes' }).click();
  await label.settled();

  await studio.resize(1200, 750);
  const exporting = new ExportPage(page);
  await exporting.open();
  await fs.mkdir(path.join(home, 'Models'));
  await studio.answerDialog(path.join(home, 'Models'));
  await exporting.run();
  await exporting.passed(path.join(home, 'Models'));
  await take(studio, 'export', 'light');
});
