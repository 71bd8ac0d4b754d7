/**
 * @file From 'Try the sample' to an exported model that another program loads: what it says of each photo is what the
 * window showed. On the way: what the engine finds in the whole sample, and that the app keeps to its own rules.
 */
import fs from 'node:fs/promises';
import path from 'node:path';
import { classifySchema, type ClassifyJson } from './headlessContract';
import { Commands } from './headlessRun';
import { allFinds, mapOf } from './inPage/searches';
import { oneApp } from './oneApp';
import { ExportPage } from './pages/exportPage';
import type { LabelPage } from './pages/labelPage';
import { sampleClasses, sampleFolder } from './sample';
import { refused, watch } from './security/inPage/watch';
import { expect, test, type Studio } from './studio';

const CLASSES = { Bird: 'bird', Fish: 'fish', Castle: 'castle', Windmill: 'windmill' };
const EACH = 2;

const app = oneApp();

/** Labels the first photos of four classes; the other six classes of the sample stay unknown. */
async function labelSome({ classes, home, label }: typeof app): Promise<void> {
  const photos = await sampleClasses(home);
  for (const [name, origin] of Object.entries(CLASSES)) {
    await label.select(...(photos.get(origin) ?? []).slice(0, EACH));
    await label.newClass(name);
    await expect(classes.row(name)).toHaveAccessibleName(new RegExp(`, ${EACH} labelled, `));
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

/** With the one format that is chosen. */
async function exportModel(studio: Studio, folder: string): Promise<void> {
  const page = new ExportPage(studio.page);
  await studio.answerDialog(path.dirname(folder));
  await page.run();
  await page.passed(folder, 1);
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

/** What the window says of each photo, by file: of the person's classes alone, and beside ImageNet's. */
let [before, beside] = [new Map<string, string>(), new Map<string, string>()];

test('every photo of the sample is guessed by a few labels, and undo takes one back', async () => {
  const { classes, label, studio } = app;
  await studio.page.evaluate(watch);
  await studio.page.getByRole('button', { name: 'Try the sample' }).click();
  await label.settled();
  await labelSome(app);
  before = await guessed(label);

  await studio.page.keyboard.press('Control+z');
  await expect(label.labelled('Windmill')).toHaveCount(0);
  await studio.page.keyboard.press('Control+Shift+z');
  await expect(classes.row('Windmill')).toHaveAccessibleName(/, 2 labelled/);
  await label.settled();
});

test('nothing of the app itself is refused while a person works (docs/security.md, point 3)', async () => {
  const { page } = app.studio;
  await page.getByRole('option').nth(1).click({ button: 'right' });
  await page.getByRole('menu').waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+4');
  await page.keyboard.press('Control+1');
  expect(await page.evaluate(refused)).toEqual([]);
});

test('all of it is there after a restart', async () => {
  await app.restart();
  await app.studio.page.getByRole('button', { name: /^Sample photos/ }).click();
  await expect(app.label.guessed('Fish').first()).toBeVisible();
  await expect.poll(() => guessed(app.label)).toEqual(before);
});

test('it is exported, alone and beside ImageNet’s classes', async () => {
  const { home, label, studio } = app;
  const { page } = studio;
  const models = path.join(home, 'Models');
  await fs.mkdir(models);
  await new ExportPage(page).open();
  await page.getByRole('checkbox', { name: /SavedModel/ }).uncheck();
  await exportModel(studio, path.join(models, 'Sample photos model'));
  await page.getByRole('radio', { name: /Mine and ImageNet/ }).check();
  await page.getByRole('checkbox', { name: /SavedModel/ }).check();
  await page.getByRole('checkbox', { name: /^TensorFlow.js/ }).uncheck();
  await exportModel(studio, path.join(models, 'Sample photos model 2'));

  await page.keyboard.press('Control+1');
  await page.getByRole('button', { name: /ImageNet/ }).click();
  await expect(page.getByRole('option', { name: /\(preferred, ImageNet\)/ }).first()).toBeVisible();
  beside = await guessed(label);
});

test('another program that has only the models says the same of the photos', async () => {
  const commands = await Commands.in('sample');
  const [models, photos] = [path.join(app.home, 'Models'), sampleFolder(app.home)];
  expectSame(await classify(commands, photos, path.join(models, 'Sample photos model/tfjs')), before);
  expectSameLabels(
    await classify(commands, await everyThird(photos), path.join(models, 'Sample photos model 2/savedmodel')),
    beside,
  );
  await commands.remove();
});

test('the engine finds similar, doubtful and wrongly labelled photos, and draws the map', async () => {
  const { classes, home, label, studio } = app;
  const photos = await sampleClasses(home);
  const [birds, fish] = [photos.get('bird')!, photos.get('fish')!];
  // One bird goes among the fish.
  for (const [name, files] of [
    ['Bird', birds.slice(EACH, 4)],
    ['Fish', [...fish.slice(EACH, 4), birds[4]!]],
  ] as const) {
    await label.select(...files);
    await classes.row(name).click();
    await expect(classes.row(name)).toHaveAccessibleName(new RegExp(`, ${EACH + files.length} labelled`));
  }
  await label.settled();
  const found = await studio.page.evaluate(allFinds, birds[0]!);
  expect(found.similar).toEqual([found.items, true]);
  expect(found.doubtful).toEqual(Array(10).fill(false));
  expect(found.wrong[0]).toBe(birds[4]!);
  const [map, again] = [await studio.page.evaluate(mapOf, 7), await studio.page.evaluate(mapOf, 7)];
  expect(map).toMatchObject({ methods: ['pca', 'umap'], placed: found.items });
  expect(again.sum).toBe(map.sum);
});
