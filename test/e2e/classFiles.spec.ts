/**
 * @file Classes as sums: saved in one project and added in another, and an exported model that is gone on with, without its images.
 */
import fs from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expectAccessible } from './accessible';
import { addDropSource, dropChosen } from './inPage/drop';
import { oneApp } from './oneApp';
import { ExportPage } from './pages/exportPage';
import { FramingDialog } from './pages/framingDialog';
import { photosOf } from './photos';
import { expect, test } from './studio';

const app = oneApp(async (one) => {
  await one.open(await photosOf(one.home, { fish: 4, castle: 4 }));
  for (const [name, files] of [
    ['Fish', ['fish-1.webp', 'fish-2.webp']],
    ['Castle', ['castle-1.webp']],
  ] as const) {
    await one.label.select(...files);
    await one.label.newClass(name);
    await expect(one.classes.row(name)).toHaveAccessibleName(new RegExp(`${files.length} labelled`));
  }
  await one.label.settled();
});
const file = (): string => path.join(app.home, 'Fish.imprint-class');
const dialog = (name: string | RegExp) => app.studio.page.getByRole('dialog', { name });

/** The next 'Save as' answers with this path. */
async function answerSave(place: string): Promise<void> {
  await app.studio.app.evaluate(({ dialog: native }, filePath) => {
    native.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, place);
}

/** Chooses in the menu of the project. */
async function inProject(item: string): Promise<void> {
  const { page } = app.studio;
  await page.getByRole('button', { name: /^Project / }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

test('a class of one picture is warned of before it is saved', async () => {
  const { classes } = app;
  await classes.choose('Castle', 'Save class…');
  const shown = dialog('Save Castle as a class file');
  await expect(shown.getByRole('alert')).toContainText('A sum in Castle is that of one picture.');
  await expect(shown.getByRole('button', { name: 'Save all the same…' })).toBeEnabled();
  await expectAccessible(app.studio.page, 'a class that is a single picture');
  await shown.getByRole('button', { name: 'Cancel' }).click();
  await expect(shown).toBeHidden();
});

test('a class is saved as the sum of its images, with a picture only where that was wished', async () => {
  const { classes, studio } = app;
  for (const wished of [false, true]) {
    await answerSave(file());
    await classes.choose('Fish', 'Save class…');
    const shown = dialog('Save Fish as a class file');
    await expect(shown).toContainText('the sum of the embeddings of 2 images');
    await expect(shown.getByRole('alert')).toHaveCount(0);
    const picture = shown.getByRole('checkbox', { name: /Add a small picture/ });
    await expect(picture).not.toBeChecked();
    if (wished) await picture.check();
    await shown.getByRole('button', { name: 'Save…' }).click();
    await expect(shown).toBeHidden();
    const [saved] = (JSON.parse(await fs.readFile(file(), 'utf8')) as Saved).classes;
    expect(saved).toMatchObject({ name: 'Fish', images: 2, shots: 2 });
    expect(saved?.preview !== undefined).toBe(wished);
  }
  await expect(studio.page.getByText('Saved Fish')).toBeVisible();
});

interface Saved {
  classes: { name: string; images: number; shots: number; preview?: string }[];
}

test('another project adds it, and its images are guessed by it', async () => {
  const { classes, home, label, studio } = app;
  await app.open(await photosOf(home, { fish: 6, windmill: 4 }, 'Lake'));
  await studio.answerDialog(file());
  await inProject('Classes from a class file…');
  const shown = dialog('Add classes from Fish.imprint-class?');
  await expect(shown.getByRole('row', { name: /Fish/ })).toContainText('2 images');
  await expectAccessible(studio.page, 'classes of a file');
  await shown.getByRole('button', { name: 'Add 1 class' }).click();
  await expect(shown).toBeHidden();
  await expect(classes.row('Fish')).toHaveAccessibleName(/2 images came as sums, .*0 labelled/);
  await label.select('windmill-1.webp');
  await label.newClass('Windmill');
  await expect(label.guessed('Fish')).not.toHaveCount(0);
  await expect(label.guessed('Windmill')).not.toHaveCount(0);
  await label.settled();
});

test('the same sums are not counted twice', async () => {
  const { studio } = app;
  await studio.answerDialog(file());
  await inProject('Classes from a class file…');
  const shown = dialog(/^Add classes from/);
  await expect(shown.getByRole('checkbox', { name: 'Take Fish' })).not.toBeChecked();
  await expect(shown).toContainText('There already');
  await expect(shown.getByRole('button', { name: 'Add 0 classes' })).toBeDisabled();
  await shown.getByRole('button', { name: 'Cancel' }).click();
});

test('dropped on the window it is offered as well, whatever is shown', async () => {
  const { page } = app.studio;
  await new ExportPage(page).open();
  await drop(page, file());
  const shown = dialog('Add classes from Fish.imprint-class?');
  await expect(shown.getByRole('checkbox', { name: 'Take Fish' })).not.toBeChecked();
  await shown.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('button', { name: 'Project Lake' })).toBeVisible();
});

/** As from a file manager. */
async function drop(page: Page, place: string): Promise<void> {
  await page.evaluate(addDropSource);
  await page.locator('#drop-source').setInputFiles(place);
  await page.evaluate(dropChosen);
}

/** Exports from wherever the person is. @returns the folder that the formats are in */
async function exported(name: string): Promise<string> {
  const { home, studio } = app;
  const models = path.join(home, 'Models');
  await fs.mkdir(models, { recursive: true });
  await studio.answerDialog(models);
  const page = new ExportPage(studio.page);
  await page.open();
  // The formats' class files are one: that of the other would be checked for nothing.
  await studio.page.getByRole('checkbox', { name: /SavedModel/ }).uncheck();
  await page.run();
  const folder = path.join(models, name);
  await expect(page.result).toContainText(`Written to ${folder}`, { timeout: 60_000 });
  await expect(page.result.getByText('Failed')).toHaveCount(0);
  return folder;
}

let model = '';
test('an exported model is opened again, and waits for images', async () => {
  const { classes, studio } = app;
  model = await exported('Lake model');
  await studio.answerDialog(model);
  await inProject('Open an exported model…');
  await expect(studio.page.getByRole('heading', { name: 'Add a folder of images' })).toBeVisible();
  await expect(classes.row('Fish')).toHaveAccessibleName(/2 images came as sums/);
  await expect(classes.row('Windmill')).toHaveAccessibleName(/1 image came as sums/);
});

test('images that are labelled in it count beside the old ones, and it exports again', async () => {
  const { classes, home, label, studio } = app;
  const folder = await photosOf(home, { fish: 3, windmill: 3, bird: 4 }, 'River');
  await studio.answerDialog(folder);
  await studio.page.getByRole('button', { name: 'Add a folder of images…' }).click();
  await label.settled();
  await expect(label.guessed('Fish')).not.toHaveCount(0);
  await label.select('windmill-3.webp');
  await studio.page.getByRole('option', { selected: true }).first().waitFor();
  await classes.row('Windmill').click();
  await expect(classes.row('Windmill')).toHaveAccessibleName(/1 image came as sums, .*1 labelled/);
  await label.settled();
  const again = await exported('Lake 2 model');
  const read = async (of: string): Promise<Saved> =>
    JSON.parse(await fs.readFile(path.join(of, 'tfjs', 'classes.imprint-class'), 'utf8')) as Saved;
  expect((await read(model)).classes).toMatchObject([{ images: 2 }, { images: 1 }]);
  expect((await read(again)).classes).toMatchObject([{ images: 2 }, { images: 2 }]);
});

test('sums do not count while images are seen in another way, and say so; taken out, undo brings them back', async () => {
  const { classes, studio } = app;
  const { page } = studio;
  await page.getByRole('navigation').getByRole('button', { name: 'Label' }).click();
  const given = classes.panel.getByTitle(/do not count now/);
  const framing = new FramingDialog(page);
  await page.keyboard.press('Control+Shift+f');
  await framing.choice('Centre crop').check();
  await framing.apply.click();
  await expect(given.first()).toHaveAttribute('title', /the square in the middle/);
  await page.keyboard.press('Control+z');
  await expect(given).toHaveCount(0);
  await classes.choose('Fish', 'Images that came as sums', 'Take out 2 images from Lake model');
  await expect(classes.row('Fish')).not.toHaveAccessibleName(/came as sums/);
  await page.keyboard.press('Control+z');
  await expect(classes.row('Fish')).toHaveAccessibleName(/2 images came as sums/);
});
