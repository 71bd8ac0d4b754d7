/**
 * @file Every word of the window is in the catalogue: in the language that nobody speaks all of them are in brackets, in every view
 * and the dialogs that a project without much in it has, in what main and the engine say, in a report, and where things are refused.
 */
import fs from 'node:fs/promises';
import path from 'node:path';
import { textsOf } from '../unit/main/reports/texts';
import { spoilNextExport } from './corruption';
import { oneApp } from './oneApp';
import { ownModels } from './ownModels';
import { AddBackboneDialog } from './pages/addBackboneDialog';
import { chooseMenu, menuWords } from './pages/appMenu';
import { BackboneDialog } from './pages/backboneDialog';
import { photosOf } from './photos';
import { expect, test } from './studio';
import { pseudo, unbracketed } from '../../strings/pseudo';

const CLASSES = ['fish', 'windmill'];

const app = oneApp(async (one) => {
  await one.open(await photosOf(one.home, { fish: 5, windmill: 5 }));
  for (const name of CLASSES) {
    await one.label.select(`${name}-1.webp`, `${name}-2.webp`, `${name}-3.webp`);
    await one.label.newClass(name);
    await expect(one.label.labelled(name)).toHaveCount(3);
  }
  await one.label.settled();
  const { page } = one.studio;
  await page.evaluate("void window.studio.call('preferences:change', { language: 'en-XA' })");
  await expect(page.getByRole('dialog', { name: '⟦Preferences' })).toBeVisible();
});

/** What is no word of ours: names that the person gave, of folders that are written, of keys, and of a model's parts; units, moments, hashes. */
const OTHERS = [
  /(fish|windmill)(-\d)?(\.webp)?|Pond( model\.failed)?(\/tfjs)?|(Small|Curious) network/g,
  /\b(photo|map|pooled|float32|[0-9a-f]{8,64})\b/g,
  /\((Ctrl |Shift )*(\p{L}|Home|End)\)/gu,
  /\d\s?(k|M|G)?B\b/g,
  /\w{3} \d+, \d{4}, \d+:\d\d\s[AP]M|\d+ \w{3} \d{4}, \d+:\d\d/g,
];

/** Texts and names on the page, those left out that are shown as they are (names of backbones, paths, licences). */
const TEXTS = `(() => {
  const isOurs = (element) => !element.closest('[data-verbatim], script, style, kbd');
  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) if (isOurs(walker.currentNode.parentElement)) texts.push(walker.currentNode.data.trim());
  for (const name of ['aria-label', 'title', 'placeholder', 'aria-valuetext', 'alt'])
    for (const element of document.querySelectorAll('[' + name + ']')) if (isOurs(element)) texts.push(element.getAttribute(name));
  return texts;
})()`;

const foreign = (text: string): boolean => {
  const rest = OTHERS.reduce(
    (left, other) => left.replace(other, ''),
    unbracketed(text.replaceAll(app.home, '')),
  );
  return /\p{L}{2,}/u.test(rest.replaceAll('/', ''));
};

const outside = async (): Promise<string[]> => {
  const texts = await app.studio.page.evaluate<string[]>(TEXTS);
  expect(texts.length).toBeGreaterThan(10);
  return [...new Set(texts.filter(foreign))];
};

test('in the menu', async () => {
  const words = await menuWords(app.studio.app);
  expect(words.length).toBeGreaterThan(50);
  expect(words.filter(foreign)).toEqual([]);
});

/** What the person reads where a call fails. */
const refusal = (call: string): Promise<string> =>
  app.studio.page.evaluate<string>(`window.studio.call(${call}).then(() => '', ({ message }) => message)`);

test('in what main refuses, in the names of steps and in what the engine finds', async () => {
  const { page, app: electron } = app.studio;
  for (const call of [
    "'labels:showSaved'",
    "'export:showFolder'",
    "'export:showEarlier', '2026-01-01T00:00:00.000Z'",
  ])
    expect(await refusal(call)).toMatch(/^⟦.+⟧$/);
  await page.keyboard.press('Escape');
  await app.label.select('fish-4.webp');
  await page.keyboard.press('1');
  await expect
    .poll(async () => (await menuWords(electron)).join())
    .toMatch(/⟦Undo ⟦Label ⟦1 image~*⟧ as fish/);
  const why = "window.studio.call('evaluation:overview').then((found) => found?.whyNoCheck ?? '')";
  await expect.poll(() => page.evaluate<string>(why)).toMatch(/^⟦.+⟧$/);
});

