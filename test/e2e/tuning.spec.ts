/**
 * @file The backbone is tuned on a project's labels in the real app: through the decoder, kept, seen by, exported from, and put away
 * again without reading anything.
 */
import fs from 'node:fs/promises';
import path from 'node:path';
import type { TuningState } from '../../main/contract/areas/tuning';
import { apply, cosines, undo } from './inPage/items';
import { labels, tell, tuningState } from './inPage/tuning';
import { LabelPage } from './pages/labelPage';
import { photosOf } from './photos';
import { countReads } from './reads';
import { expect, Studio, test } from './studio';

const KINDS = { fish: 6, windmill: 6, arch: 6 };
const PHOTOS = 18;

const state = ({ page }: Studio): Promise<TuningState> => page.evaluate(tuningState);
const likenesses = ({ page }: Studio): Promise<number[]> => page.evaluate(cosines);

/** What the guesses rest on, once there is one for each photo. */
async function allLikenesses(studio: Studio): Promise<number[]> {
  const isWhole = (all: number[]): boolean => all.length === PHOTOS && all.every(Number.isFinite);
  await expect.poll(async () => isWhole(await likenesses(studio))).toBe(true);
  return likenesses(studio);
}

/** Keeps what was trained, and waits until all photos are seen by it. */
async function kept(studio: Studio): Promise<number[]> {
  const reads = await countReads(studio);
  await studio.page.evaluate(tell, ['tuning:keep'] as const);
  await expect.poll(() => reads()).toBe(PHOTOS);
  await new LabelPage(studio.page).settled();
  expect((await state(studio)).standing.kind).toBe('tuned');
  return allLikenesses(studio);
}

/** Opens photos of three kinds, all labelled. */
async function opened(studio: Studio, home: string): Promise<LabelPage> {
  await studio.answerDialog(await photosOf(home, KINDS));
  await studio.page.getByRole('button', { name: /open a folder/i }).click();
  const page = new LabelPage(studio.page);
  await page.settled();
  await studio.page.evaluate(apply, await studio.page.evaluate(labels, Object.keys(KINDS)));
  await expect(page.labelled('fish')).toHaveCount(6);
  return page;
}

async function trained(studio: Studio): Promise<void> {
  await studio.page.evaluate(tell, ['tuning:start', { epochs: 4, seed: 1 }] as const);
  await expect.poll(async () => (await state(studio)).run?.status, { timeout: 90_000 }).toBe('ready');
}

test('a tuned backbone is kept, exported from, and put away without reading an image again', async ({
  home,
  studio,
}) => {
  await opened(studio, home);
  const before = await allLikenesses(studio);
  const reads = await countReads(studio);
  await trained(studio);
  expect(await reads()).toBe(PHOTOS);
  const { run } = await state(studio);
  expect(run).toMatchObject({ images: PHOTOS, groups: PHOTOS, classes: 3, leftOut: 0, trouble: null });
  expect(run?.report).toMatchObject({ better: true, before: { n: 3 }, agreement: { n: 3 } });
  // Nothing is changed until it is kept.
  expect(await likenesses(studio)).toEqual(before);

  const tuned = await kept(studio);
  expect(tuned).not.toEqual(before);

  const models = path.join(home, 'Models');
  await fs.mkdir(models);
  await studio.page.getByRole('navigation').getByRole('button', { name: 'Export' }).click();
  await studio.answerDialog(models);
  await studio.page.getByRole('button', { name: 'Choose a folder and export' }).click();
  const result = studio.page.getByRole('region', { name: 'Result' });
  await expect(result.getByText('Passed')).toHaveCount(2);
  const metadata = await fs.readFile(path.join(models, 'Pond model/savedmodel/metadata.json'), 'utf8');
  expect((JSON.parse(metadata) as { backbone: { id: string } }).backbone.id).toContain('-tuned-');

  const read = await reads();
  await studio.page.evaluate(tell, ['tuning:back'] as const);
  await expect.poll(() => likenesses(studio)).toEqual(before);
  await studio.page.evaluate(undo);
  await expect.poll(() => likenesses(studio)).toEqual(tuned);
  expect(await reads()).toBe(read);
});

test('it is found again after a restart, and out of use while a label that it learnt from is gone', async ({
  home,
}) => {
  const first = await Studio.start(home);
  await opened(first, home);
  await trained(first);
  const tuned = await kept(first);
  await first.close();

  const second = await Studio.start(home);
  const { page } = second;
  await page.getByRole('button', { name: /^Pond/ }).click();
  await new LabelPage(page).settled();
  expect(await allLikenesses(second)).toEqual(tuned);
  expect((await state(second)).standing.kind).toBe('tuned');
  const reads = await countReads(second);
  const item = (await page.evaluate(labels, ['fish']))[1]!;
  if (item.name !== 'label') throw new Error('no label');
  await page.evaluate(apply, [{ ...item, class: null }]);
  await expect.poll(async () => (await state(second)).standing.kind).toBe('out of use');
  expect(JSON.stringify((await state(second)).standing)).toContain('another label now');
  await page.evaluate(undo);
  await expect.poll(async () => (await state(second)).standing.kind).toBe('tuned');
  await expect.poll(() => likenesses(second)).toEqual(tuned);
  expect(await reads()).toBe(0);
  await second.close();
});
