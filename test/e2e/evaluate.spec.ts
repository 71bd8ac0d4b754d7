/**
 * @file The Evaluate view in the real app: what is said before there is anything, the figures, the matrix by keys, charts and their
 * tables, comparisons.
 */
import fs from 'node:fs/promises';
import path from 'node:path';
import { expectAccessible } from './accessible';
import { EvaluatePage } from './pages/evaluatePage';
import { oneApp } from './oneApp';
import { photosOf, samplePhotos } from './photos';
import { expect, test } from './studio';

const KINDS = { fish: 4, bird: 4, castle: 4, windmill: 4 } as const;
const NAMES = ['Fish', 'Bird', 'Castle', 'Windmill'] as const;
/** What the page's policy refused, what broke in it, and what was asked of views that were left. */
const refused: string[] = [];

const app = oneApp(async (one) => {
  const { page } = one.studio;
  page.on('console', (message) => {
    if (/Content Security Policy|derived_inert/.test(message.text())) refused.push(message.text());
  });
  page.on('pageerror', (error) => refused.push(error.message));
  await one.open(await photosOf(one.home, KINDS));
});

const page = () => app.studio.page;
const view = () => new EvaluatePage(page());

test('says what to do while nothing is labelled', async () => {
  await page().keyboard.press('Control+5');
  await expect(page().getByRole('heading', { name: 'Nothing to evaluate yet' })).toBeVisible();
  await expectAccessible(page(), 'Evaluate, nothing labelled');
  await page().getByRole('button', { name: 'Go to Label' }).click();
  await expect(app.label.grid).toBeVisible();
});

test('tells the estimate from the accuracy, with intervals and counts', async () => {
  for (const [i, kind] of Object.keys(KINDS).entries()) {
    await app.label.selectRange(`${kind}-1.webp`, `${kind}-3.webp`);
    await app.label.newClass(NAMES[i] ?? '');
    await expect(app.label.labelled(NAMES[i] ?? '')).toHaveCount(3);
  }
  await view().open();
  const estimate = page().getByRole('region', { name: 'Estimate from the learning images' });
  await expect(estimate).toContainText(/\d+\s%/);
  await expect(estimate).toContainText(/95\s% interval \d+ to \d+\s%\. Counted on 12 images\./);
  const accuracy = page().getByRole('region', { name: 'Accuracy on this folder' });
  await expect(accuracy).toContainText('Not measured');
  await expect(view().question('How good is it?')).toContainText(/Estimate \d+\s%, no accuracy yet/);
  await expect(page().getByRole('heading', { name: 'What is this?' })).toBeVisible();
  await expectAccessible(page(), 'Evaluate, how good is it');
});

