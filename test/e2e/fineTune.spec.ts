/** @file The Fine-tune view in the real app: a run, what it is compared with, keeping it, what takes it out of use, and the export of it. */
import fs from 'node:fs/promises';
import path from 'node:path';
import type { Metadata } from '../../main/engine/modelFile/metadata';
import { expectAccessible } from './accessible';
import { ExportPage } from './pages/exportPage';
import { FineTunePage } from './pages/fineTunePage';
import { oneApp } from './oneApp';
import { photosOf } from './photos';
import { expect, test } from './studio';

const KINDS = { fish: 8, bird: 8, castle: 6, windmill: 7 } as const;
const NAMES = ['Fish', 'Bird', 'Castle', 'Windmill'] as const;
/** What the page's policy refused, and what broke in it. */
const refused: string[] = [];

const app = oneApp(async (one) => {
  const { page } = one.studio;
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) refused.push(message.text());
  });
  page.on('pageerror', (error) => refused.push(error.message));
  await one.open(await photosOf(one.home, KINDS));
});

const page = () => app.studio.page;
const view = () => new FineTunePage(page());

test('says what to do while nothing is labelled', async () => {
  await view().open();
  await expect(page().getByRole('heading', { name: 'Nothing to train on yet' })).toBeVisible();
  await expect(view().button('Train')).toBeDisabled();
  await expect(view().source).toContainText('Imprinting');
  await expectAccessible(page(), 'Fine-tune, nothing labelled');
  await view().button('Go to Label').click();
  await expect(app.label.grid).toBeVisible();
});

test('refuses a single class in a sentence, and nothing is lost', async () => {
  await app.label.select('fish-1.webp', 'fish-2.webp');
  await app.label.newClass('Fish');
  // The window shows a label before main has it.
  await expect(page().getByRole('button', { name: 'Undo: Label 2 images as Fish' })).toBeVisible();
  await view().open();
  await view().button('Train').click();
  await expect(page().getByText('belong to one class, so there is nothing to tell apart')).toBeVisible();
  await page().getByRole('button', { name: 'Dismiss' }).click();
  await page().keyboard.press('Control+1');
  await app.label.selectRange('fish-3.webp', 'fish-5.webp');
  await page().keyboard.press('1');
});

test('trains, with curves, and compares before and after on the same held-out images', async () => {
  for (const [i, kind] of Object.keys(KINDS).entries()) {
    if (i === 0) continue;
    await app.label.selectRange(`${kind}-1.webp`, `${kind}-5.webp`);
    await app.label.newClass(NAMES[i] ?? '');
    await expect(app.label.labelled(NAMES[i] ?? '')).toHaveCount(5);
  }
  await view().open();
  await expect(page().getByRole('heading', { name: 'Ready to train' })).toBeVisible();
  await expectAccessible(page(), 'Fine-tune, ready');
  await view().train();
  const outcome = page().getByRole('region', { name: 'Before and after, on the same held-out images' });
  await expect(outcome).toContainText(/No difference that 20 held-out images can show|than imprinting by/);
  await expect(outcome).toContainText(/Counted on 20 images/);
  await expect(page().getByRole('figure', { name: /^Held-out images told right/ })).toBeVisible();
  await page().getByRole('figure', { name: /^Loss/ }).getByRole('button', { name: 'As a table' }).click();
  await expect(page().getByRole('columnheader', { name: 'Loss' })).toBeVisible();
  await expectAccessible(page(), 'Fine-tune, trained');
});

test('guesses come from it once it is kept, and do not know what was labelled since', async () => {
  await view().button('Keep it').click();
  await expect(view().source).toContainText('A fine-tuned head: Cosine softmax');
  await expect(view().source).toContainText(/Trained on 20 images of 4 classes/);
  await page().keyboard.press('Control+1');
  await app.label.select('fish-6.webp');
  await page().keyboard.press('1');
  await view().open();
  await expect(view().source).toContainText('It does not know the one label given since.');
  await expectAccessible(page(), 'Fine-tune, kept');
});

test('the exported model gives the same probabilities as the window', async () => {
  const exports = path.join(app.home, 'exports');
  await fs.mkdir(exports, { recursive: true });
  const exporting = new ExportPage(page());
  await page().keyboard.press('Control+4');
  await app.studio.answerDialog(exports);
  await exporting.run();
  await expect(exporting.result.getByText('Passed')).toHaveCount(2, { timeout: 120_000 });
  const [folder] = await fs.readdir(exports);
  const metadata = path.join(exports, folder ?? '', 'tfjs', 'metadata.json');
  const said = JSON.parse(await fs.readFile(metadata, 'utf8')) as Metadata;
  expect(said).toMatchObject({ method: 'softmax', scale: null });
  expect(said.rejection).toMatchObject({
    threshold: null,
    heldOutGroups: 20,
    groupsNeeded: 19,
    reason: null,
  });
  expect(Number.isFinite(said.rejection.logit)).toBe(true);
  expect(Number.isFinite(said.rejection.foreignAccepted)).toBe(true);
});

test('is out of use once a label that it learnt from is taken away, and back when that is undone', async () => {
  await page().keyboard.press('Control+1');
  await app.label.select('fish-1.webp');
  await page().keyboard.press('Delete');
  await view().open();
  await expect(view().source).toContainText('the fine-tuned head is out of use');
  await expect(view().source).toContainText('An image that it learnt from was taken away');
  await expectAccessible(page(), 'Fine-tune, out of use');
  await page().keyboard.press('Control+z');
  await expect(view().source).toContainText('A fine-tuned head: Cosine softmax');
});

test('is there again when the project is opened anew, and one click goes back to imprinting', async () => {
  await page().keyboard.press('Control+w');
  await page().getByRole('button', { name: /^Pond/ }).click();
  await app.label.settled();
  await view().open();
  await expect(view().source).toContainText('A fine-tuned head: Cosine softmax');
  await view().button('Back to imprinting').click();
  await expect(view().source).toContainText('Each class is the mean of its images');
  await page().keyboard.press('Control+z');
  await expect(view().source).toContainText('A fine-tuned head: Cosine softmax');
});

test('says how own classes stand beside those of the backbone, and leaves out what collides', async () => {
  await view().button('Back to imprinting').click();
  await page().keyboard.press('Control+1');
  await page().getByRole('button', { name: '+ ImageNet’s' }).click();
  await view().open();
  const joins = page().getByRole('region', { name: 'Your classes beside ImageNet’s' });
  await expect(joins).toContainText(/At this γ \d+\s% of \d+ held-out images/);
  await expect(joins).toContainText('Not measured');
  const first = joins.getByRole('button', { name: /^Leave it out: / }).first();
  const label = ((await first.getAttribute('aria-label')) ?? '').replace('Leave it out: ', '');
  await first.click();
  await expect(joins.getByRole('button', { name: `Take ${label} back` })).toBeVisible();
  await expect(joins.getByRole('button', { name: `Leave it out: ${label}` })).toHaveCount(0);
  await joins.getByRole('slider').fill('2');
  await expect(joins.getByRole('status')).toHaveText('2');
  await expectAccessible(page(), 'Fine-tune, beside base classes');
  await page().keyboard.press('Control+z');
  await page().keyboard.press('Control+z');
  await expect(joins.getByRole('button', { name: `Leave it out: ${label}` })).toBeVisible();
});

test('the page’s policy let all of it through', () => {
  expect(refused).toEqual([]);
});
