/**
 * @file Purging: what was removed can be read from the project's folder until then, and from no byte of it afterwards. With an image
 * that was deleted, its class and its label, a box that was taken away, and an image that is excluded.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { expectAccessible } from './accessible';
import { oneApp } from './oneApp';
import { BoxesPage } from './pages/boxesPage';
import { photosOf, samplePhotos } from './photos';
import { expect, test } from './studio';

const FILE = 'cryptobranchus.webp';
const CLASS = 'Hellbender';
const HEADER = 4096;

const app = oneApp(async (one) => {
  const folder = await photosOf(one.home, { fish: 4, castle: 4 });
  const [bird = ''] = await samplePhotos('bird', 1);
  await fs.copyFile(bird, path.join(folder, FILE));
  await one.open(folder);
});
const project = (): string => path.join(app.home, 'Imprint Studio', 'Pond.imprint');
const file = (name: string): string => path.join(app.home, 'Pond', name);

/** Files below a folder in which these bytes are. */
function holding(folder: string, bytes: Buffer | string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => {
    const place = path.join(folder, name);
    return (
      statSync(place).isFile() && (name.includes(bytes.toString()) || readFileSync(place).includes(bytes))
    );
  });
}

const hashes = new Map<string, Buffer>();
const embeddings = new Map<string, Buffer>();

/** Notes what there is of an image: the hash of its content, and the first values of its embedding. */
async function note(name: string): Promise<void> {
  const hash = createHash('sha256')
    .update(await fs.readFile(file(name)))
    .digest();
  const folder = path.join(project(), 'cache', 'embeddings');
  for (const one of await fs.readdir(folder)) {
    const bytes = await fs.readFile(path.join(folder, one));
    const at = bytes.indexOf(hash);
    if (at >= 0) embeddings.set(name, bytes.subarray(at + 32, at + 32 + 256));
  }
  hashes.set(name, hash);
}

test('until then, what was removed is still in the project’s folder', async () => {
  const { classes, label, studio } = app;
  const { page } = studio;
  for (const [name, files] of [
    ['Fish', ['fish-1.webp', 'fish-2.webp', 'fish-3.webp']],
    ['Castle', ['castle-1.webp', 'castle-2.webp', 'castle-3.webp']],
    [CLASS, [FILE]],
  ] as const) {
    await label.select(...files);
    await label.newClass(name);
    await expect(classes.row(name)).toHaveAccessibleName(new RegExp(`${files.length} labelled`));
  }
  await label.settled();
  for (const name of [FILE, 'fish-4.webp', 'castle-4.webp']) await note(name);
  expect([...embeddings.keys()]).toEqual([FILE, 'fish-4.webp', 'castle-4.webp']);
  await label.select('castle-1.webp');
  await page.keyboard.press('b');
  const boxes = new BoxesPage(page);
  await boxes.drag([0.2, 0.2], [0.7, 0.8]);
  await expect(boxes.entry(1)).toHaveAccessibleName(/^Box 1, guess /);
  await boxes.drawn.first().click();
  await page.keyboard.press('Delete');
  await expect(boxes.drawn).toHaveCount(0);
  await page.keyboard.press('Escape');
  await label.select('castle-4.webp');
  await page.keyboard.press('x');
  await expect(label.cell('castle-4.webp')).toHaveAccessibleName(/excluded/);
  await classes.choose(CLASS, 'Delete');
  await classes.confirm(`Delete ${CLASS}?`, 'Delete');
  await fs.rm(file(FILE));
  await expect(label.cell(FILE)).toHaveAccessibleName(/no longer in its folder/);
  await label.settled();
  for (const trace of [FILE, CLASS, embeddings.get(FILE)!, embeddings.get('castle-4.webp')!])
    expect(holding(project(), trace).length).toBeGreaterThan(0);
});

