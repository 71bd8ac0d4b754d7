/** @file Boxes in the real app: drawn, changed, labelled, guessed, copied, deleted and brought back. */
import { expectAccessible } from './accessible';
import { BoxesPage } from './pages/boxesPage';
import { photosOf } from './photos';
import { oneApp } from './oneApp';
import { expect, test } from './studio';

const app = oneApp();

test('a box is drawn with the pointer, and labelled by the key of a class', async () => {
  const { classes, label, studio, home } = app;
  await app.open(await photosOf(home, { fish: 3, bird: 3 }));
  await label.settled();
  for (const name of ['Fish', 'Bird']) {
    await label.select(`${name.toLowerCase()}-1.webp`, `${name.toLowerCase()}-2.webp`);
    await label.newClass(name);
    await expect(classes.row(name)).toHaveAccessibleName(/, 2 labelled/);
  }
  const boxes = new BoxesPage(studio.page);
  await label.select('bird-3.webp');
  await studio.page.keyboard.press('b');
  await boxes.drag([0.2, 0.2], [0.7, 0.8]);
  await expect(boxes.drawn).toHaveCount(1);
  await studio.page.keyboard.press('2');
  await expect(boxes.entry(1)).toHaveAccessibleName('Box 1, labelled Bird');
  await expect(classes.row('Bird')).toHaveAccessibleName(/, 3 labelled/);
  await expect(studio.page.getByRole('button', { name: /^Undo: / })).toBeEnabled();
});

test('a second one is drawn with the keys, moved and resized, and gets a guess', async () => {
  const { studio, label } = app;
  const { page } = studio;
  const boxes = new BoxesPage(page);
  await page.keyboard.press('Enter');
  await expect(boxes.drawn).toHaveCount(2);
  await expect(boxes.entry(2)).toHaveAccessibleName(/^Box 2, guess /);
  const before = await boxes.drawn.nth(1).boundingBox();
  for (let i = 0; i < 10; i++) await page.keyboard.press('ArrowRight');
  for (let i = 0; i < 10; i++) await page.keyboard.press('Shift+ArrowDown');
  const after = await boxes.drawn.nth(1).boundingBox();
  expect(after?.x).toBeGreaterThan(before?.x ?? Infinity);
  expect(after?.height).toBeGreaterThan(before?.height ?? Infinity);
  await expect(page.getByRole('button', { name: 'Undo: Change a box in bird-3.webp' })).toBeEnabled();
  await expect(label.cell('bird-3.webp')).toHaveAccessibleName(/, 2 boxes$/);
});

test('no serious finding of axe in either mode', async () => {
  await expectAccessible(app.studio.page, 'boxes');
});

test('one is deleted by its key, and brought back by undo', async () => {
  const { page } = app.studio;
  const boxes = new BoxesPage(page);
  await page.keyboard.press('Delete');
  await expect(boxes.drawn).toHaveCount(1);
  await page.keyboard.press('Control+z');
  await expect(boxes.drawn).toHaveCount(2);
});

test('all are copied to the next image with their labels, in one step', async () => {
  const { label, studio } = app;
  const boxes = new BoxesPage(studio.page);
  await label.select('bird-2.webp');
  await label.select('bird-3.webp');
  await label.select('fish-1.webp');
  await studio.page.keyboard.press('b');
  await boxes.drag([0.1, 0.1], [0.5, 0.5]);
  await studio.page.keyboard.press('1');
  await expect(boxes.entry(1)).toHaveAccessibleName('Box 1, labelled Fish');
  await studio.page.keyboard.press('Shift+C');
  await expect(label.cell('fish-2.webp')).toHaveAttribute('aria-selected', 'true');
  await expect(boxes.entry(1)).toHaveAccessibleName('Box 1, labelled Fish');
  await expect(studio.page.getByRole('button', { name: 'Undo: Copy 1 box' })).toBeEnabled();
  // The tool stays in hand for the next image.
  await studio.page.keyboard.press('Escape');
});

test('in the preview as well, where Escape lets go of the tool and the box before it goes back', async () => {
  const { label, studio } = app;
  const { page } = studio;
  const boxes = new BoxesPage(page);
  await label.select('fish-3.webp');
  await page.keyboard.press('z');
  const preview = page.getByRole('region', { name: 'Preview' });
  await expect(preview).toBeVisible();
  await page.keyboard.press('b');
  await boxes.drag([0.3, 0.3], [0.6, 0.6]);
  await page.keyboard.press('1');
  await expect(boxes.entry(1)).toHaveAccessibleName('Box 1, labelled Fish');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(preview).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(preview).toBeHidden();
});