test('in the preferences and in every view', async () => {
  const { page } = app.studio;
  await expect.poll(outside).toEqual([]);
  await page.keyboard.press('Escape');
  for (const key of ['1', '2', '3', '4', '5', '6']) {
    await page.keyboard.press(`Control+${key}`);
    const view = page
      .getByRole('navigation')
      .getByRole('button')
      .nth(Number(key) - 1);
    await expect(view).toHaveAttribute('aria-current', 'page');
    await expect.poll(outside).toEqual([]);
  }
  await page.keyboard.press('Control+1');
});

for (const item of ['About Imprint Studio', 'Keyboard Shortcuts', 'Save Labels As…', 'What the Model Sees…'])
  test(`in the dialog of '${item}'`, async () => {
    const { app: electron, page } = app.studio;
    await chooseMenu(electron, pseudo(item));
    await expect(page.getByRole('dialog')).toBeVisible();
    await expect.poll(outside).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  });

const LONG = { timeout: 120_000 };

test('in a comparison of methods, and in the report of it', async () => {
  const { page, app: electron } = app.studio;
  await page.keyboard.press('Control+5');
  await page.getByRole('tab', { name: pseudo('Is another method better?') }).click();
  await page.getByRole('button', { name: pseudo('Compare'), exact: true }).click();
  await expect(page.getByRole('tabpanel').locator('svg text').first()).toBeVisible(LONG);
  await expect.poll(outside).toEqual([]);
  const file = path.join(app.home, 'report.html');
  await electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, file);
  await page.getByRole('button', { name: pseudo('Save report (HTML)…') }).click();
  await expect(app.label.status).toContainText('⟦Written to');
  const texts = textsOf(await fs.readFile(file, 'utf8'));
  expect(texts.length).toBeGreaterThan(100);
  expect(texts.filter(foreign)).toEqual([]);
});

test('in every answer of Evaluate', async () => {
  const { page } = app.studio;
  const questions = page.getByRole('tab');
  await expect(questions).toHaveCount(8);
  for (const question of await questions.all()) {
    await question.click();
    await expect(question).toHaveAttribute('aria-selected', 'true');
    await expect.poll(outside).toEqual([]);
  }
});

test('where the check of an export fails', async () => {
  const { studio, home } = app;
  await studio.answerDialog(home);
  await studio.page.keyboard.press('Control+4');
  await studio.page.getByRole('checkbox', { name: /SavedModel/ }).uncheck();
  await spoilNextExport(studio, { tfjs: 'label order' });
  await studio.page.getByRole('button', { name: pseudo('Choose a folder and export') }).click();
  await expect(studio.page.getByText('⟦Read back from the disk')).toBeVisible(LONG);
  await expect.poll(outside).toEqual([]);
  await studio.page.keyboard.press('Control+1');
});

test('where a model of the person’s own is refused, and where one is compared and tried', async () => {
  const { page } = app.studio;
  const models = await ownModels(app.home);
  const adding = new AddBackboneDialog(page);
  await new BackboneDialog(page).open('Pond');
  await adding.open();
  await expect.poll(outside).toEqual([]);
  await app.studio.answerDialog(models.curious);
  await adding.choose.click();
  await expect(adding.trouble).toContainText('ReadFile', LONG);
  await expect.poll(outside).toEqual([]);
  await app.studio.answerDialog(models.layers);
  await adding.choose.or(adding.another).first().click();
  await adding.root.getByRole('button', { name: 'Compare on sample photos' }).click(LONG);
  await expect(adding.root.getByText(/of 50~*⟧$/)).toHaveCount(7, LONG);
  await expect.poll(outside).toEqual([]);
  await adding.root.getByRole('button', { name: 'Try it' }).click();
  await expect(adding.alike).toBeVisible(LONG);
  await expect.poll(outside).toEqual([]);
});
