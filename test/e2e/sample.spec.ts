/**
 * @file From 'Try the sample' to an exported model that another program loads: what it says of each photo is what the
 * window showed.
 */
import fs from 'node:fs/promises';
import path from 'node:path';
import { classifySchema, type ClassifyJson } from './headlessContract';
import { Commands } from './headlessRun';
import { ExportPage } from './pages/exportPage';
import { LabelPage } from './pages/labelPage';
import { sampleClasses, sampleFolder } from './sample';
import { expect, Studio, test } from './studio';

const CLASSES = { Bird: 'bird', Fish: 'fish', Castle: 'castle', Windmill: 'windmill' };
const EACH = 2;

/** Labels the first photos of four classes; the other six classes of the sample stay unknown. */
async function labelSome(page: LabelPage, home: string): Promise<void> {
  const photos = await sampleClasses(home);
  for (const [name, origin] of Object.entries(CLASSES)) {
    await page.select(...(photos.get(origin) ?? []).slice(0, EACH));
    await page.newClass(name);
    await expect(page.classes.getByRole('button', { name: `${name}, ` })).toHaveAccessibleName(
      new RegExp(`, ${EACH} labelled, `),
    );
  }
}

/** Every image is read and every guess answers the last label. */
async function guessed(page: LabelPage): Promise<Map<string, string>> {
  await page.settled();
  const names = await page.names();
  expect(names.size).toBeGreaterThan(100);
  for (const name of names.values()) expect(name).toMatch(/, (labelled|guess) (Bird|Fish|Castle|Windmill)\b/);
  return names;
}

async function exportModel(studio: Studio, folder: string, formats = 2): Promise<void> {
  const page = new ExportPage(studio.page);
  await studio.answerDialog(path.dirname(folder));
  await page.run();
  await page.passed(folder, formats);
}

async function classify(commands: Commands, photos: string, model: string): Promise<ClassifyJson> {
  const { code, err } = await commands.run(
    'classify',
    photos,
    '--model',
    model,
    '--json',
    'rows.json',
    '--force',
  );
  expect(code, err).toBe(0);
  return classifySchema.parse(await commands.json('rows.json'));
}

/** 'guess Fish 83 %' or 'guess Fish > 99 % ?'. */
function readGuess(name: string): { label: string; shown: string } {
  const [, label = '', shown = ''] = /guess (\w+) ([<>]?\s?\d+)\s%/.exec(name) ?? [];
  return { label, shown: shown.replace(/\s/g, '') };
}

function percentOf(confidence: number): string {
  const rounded = Math.round(confidence * 100);
  if (rounded === 100 && confidence < 1) return '>99';
  return rounded === 0 ? '<1' : String(rounded);
}

/** What a program that has only the exported model says, photo by photo. */
function expectSame(rows: ClassifyJson, window: Map<string, string>): void {
  const unlabelled = rows.filter(({ path: file }) => !window.get(file)?.includes('labelled'));
  expect(unlabelled).toHaveLength(window.size - EACH * Object.keys(CLASSES).length);
  for (const { path: file, label, confidence } of unlabelled) {
    const guess = readGuess(window.get(file) ?? '');
    expect({ file, label }).toEqual({ file, label: guess.label });
    // The two may differ by a hair, which can be the one that decides how a number is rounded.
    const near = [-1e-4, 0, 1e-4].map((by) => percentOf((confidence ?? NaN) + by));
    expect(near, file).toContain(guess.shown);
  }
}

/** A folder beside the sample's with every third of its photos: of both kinds, those that the window takes for an own class and others. */
async function everyThird(photos: string): Promise<string> {
  const some = `${photos}, some`;
  await fs.mkdir(some);
  const files = (await fs.readdir(photos)).filter((name) => name.endsWith('.webp')).sort();
  for (const file of files.filter((_, i) => i % 3 === 0))
    await fs.copyFile(path.join(photos, file), path.join(some, file));
  return some;
}

/** Beside ImageNet's classes: the base class where the window prefers it, else the own one. */
function expectSameLabels(rows: ClassifyJson, window: Map<string, string>): void {
  const bases = new Set<boolean>();
  for (const { path: file, label } of rows) {
    const name = window.get(file) ?? '';
    if (name.includes('labelled')) continue;
    const base = /\s%(?: \?)?, (.+) \(preferred, ImageNet\)/.exec(name)?.[1];
    expect({ file, label }).toEqual({ file, label: base ?? readGuess(name).label });
    bases.add(base !== undefined);
  }
  expect(bases.size).toBe(2);
}

test('sample, labels, guesses, undo, restart, export, and another program agrees', async ({
  home,
  studio,
}) => {
  test.slow();
  await studio.page.getByRole('button', { name: 'Try the sample' }).click();
  const page = new LabelPage(studio.page);
  await page.settled();
  await labelSome(page, home);
  const before = await guessed(page);

  await studio.page.keyboard.press('Control+z');
  await expect(page.labelled('Windmill')).toHaveCount(0);
  await studio.page.keyboard.press('Control+Shift+z');
  await expect(page.classes.getByRole('button', { name: 'Windmill, ' })).toHaveAccessibleName(/, 2 labelled/);
  await page.settled();
  await studio.close();

  const again = await Studio.start(home);
  await again.page.getByRole('button', { name: /^Sample photos/ }).click();
  const reopened = new LabelPage(again.page);
  await expect(reopened.guessed('Fish').first()).toBeVisible();
  await expect.poll(() => guessed(reopened)).toEqual(before);

  const commands = await Commands.in('sample');
  const models = path.join(home, 'Models');
  await fs.mkdir(models);
  await new ExportPage(again.page).open();
  await exportModel(again, path.join(models, 'Sample photos model'));
  await again.page.getByRole('radio', { name: /Mine and ImageNet/ }).check();
  await again.page.getByRole('checkbox', { name: /^TensorFlow.js/ }).uncheck();
  await exportModel(again, path.join(models, 'Sample photos model 2'), 1);

  await again.page.keyboard.press('Control+1');
  await again.page.getByRole('button', { name: /ImageNet/ }).click();
  await expect(again.page.getByRole('option', { name: /\(preferred, ImageNet\)/ }).first()).toBeVisible();
  const beside = await guessed(reopened);
  await again.close();

  const photos = sampleFolder(home);
  expectSame(await classify(commands, photos, path.join(models, 'Sample photos model/tfjs')), before);
  expectSameLabels(
    await classify(commands, await everyThird(photos), path.join(models, 'Sample photos model 2/savedmodel')),
    beside,
  );
  await commands.remove();
});
