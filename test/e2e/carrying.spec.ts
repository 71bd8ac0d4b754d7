/** @file A project is carried to another machine, with its images, and without them. */
import fs from 'node:fs/promises';
import path from 'node:path';
import { naturalWidth } from './naturalWidth';
import { OneApp, oneApp } from './oneApp';
import { blankSilently, photosOf } from './photos';
import { expect, test, type Studio } from './studio';

const app = oneApp(async (one) => {
  await one.open(await photosOf(one.home, { fish: 5, windmill: 5 }));
  for (const [name, kind] of [
    ['Fish', 'fish'],
    ['Windmill', 'windmill'],
  ] as const) {
    await one.label.select(`${kind}-1.webp`, `${kind}-2.webp`, `${kind}-3.webp`);
    await one.label.newClass(name);
    await expect(one.label.labelled(name)).toHaveCount(3);
  }
  await expect(one.label.guessed('Fish')).toHaveCount(2);
  await expect(one.label.guessed('Windmill')).toHaveCount(2);
  await one.label.settled();
  await one.studio.page.keyboard.press('Control+w');
  await expect(one.studio.page.getByRole('button', { name: 'Try the sample' })).toBeVisible();
});

const PROJECT = path.join('Imprint Studio', 'Pond.imprint');
const CACHE = path.join('cache', 'embeddings');

/** Another machine, to which it is carried twice: nothing of this one is there but what is carried. */
const other = new OneApp();
test.beforeAll(() => other.start());
test.afterAll(() => other.end());

async function openThere(project: string): Promise<void> {
  await other.studio.answerDialog(project);
  await other.studio.page.getByRole('button', { name: 'Open a project' }).click();
}

const banner = ({ page }: Studio) =>
  page.getByRole('status').filter({ hasText: /The folder .*Pond is not there/ });

/** What the engine keeps: a file that is written only where something was embedded. */
async function embeddings(project: string): Promise<string[]> {
  const folder = path.join(project, CACHE);
  const names = (await fs.readdir(folder)).filter((name) => name.endsWith('.embeddings')).sort();
  return Promise.all(names.map(async (name) => `${name} ${(await fs.stat(path.join(folder, name))).size}`));
}

test('without its images it keeps labels, classes and guesses, and says why nothing is seen', async () => {
  const { studio, label } = other;
  const project = path.join(other.home, 'Pond.imprint');
  await fs.cp(path.join(app.home, PROJECT), project, { recursive: true });
  await fs.rename(path.join(app.home, 'Pond'), path.join(app.home, 'Elsewhere'));
  await openThere(project);
  const before = await embeddings(project);
  await expect(banner(studio)).toContainText('What is known of its 10 images is kept.');
  await expect(label.labelled('Fish')).toHaveCount(3);
  await expect(label.guessed('Fish')).toHaveCount(2);
  await expect(label.guessed('Windmill')).toHaveCount(2);
  await expect(label.cell('fish-4.webp')).toHaveAccessibleName(/guess Fish.*, no longer in its folder/);
  await label.select('fish-4.webp');
  const details = studio.page.getByRole('complementary', { name: 'Selected image' });
  await expect(details).toContainText(
    /The folder .*Pond is not there. What was decided about its images is kept/,
  );

  // Who knows what it is may say so, and is learnt from.
  await studio.page.keyboard.press('1');
  await expect(label.labelled('Fish')).toHaveCount(4);
  await expect(label.status).toContainText('7 of 10 labelled');
  await expect(label.guessed('Fish')).toHaveCount(1);

  // A model that could not be checked with images is not exported.
  await studio.page.getByRole('button', { name: 'Export', exact: true }).click();
  await studio.answerDialog(path.dirname(project));
  await studio.page.getByRole('button', { name: 'Choose a folder and export' }).click();
  await expect(studio.page.getByRole('alert').filter({ hasText: /check/ })).toBeVisible();
  expect(await embeddings(project)).toEqual(before);
  await studio.page.keyboard.press('Control+w');
});

test('with its images, at another place and with other times, nothing is embedded again', async () => {
  const { studio, label } = other;
  const project = path.join(other.home, 'Documents', 'Pond.imprint');
  const place = path.join(other.home, 'Pictures', 'Pond');
  await fs.cp(path.join(app.home, PROJECT), project, { recursive: true });
  // As a copy over a memory card does: the bytes are the same, the times are not.
  await fs.cp(path.join(app.home, 'Elsewhere'), place, { recursive: true });
  await fs.copyFile(path.join(place, 'fish-5.webp'), path.join(place, 'new.webp'));
  await openThere(project);
  const before = await embeddings(project);
  await studio.answerDialog(place);
  await banner(studio).getByRole('button', { name: 'Where is it now…' }).click();
  await expect(banner(studio)).toBeHidden();
  await expect(label.cell('fish-1.webp')).toHaveAccessibleName(/labelled Fish$/);
  await expect(label.guessed('Fish')).toHaveCount(3);
  await label.settled();
  await expect(label.status).toContainText('11 images read');
  await expect(studio.page.getByRole('option', { name: /no longer/ })).toHaveCount(0);
  const picture = label.cell('windmill-4.webp').locator('img');
  await expect.poll(() => naturalWidth(picture)).toBeGreaterThan(0);
  expect(await embeddings(project)).toEqual(before);
});

test('on the same machine, moved with its times, no image is opened at all', async () => {
  const { label, studio } = app;
  const place = path.join(app.home, 'Moved', 'Pond');
  await fs.mkdir(path.dirname(place));
  await fs.rename(path.join(app.home, 'Elsewhere'), place);
  await blankSilently(place);
  const project = path.join(app.home, 'Moved', 'Pond.imprint');
  await fs.rename(path.join(app.home, PROJECT), project);
  await studio.answerDialog(project);
  await studio.page.getByRole('button', { name: 'Open a project' }).click();
  await studio.answerDialog(place);
  await banner(studio).getByRole('button', { name: 'Where is it now…' }).click();
  await expect(banner(studio)).toBeHidden();
  await expect(label.guessed('Fish')).toHaveCount(2);
  await expect(label.cell('windmill-5.webp')).toHaveAccessibleName(/guess Windmill/);
  await expect(label.status).toContainText('10 images read');
  await expect(label.status).not.toContainText('could not be read');
  await expect(studio.page.getByRole('option', { name: /could not be read|no longer/ })).toHaveCount(0);
});