test('the dialog lists it in plain words, and asks once more', async () => {
  const { page } = app.studio;
  await page.getByRole('button', { name: /^Project / }).click();
  await page.getByRole('menuitem', { name: 'Purge…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Forget what was removed' });
  const list = dialog.getByRole('list', { name: 'What would be removed' }).getByRole('listitem');
  await expect(
    list.filter({ hasText: /^The history of \d+ changes: undo will not reach back/ }),
  ).toBeVisible();
  await expect(list.filter({ hasText: /older states? of the project/ })).toBeVisible();
  await expect(list.filter({ hasText: /^Thumbnails of 2 images and boxes/ })).toBeVisible();
  await expect(list.filter({ hasText: /^Embeddings of 3 images and boxes/ })).toBeVisible();
  await expect(list.filter({ hasText: /^Names of 1 image file: / })).toBeVisible();
  await expect(dialog).toContainText('Out of reach');
  const remove = dialog.getByRole('button', { name: 'Remove for good' });
  await expect(remove).toBeDisabled();
  await expectAccessible(page, 'what would be purged');
  await dialog.getByRole('checkbox', { name: 'I know that none of this can be undone' }).check();
  await remove.click();
});

test('afterwards no byte of the folder tells of it, and it is listed what went', async () => {
  const { label, studio } = app;
  const { page } = studio;
  const dialog = page.getByRole('dialog', { name: 'Purged' });
  const removed = dialog.getByRole('list', { name: 'What was removed' }).getByRole('listitem');
  await expect(removed).toHaveCount(5);
  await expect(dialog).not.toContainText('Still there');
  await expectAccessible(page, 'what was purged');
  await dialog.getByRole('button', { name: 'Close' }).click();
  for (const trace of [
    FILE,
    CLASS,
    hashes.get(FILE)!,
    embeddings.get(FILE)!,
    embeddings.get('castle-4.webp')!,
  ])
    expect(holding(project(), trace)).toEqual([]);
  expect(holding(path.join(app.home, '.cache'), hashes.get(FILE)!)).toEqual([]);
  const folder = path.join(project(), 'cache', 'embeddings');
  const sizes = await Promise.all(
    (await fs.readdir(folder)).map(async (name) => (await fs.stat(path.join(folder, name))).size),
  );
  expect(sizes.sort((a, b) => a - b)[0]).toBe(HEADER);
  // What is in the project is as it was.
  expect(holding(project(), embeddings.get('fish-4.webp')!)).toHaveLength(1);
  await expect(label.labelled('Castle')).toHaveCount(3);
  await expect(label.guessed('Fish')).toHaveCount(1);
  await expect(page.getByRole('button', { name: 'Nothing to undo' })).toBeDisabled();
  await expect(page.getByRole('contentinfo').getByRole('button', { name: 'Undo' })).toHaveCount(0);
  await page.getByRole('button', { name: /^Project / }).click();
  await page.getByRole('menuitem', { name: 'Purge…' }).click();
  await expect(page.getByRole('dialog')).toContainText('There is nothing to purge');
  await page.getByRole('button', { name: 'Close' }).click();
});

test('an excluded image is read when it takes part again', async () => {
  const { label, studio } = app;
  // To the last digit, although it is computed alone now and was among others before.
  const kept = (): string[] => holding(project(), embeddings.get('castle-4.webp')!);
  expect(kept()).toEqual([]);
  await label.select('castle-4.webp');
  await studio.page.keyboard.press('x');
  await expect(await label.find('castle-4.webp')).toHaveAccessibleName(/guess Castle/);
  await expect.poll(kept).toHaveLength(1);
});

test('nor after the project was closed and opened again', async () => {
  const { home, label, studio } = app;
  await studio.page.keyboard.press('Control+w');
  await expect(studio.page.getByRole('button', { name: 'Try the sample' })).toBeVisible();
  for (const trace of [FILE, CLASS, hashes.get(FILE)!, embeddings.get(FILE)!])
    expect(holding(project(), trace)).toEqual([]);
  await app.open(path.join(home, 'Pond'));
  await expect(label.labelled('Fish')).toHaveCount(3);
  await expect(label.guessed('Castle')).toHaveCount(1);
});
