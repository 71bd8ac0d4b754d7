/**
 * @file The backbone is tuned on a project's labels in the real app: through the decoder, kept, seen by, exported from, and put away
 * again without reading anything.
 */
import fs from 'node:fs/promises';
import path from 'node:path';
import type { TuningState } from '../../main/contract/areas/tuning';
import { apply, cosines, undo } from './inPage/items';
import { labels, tell, tuningState } from './inPage/tuning';
import { oneApp } from './oneApp';
import { ExportPage } from './pages/exportPage';
import { photosOf } from './photos';
import { countReads } from './reads';
import { expect, test } from './studio';

const KINDS = { fish: 6, windmill: 6, arch: 6 };
const PHOTOS = 18;

const app = oneApp(async (one) => {
  await one.open(await photosOf(one.home, KINDS));
  const { page } = one.studio;
  await page.evaluate(apply, await page.evaluate(labels, Object.keys(KINDS)));
  await expect(one.label.labelled('fish')).toHaveCount(6);
});

const state = (): Promise<TuningState> => app.studio.page.evaluate(tuningState);
const likenesses = (): Promise<number[]> => app.studio.page.evaluate(cosines);

/** What the guesses rest on, once there is one for each photo. */
async function allLikenesses(): Promise<number[]> {
  const isWhole = (all: number[]): boolean => all.length === PHOTOS && all.every(Number.isFinite);
  await expect.poll(async () => isWhole(await likenesses())).toBe(true);
  return likenesses();
}

let before: number[] = [];
let tuned: number[] = [];

test('a backbone is tuned on all labels, and nothing is changed until it is kept', async () => {
  const { label, studio } = app;
  before = await allLikenesses();
  let reads = await countReads(studio);
  await studio.page.evaluate(tell, ['tuning:start', { epochs: 2, seed: 1 }] as const);
  await expect.poll(async () => (await state()).run?.status, { timeout: 90_000 }).toBe('ready');
  expect(await reads()).toBe(PHOTOS);
  const { run } = await state();
  expect(run).toMatchObject({ images: PHOTOS, groups: PHOTOS, classes: 3, leftOut: 0, trouble: null });
  expect(run?.report).toMatchObject({ better: true, before: { n: 3 }, agreement: { n: 3 } });
  expect(await likenesses()).toEqual(before);

  reads = await countReads(studio);
  await studio.page.evaluate(tell, ['tuning:keep'] as const);
  await expect.poll(() => reads()).toBe(PHOTOS);
  await label.settled();
  expect((await state()).standing.kind).toBe('tuned');
  tuned = await allLikenesses();
  expect(tuned).not.toEqual(before);
});

test('it is exported from, and put away without reading an image again', async () => {
  const { home, studio } = app;
  const models = path.join(home, 'Models');
  await fs.mkdir(models);
  const view = new ExportPage(studio.page);
  await view.open();
  await studio.answerDialog(models);
  await view.run();
  await expect(view.result.getByText('Passed')).toHaveCount(2);
  const metadata = await fs.readFile(path.join(models, 'Pond model/savedmodel/metadata.json'), 'utf8');
  expect((JSON.parse(metadata) as { backbone: { id: string } }).backbone.id).toContain('-tuned-');

  const reads = await countReads(studio);
  await studio.page.evaluate(tell, ['tuning:back'] as const);
  await expect.poll(likenesses).toEqual(before);
  await studio.page.evaluate(undo);
  await expect.poll(likenesses).toEqual(tuned);
  expect(await reads()).toBe(0);
});

test('it is found again after a restart, and out of use while a label that it learnt from is gone', async () => {
  await app.restart();
  const { label, studio } = app;
  const { page } = studio;
  await page.getByRole('button', { name: /^Pond/ }).click();
  await label.settled();
  expect(await allLikenesses()).toEqual(tuned);
  expect((await state()).standing.kind).toBe('tuned');
  const reads = await countReads(studio);
  const item = (await page.evaluate(labels, ['fish']))[1]!;
  if (item.name !== 'label') throw new Error('no label');
  await page.evaluate(apply, [{ ...item, class: null }]);
  await expect.poll(async () => (await state()).standing.kind).toBe('out of use');
  expect(JSON.stringify((await state()).standing)).toContain('another label now');
  await page.evaluate(undo);
  await expect.poll(async () => (await state()).standing.kind).toBe('tuned');
  await expect.poll(likenesses).toEqual(tuned);
  expect(await reads()).toBe(0);
});
