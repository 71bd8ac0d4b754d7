/** @file What a person sees when a project cannot be saved, is open elsewhere, is broken, or comes from a newer version. */
import fs from 'node:fs/promises';
import path from 'node:path';
import { fillable, type Fillable } from './fullDisk';
import { LabelPage } from './pages/labelPage';
import { photosOf } from './photos';
import { oneApp } from './oneApp';
import { temporaryHome } from './homes';
import { expect, Studio, test } from './studio';

const PROJECTS = 'Imprint Studio';
let disk: Fillable | null = null;

const app = oneApp(async (one) => {
  disk = await fillable(path.join(one.home, PROJECTS), 'Pond.imprint');
  one.atEnd(() => disk?.remove());
  await one.open(await photosOf(one.home, { fish: 3, windmill: 3 }));
  await one.label.select('fish-1.webp');
  await one.label.newClass('Fish');
  await one.label.settled();
});

const project = (): string => path.join(app.home, PROJECTS, 'Pond.imprint');
const document = (): string => path.join(project(), 'project.json');
const readOnly = () => app.studio.page.getByText('This project can be looked at but not changed.');

async function openRecent(studio: Studio): Promise<void> {
  await studio.page.getByRole('button', { name: /^Pond/ }).click();
}

/** The project's file is nobody's now. */
async function closeProject({ page }: Studio): Promise<void> {
  await page.keyboard.press('Control+w');
  await expect(page.getByRole('button', { name: 'Try the sample' })).toBeVisible();
}

test('what cannot be saved is kept and said, and is saved when there is room again', async () => {
  test.skip(disk === null, 'No disk can be mounted here, and permissions do not bind root.');
  const { label, studio } = app;
  await disk?.refuse();
  await label.select('windmill-1.webp');
  await label.newClass('Windmill');
  const banner = studio.page.getByRole('alert').filter({ hasText: 'The last change is not on disk yet.' });
  await expect(banner).toContainText('kept in this window');
  await expect(label.status).toContainText('Not saved');
  await banner.getByRole('button', { name: 'Try again' }).click();
  await expect(banner).toBeVisible();
  expect(await fs.readFile(document(), 'utf8')).not.toContain('Windmill');

  await disk?.allow();
  await banner.getByRole('button', { name: 'Try again' }).click();
  await expect(banner).toBeHidden();
  await expect(label.cell('windmill-1.webp')).toHaveAccessibleName(/labelled Windmill/);
  await label.settled();
  expect(await fs.readFile(document(), 'utf8')).toContain('Windmill');
});

test('a second window may look at the project, but not change it', async () => {
  const home = await temporaryHome();
  const second = await Studio.start(home);
  await second.answerDialog(project());
  await second.page.getByRole('button', { name: 'Open a project' }).click();
  await expect(second.page.getByText(/Pond has been open in another window since/)).toBeVisible();
  const label = new LabelPage(second.page);
  await expect(label.labelled('Fish')).toHaveCount(1);
  await expect(label.guessed('Fish').first()).toBeVisible();
  await label.select('fish-2.webp');
  await second.page.keyboard.press('1');
  await expect(second.page.getByRole('region', { name: 'Messages' })).toContainText('but not changed');
  await expect(label.labelled('Fish')).toHaveCount(1);
  await expect(second.page.getByRole('button', { name: 'New class' })).toBeDisabled();
  await second.close();
  await fs.rm(home, { recursive: true, force: true });
});

test('a broken project comes back from its backup, but only after a yes', async () => {
  const { label, studio } = app;
  await closeProject(studio);
  await fs.writeFile(document(), '{"schema":1,"cla');
  const no = await studio.answerQuestions(1);
  await openRecent(studio);
  await expect(studio.page.getByRole('alert')).toContainText('That could not be opened');
  expect(await no.asked()).toEqual([expect.stringMatching(/Use the backup of Pond\?.*damaged or cut off/)]);
  expect(await fs.readFile(document(), 'utf8')).toBe('{"schema":1,"cla');
  // What a full disk kept from being written may still be told beside it.
  await studio.page.getByRole('alert').getByRole('button', { name: 'Dismiss' }).click();

  await studio.answerQuestions(0);
  await openRecent(studio);
  await expect(label.labelled('Fish')).toHaveCount(1);
  await expect(readOnly()).toBeHidden();
  await label.settled();
  expect((await fs.readdir(project())).filter((name) => name.startsWith('project.broken-'))).toHaveLength(1);
});

test('a project of a newer version can be looked at, but not changed', async () => {
  const { label, studio } = app;
  await closeProject(studio);
  const written = JSON.parse(await fs.readFile(document(), 'utf8')) as Record<string, unknown>;
  await fs.writeFile(document(), JSON.stringify({ ...written, schema: 99, zones: [] }));
  await openRecent(studio);
  await expect(readOnly()).toBeVisible();
  await expect(studio.page.getByText(/written by a newer version of Imprint Studio/)).toBeVisible();
  await expect(label.labelled('Fish')).toHaveCount(1);
  await studio.page.keyboard.press('x');
  await expect(label.cell('fish-1.webp')).toHaveAccessibleName(/labelled Fish$/);
  expect(JSON.parse(await fs.readFile(document(), 'utf8'))).toMatchObject({ schema: 99 });
});
