/**
 * @file What of an image is looked at. What the model sees of each can be changed: everything is read anew, and nothing decided is
 * lost. Boxes are drawn, changed, labelled, guessed, copied, deleted and brought back.
 */
import type { Command, Framing } from '../../main/contract/model';
import { expectAccessible } from './accessible';
import { apply, cosines, guessedClasses, undo } from './inPage/items';
import { oneApp } from './oneApp';
import { BoxesPage } from './pages/boxesPage';
import { FramingDialog, overflows, placeOf } from './pages/framingDialog';
import { photosOf } from './photos';
import { countReads } from './reads';
import { expect, test, type Studio } from './studio';

const app = oneApp();

const frame = (framing: Framing): Command => ({ name: 'setSettings', changes: { framing } });

/** Classes that are guessed by the newest labels: a label is painted before main, and then the engine, knows of it. */
async function guessedKinds({ page }: Studio): Promise<number> {
  return new Set(Object.values(await page.evaluate(guessedClasses))).size;
}

/** How many items have a guess by the newest labels. */
async function guessed({ page }: Studio): Promise<number> {
  return Object.keys(await page.evaluate(guessedClasses)).length;
}

/** How near each item is to the class that is guessed for it: what was seen of it, in other words. */
function likenesses({ page }: Studio): Promise<number[]> {
  return page.evaluate(cosines);
}

test('another framing keeps the labels, reads all images once, and going back reads none', async () => {
  const { home, label: page, studio } = app;
  await app.open(await photosOf(home, { fish: 4, windmill: 4 }, 'Lake'));
  await page.select('fish-1.webp');
  await page.newClass('Fish');
  await page.select('windmill-1.webp');
  await page.newClass('Windmill');
  await expect.poll(() => guessedKinds(studio)).toBe(2);
  expect(await guessed(studio)).toBe(8);
  const before = await likenesses(studio);
  const reads = await countReads(studio);

  await studio.page.evaluate(apply, [frame({ kind: 'centreCrop' })]);
  await expect.poll(() => reads()).toBe(8);
  await page.settled();
  await expect(page.labelled('Fish')).toHaveCount(1);
  await expect.poll(() => guessed(studio)).toBe(8);
  await expect.poll(() => likenesses(studio)).not.toEqual(before);

  await studio.page.evaluate(undo);
  await page.settled();
  await expect.poll(() => likenesses(studio)).toEqual(before);
  await expect(page.labelled('Windmill')).toHaveCount(1);
  expect(await reads()).toBe(8);
  // The labels were asked about while the engine changed over: nothing of that is a fault.
  await expect(studio.page.getByText('could not be brought up to date')).toHaveCount(0);
});