test('arrow keys lead from question to question', async () => {
  await view().question('How good is it?').focus();
  await page().keyboard.press('ArrowDown');
  await expect(view().question('Which classes are hard?')).toHaveAttribute('aria-selected', 'true');
  await expect(view().question('Which classes are hard?')).toBeFocused();
  for (const name of NAMES) await expect(view().answer.getByRole('row', { name })).toBeVisible();
  await page().getByRole('button', { name: 'Class', exact: true }).click();
  await expect(view().answer.getByRole('columnheader', { name: 'Class' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );
  await expect(view().answer.getByRole('rowheader')).toHaveText(NAMES);
  await expectAccessible(page(), 'Evaluate, classes');
});

test('the cells of the matrix are reached by keys, and lead to their images', async () => {
  await view().ask('What is taken for what?');
  await view()
    .matrix.getByRole('gridcell', { name: /images? of Fish, right$/ })
    .click();
  await page().keyboard.press('ArrowDown');
  await page().keyboard.press('ArrowRight');
  const cell = view().matrix.getByRole('gridcell', { name: /images? of Bird, right$/ });
  await expect(cell).toBeFocused();
  await expect(cell).toHaveAttribute('aria-selected', 'true');
  await expectAccessible(page(), 'Evaluate, confusion matrix');
  const images = Number(/^\d+/.exec((await cell.getAttribute('aria-label')) ?? '')?.[0]);
  expect(images).toBeGreaterThan(0);
  const about = page().getByRole('complementary', { name: 'About this' });
  await expect(about.getByRole('img')).toHaveCount(images);
  await page().keyboard.press('Enter');
  await expect(page().getByRole('option')).toHaveCount(images);
  await expect(app.label.labelled('Bird')).toHaveCount(images);
  await page().getByRole('button', { name: 'Clear filters' }).click();
});

test('a chart is drawn under the page’s policy, follows the theme, and is a table too', async () => {
  await view().open();
  await view().ask('Are its percentages honest?');
  const chart = page().getByRole('figure', { name: 'Reliability: said and found' });
  await expect(chart.locator('svg[class=marks]')).toBeVisible();
  await expectAccessible(page(), 'Evaluate, reliability');
  await chart.getByRole('button', { name: 'As a table' }).click();
  await expect(chart.getByRole('columnheader', { name: 'Were right' })).toBeVisible();
  await expect(chart.locator('svg[class=marks]')).toHaveCount(0);
  await expectAccessible(page(), 'Evaluate, reliability as a table');
  await chart.getByRole('button', { name: 'As a chart' }).click();
  await expect(chart.locator('svg[class=marks]')).toBeVisible();
});

test('more images, and a class that must not be missed: what there is to say, and what to do first', async () => {
  await view().ask('Do I need more images?');
  const chart = page().getByRole('figure', { name: 'Estimate by images per class' });
  await expect(chart.locator('svg[class=marks]')).toBeVisible();
  await expect(view().answer).toContainText('images per class');
  await expectAccessible(page(), 'Evaluate, more images');
  await view().ask('What must not be missed?');
  await expect(view().answer).toContainText('told from a blind check alone');
  await expect(view().answer.getByRole('button', { name: 'Go to Check' })).toBeVisible();
  await page().getByLabel('Class that must not be missed').selectOption({ label: 'Fish' });
  const all = view().answer.getByRole('table', { name: /Every class, missed at most 10/ });
  await expect(all.getByRole('row', { name: /Fish/ })).toContainText('needs 29 independent images');
  await expectAccessible(page(), 'Evaluate, what must not be missed');
});

test('methods are compared on the same images, and what came of it is kept', async () => {
  await view().ask('Is another method better?');
  for (const slow of ['Cosine softmax', 'Logistic regression'])
    await page().getByRole('checkbox', { name: slow }).uncheck();
  await expect(page().getByRole('checkbox', { name: 'Imprinting', exact: true })).toBeDisabled();
  await expectAccessible(page(), 'Evaluate, before a comparison');
  await page().getByRole('button', { name: 'Compare' }).click();
  const chart = page().getByRole('figure', { name: 'Difference to imprinting, in points' });
  await expect(chart.locator('svg[class=marks]')).toBeVisible();
  for (const name of ['Imprinting', 'Balanced imprinting', 'Nearest neighbour'])
    await expect(view().answer.getByRole('rowheader', { name, exact: true })).toBeVisible();
  await expect(page().getByRole('button', { name: /^Show the comparison of/ })).toHaveCount(1);
  await expectAccessible(page(), 'Evaluate, a comparison');
});

test('a method is looked at closer, beside the learning images', async () => {
  await page().getByRole('button', { name: 'What Nearest neighbour takes for what' }).click();
  const source = page().getByRole('button', { name: 'Comparison: Nearest neighbour' });
  await expect(source).toHaveAttribute('aria-pressed', 'true');
  const cell = view().matrix.getByRole('gridcell', { name: /[1-9]\d* images? of Fish, right$/ });
  await cell.click();
  const images = Number(/^\d+/.exec((await cell.getAttribute('aria-label')) ?? '')?.[0]);
  const about = page().getByRole('complementary', { name: 'About this' });
  await expect(about.getByRole('img')).toHaveCount(images);
  await page().getByRole('button', { name: 'Learning images' }).click();
  await expect(source).toHaveCount(0);
});

test('a comparison is saved as figures and as a report, and deleted when that was confirmed', async () => {
  await view().ask('Is another method better?');
  for (const [button, file, holds] of [
    ['Save figures (CSV)…', 'figures.csv', 'nearest'],
    ['Save report (HTML)…', 'report.html', '<svg'],
  ] as const) {
    const target = path.join(app.home, file);
    await app.studio.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, target);
    await page().getByRole('button', { name: button }).click();
    await expect(app.label.status).toContainText(`Written to`);
    await expect.poll(() => fs.readFile(target, 'utf8').catch(() => '')).toContain(holds);
  }
  await page()
    .getByRole('button', { name: /^Delete the comparison of/ })
    .click();
  await page().getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await expect(view().answer).toContainText('Nothing was compared yet');
  await expect(page().getByRole('button', { name: /^Show the comparison of/ })).toHaveCount(0);
});

test('ImageNet’s classes are not measured until a folder is given', async () => {
  await view().ask('Are ImageNet’s classes intact?');
  await expect(view().answer).toContainText('Not measured');
  await expectAccessible(page(), 'Evaluate, ImageNet’s classes');
});

test('a folder of images of ImageNet’s classes is measured, and none of them joins the project', async () => {
  const base = path.join(app.home, 'base');
  await fs.mkdir(path.join(base, 'hammer'), { recursive: true });
  for (const file of await samplePhotos('hammer', 4))
    await fs.copyFile(file, path.join(base, 'hammer', path.basename(file)));
  await app.studio.answerDialog(base);
  await view().ask('Are ImageNet’s classes intact?');
  await page().getByRole('button', { name: 'Choose a folder and measure' }).click();
  await expect(view().answer).toContainText(/of 4 images/);
  await expect(view().answer).toContainText(/\d+\s%/);
  await expect(app.label.status).toContainText('16 images read');
});

test('there is room for every question at the smallest size', async () => {
  await app.studio.resize(1024, 640);
  for (const question of await view().questions.all()) {
    await question.click();
    await expect(question).toHaveAttribute('aria-selected', 'true');
    expect(await page().evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(1024);
    expect(await page().evaluate(CUT)).toEqual([]);
  }
  await app.studio.resize(1280, 800);
});

test('nothing was refused by the policy, or asked of a view that was left', () => {
  expect(refused).toEqual([]);
});

/** Buttons whose words are cut off, and parts of the answer that reach out of it. */
const CUT = `[...document.querySelectorAll('[role=tabpanel] *')].flatMap((element) => {
  const panel = document.querySelector('[role=tabpanel]').getBoundingClientRect();
  const { left, right, width } = element.getBoundingClientRect();
  if (width === 0 || element.closest('.unseen, svg, .frame, .scroll')) return [];
  const outside = left < panel.left - 0.5 || right > panel.right + 0.5;
  const cut = element.matches('button:not(:has(.ellipsis))') && element.scrollWidth > element.clientWidth + 1;
  return outside || cut ? [element.outerHTML.slice(0, 120)] : [];
})`;
