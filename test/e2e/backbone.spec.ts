/** @file The backbone of a project can be changed: everything is read anew once, and nothing decided is lost. */
import { promises as fs } from 'node:fs';
import path from 'node:path';
import { expectAccessible } from './accessible';
import { cosines, guessedClasses } from './inPage/items';
import { oneApp } from './oneApp';
import { BackboneDialog } from './pages/backboneDialog';
import { photosOf } from './photos';
import { countReads } from './reads';
import { expect, test } from './studio';

const app = oneApp(async (one) => {
  await one.open(await photosOf(one.home, { fish: 4, windmill: 4 }));
  await one.label.select('fish-1.webp');
  await one.label.newClass('Fish');
  await one.label.select('windmill-1.webp');
  await one.label.newClass('Windmill');
});
const dialog = (): BackboneDialog => new BackboneDialog(app.studio.page);
/** How many items have a guess by the newest labels. */
const guessed = async (): Promise<number> =>
  Object.keys(await app.studio.page.evaluate(guessedClasses)).length;
const likenesses = (): Promise<number[]> => app.studio.page.evaluate(cosines);

test('says what each is for and what it costs, and changes nothing when it is cancelled', async () => {
  const { page } = app.studio;
  await expect.poll(guessed).toBe(8);
  await dialog().open('Pond');
  await expect(dialog().choice('EfficientNet-Lite0')).toBeFocused();
  await expect(dialog().choice('EfficientNet-Lite0')).toBeChecked();
  await expect(dialog().root).toContainText('This is how it is now.');
  await expect(dialog().root).toContainText('Gets 260 × 260 pixels; 12 MB of weights.');
  await page.keyboard.press('ArrowDown');
  await expect(dialog().choice('EfficientNet-Lite2')).toBeChecked();
  await expect(dialog().root).toContainText(
    '8 images will be read again. How long that takes is not measured yet.',
  );
  await expectAccessible(page, 'the backbone dialog');
  await page.keyboard.press('Escape');
  await expect(dialog().root).toBeHidden();
  await expect(page.getByRole('button', { name: /^Undo: .*backbone/ })).toHaveCount(0);
});

test('Lite2 reads all images once and keeps the labels; going back and undo read none', async () => {
  const { label, studio } = app;
  const { page } = studio;
  const before = await likenesses();
  const reads = await countReads(studio);

  await dialog().open('Pond');
  await dialog().choice('EfficientNet-Lite2').check();
  await dialog().apply.click();
  await expect(label.status).toContainText('Images are now seen by EfficientNet-Lite2');
  await expect.poll(reads).toBe(8);
  await label.settled();
  await expect(label.labelled('Fish')).toHaveCount(1);
  await expect.poll(guessed).toBe(8);
  await expect.poll(likenesses).not.toEqual(before);
  const after = await likenesses();

  await dialog().open('Pond');
  await expect(dialog().choice('EfficientNet-Lite2')).toBeChecked();
  await dialog().choice('EfficientNet-Lite0').check();
  await expect(dialog().root).toContainText('Nothing will be read again');
  await dialog().apply.click();
  await expect.poll(likenesses).toEqual(before);
  await page.keyboard.press('Control+z');
  await expect.poll(likenesses).toEqual(after);
  await page.keyboard.press('Control+z');
  await expect.poll(likenesses).toEqual(before);
  expect(await reads()).toBe(8);
  await expect(page.getByText('could not be brought up to date')).toHaveCount(0);
});

test('a project whose backbone is not installed opens: it can be labelled, says so, and takes another one', async () => {
  const { label, studio } = app;
  const { page } = studio;
  const file = path.join(app.home, 'Imprint Studio/Pond.imprint/project.json');
  await page.keyboard.press('Control+w');
  await expect(page.getByRole('button', { name: /open a folder/i })).toBeVisible();
  const document = JSON.parse(await fs.readFile(file, 'utf8')) as { settings: { backbone: string } };
  document.settings.backbone = 'resnet-9';
  await fs.writeFile(file, JSON.stringify(document));
  await page.getByRole('button', { name: /Pond/ }).first().click();

  await expect(dialog().banner).toBeVisible();
  await label.settled();
  await label.select('fish-2.webp');
  await page.keyboard.press('1');
  await expect(label.labelled('Fish')).toHaveCount(2);
  expect(await guessed()).toBe(0);
  for (const missed of ['guesses', 'estimate'])
    await expect(page.getByText(`No ${missed} without the project’s backbone`)).toBeVisible();
  await expectAccessible(page, 'a project without its backbone');

  await page.getByRole('button', { name: 'Choose another' }).click();
  await dialog().choice('EfficientNet-Lite2').check();
  await expect(dialog().root).toContainText('Nothing will be read again');
  await dialog().apply.click();
  await expect(dialog().banner).toBeHidden();
  await expect.poll(guessed).toBe(8);
});