test.describe('the dialog', () => {
  test.beforeAll(async () => {
    await app.open(await photosOf(app.home, { fish: 2, bird: 3, windmill: 2 }));
    await app.label.select('fish-1.webp');
    await app.label.newClass('Fish');
    await expect(app.label.labelled('Fish')).toHaveCount(1);
  });
  const dialog = () => new FramingDialog(app.studio.page);

  test('is found in the menu, shows the choice on a real image and what it would cost', async () => {
    const { page } = app.studio;
    await app.label.select('fish-1.webp');
    await page.getByRole('button', { name: 'Project Pond' }).click();
    await page.getByRole('menuitem', { name: /^What the model sees/ }).click();
    const { root, square } = dialog();
    await expect(dialog().choice('Whole frame')).toBeFocused();
    await expect(dialog().choice('Whole frame')).toBeChecked();
    await expect(root).toContainText('This is how it is now.');
    await expect(root).toContainText('square of 224 × 224 pixels');
    await expect(square).toHaveAccessibleName('fish-1.webp as the model gets it');
    await expect.poll(() => dialog().detail()).toBeGreaterThan(20_000);
    await expectAccessible(page, 'what the model sees');
    await root.getByRole('button', { name: 'Next example' }).click();
    await expect(square).not.toHaveAccessibleName(/fish-1/);
    await root.getByRole('button', { name: 'Previous example' }).click();
    await expect(square).toHaveAccessibleName(/fish-1/);
  });

  test('changes nothing when it is cancelled', async () => {
    const { page } = app.studio;
    await dialog().choice('Centre crop').check();
    await expect(dialog().root).toContainText('7 images will be read again.');
    await expect(dialog().root).toContainText('Undo (Ctrl Z) goes back without reading anything.');
    await page.keyboard.press('Escape');
    await expect(dialog().root).toBeHidden();
    await expect(dialog().dimmed).toHaveCount(0);
    await expect(page.getByRole('button', { name: /^Undo: .*framing/ })).toHaveCount(0);
  });

  test('the centre crop is chosen by keys alone, the grid dims what is not seen, and undo reads nothing', async () => {
    const { label, studio } = app;
    const { page } = studio;
    const shape = await dialog().shapes();
    const reads = await countReads(studio);
    await label.select('bird-1.webp');
    await page.keyboard.press('Control+Shift+f');
    await expect(dialog().choice('Whole frame')).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(dialog().root).toContainText('7 images will be read again.');
    await expect(
      dialog().root.getByRole('img', { name: 'bird-1.webp; what is dimmed is not seen' }),
    ).toBeVisible();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await expect(dialog().root).toBeHidden();
    await expect(label.status).toContainText('The model now sees: centre crop');
    await expect.poll(() => reads()).toBe(7);
    await label.settled();
    // The guesses of the image in focus were asked for while it was read anew, before there were any.
    await expect(page.getByText('No guesses yet')).toHaveCount(0);
    // One by one as their pictures come anew.
    await expect(dialog().dimmed).toHaveCount(shape.filter((ratio) => Math.abs(ratio - 1) > 0.01).length);
    await expect(label.labelled('Fish')).toHaveCount(1);
    await page.keyboard.press('Control+z');
    await expect(dialog().dimmed).toHaveCount(0);
    await label.settled();
    await page.keyboard.press('Control+Shift+f');
    await page.keyboard.press('ArrowDown');
    await expect(dialog().root).toContainText(
      'Nothing will be read again: all images were seen this way before.',
    );
    await page.keyboard.press('Escape');
    expect(await reads()).toBe(7);
  });

  test('a region is put in the middle by keys alone, and forgotten when it is cancelled', async () => {
    const { page } = app.studio;
    await page.keyboard.press('Control+Shift+f');
    await page.keyboard.press('ArrowUp');
    await expect(dialog().choice('Fixed region')).toBeChecked();
    await page.keyboard.press('Enter');
    await expect(dialog().layer).toBeFocused();
    await page.keyboard.press('Shift+ArrowRight');
    await expect(dialog().layer).toHaveAccessibleName('Region: 35 % to 66 % across, 35 % to 65 % down');
    await expect(dialog().apply).toBeEnabled();
    await page.keyboard.press('Escape');
    await expect(dialog().dimmed).toHaveCount(0);
  });

  test('a region is drawn with the pointer, moved and resized by keys, and dims the grid the same', async () => {
    const { label, studio } = app;
    const { page } = studio;
    await page.keyboard.press('Control+Shift+f');
    await dialog().choice('Fixed region').check();
    await expect(dialog().apply).toBeDisabled();
    await expect(dialog().layer).toHaveAccessibleName('Region: none drawn yet');
    await dialog().drag([0.1, 0.2], [0.6, 0.8]);
    await expect(dialog().layer).toHaveAccessibleName('Region: 10 % to 60 % across, 20 % to 80 % down');
    await dialog().drag([0.35, 0.5], [0.55, 0.5]);
    await expect(dialog().layer).toHaveAccessibleName('Region: 30 % to 80 % across, 20 % to 80 % down');
    await dialog().drag([0.8, 0.8], [0.9, 0.7]);
    await expect(dialog().layer).toHaveAccessibleName('Region: 30 % to 90 % across, 20 % to 70 % down');
    await expect(dialog().layer).toBeFocused();
    for (const key of ['ArrowLeft', 'ArrowUp', 'Shift+ArrowRight', 'Shift+ArrowDown'])
      await page.keyboard.press(key);
    await expect(dialog().layer).toHaveAccessibleName('Region: 29 % to 90 % across, 19 % to 70 % down');
    await expectAccessible(page, 'a region');
    await dialog().apply.click();
    await expect(dialog().dimmed).toHaveCount(7);
    expect(await dialog().dimmed.first().evaluate(placeOf)).toEqual([29, 19, 61, 51]);
    await label.settled();
    await expect(label.labelled('Fish')).toHaveCount(1);
  });

  test('has room in the smallest window, with its buttons in view', async () => {
    const { page } = app.studio;
    await app.studio.resize(1024, 640);
    await page.keyboard.press('Control+Shift+f');
    await expect(dialog().choice('Fixed region')).toBeFocused();
    await expect(dialog().root.getByRole('button', { name: 'Cancel' })).toBeInViewport({ ratio: 1 });
    await expect(dialog().layer).toBeInViewport({ ratio: 1 });
    expect(await dialog().root.evaluate(overflows)).toEqual([false, false]);
    await page.keyboard.press('Escape');
    await app.studio.resize(1280, 800);
  });
});

test.describe('boxes', () => {
  test('a box is drawn with the pointer, and labelled by the key of a class', async () => {
    const { classes, label, studio, home } = app;
    await app.open(await photosOf(home, { fish: 3, bird: 3 }, 'Shore'));
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
});
