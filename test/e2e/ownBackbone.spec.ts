/**
 * @file A model of the person's own becomes a backbone in the real app: looked at, tried through the app's own decoder, seen by,
 * recognised and removed; and one that reads files is not loaded.
 */
import { promises as fs } from 'node:fs';
import path from 'node:path';
import { naturalWidth } from './naturalWidth';
import { expectAccessible } from './accessible';
import { guessedClasses } from './inPage/items';
import { oneApp } from './oneApp';
import { ownModels, type OwnModels } from './ownModels';
import { AddBackboneDialog } from './pages/addBackboneDialog';
import { BackboneDialog } from './pages/backboneDialog';
import { photosOf } from './photos';
import { pidOf } from './processes';
import { expect, test } from './studio';

/** Against hanging: a busy machine loads and runs a model slowly. */
const LONG = { timeout: 120_000 };
test.setTimeout(300_000);

/** Of one whose description is cut off. */
const BROKEN = 'own-0123456789ab';

let models: OwnModels;
const app = oneApp(async (one) => {
  models = await ownModels(one.home);
  await one.open(await photosOf(one.home, { fish: 4, windmill: 4 }));
  await one.label.select('fish-1.webp');
  await one.label.newClass('Fish');
  await one.label.select('windmill-1.webp');
  await one.label.newClass('Windmill');
});
const adding = (): AddBackboneDialog => new AddBackboneDialog(app.studio.page);
const backbones = (): BackboneDialog => new BackboneDialog(app.studio.page);
const ownFolder = async (): Promise<string> =>
  path.join(await app.studio.app.evaluate(({ app: electron }) => electron.getPath('userData')), 'backbones');
const kept = async (): Promise<string[]> => fs.readdir(await ownFolder()).catch(() => []);
const choose = async (folder: string): Promise<void> => {
  await app.studio.answerDialog(folder);
  await adding().choose.or(adding().another).first().click();
};

test('a model that reads files is refused before it is loaded, and leaves nothing', async () => {
  const { page } = app.studio;
  await backbones().open('Pond');
  await adding().open();
  await expect(adding().root).toContainText('a folder with saved_model.pb');
  await expectAccessible(page, 'before a model is chosen');
  await choose(models.curious);
  await expect(adding().trouble).toContainText('ReadFile', LONG);
  await expectAccessible(page, 'a model that was refused');
  expect(await kept()).toEqual([]);
});

test('a LayersModel is found, compared and stopped', async () => {
  await choose(models.layers);
  await expect(adding().root).toContainText('TensorFlow.js LayersModel', LONG);
  await expect(adding().keep).toBeDisabled();
  // It stands still meanwhile, so that it is looked at while it runs.
  const trial = await pidOf(app.studio.app, 'model trial');
  process.kill(trial, 'SIGSTOP');
  await adding().compare.click();
  await expect(adding().root.getByRole('progressbar')).toBeVisible(LONG);
  await expectAccessible(app.studio.page, 'a model that is compared');
  await expect(adding().cancel).toBeVisible();
  process.kill(trial, 'SIGCONT');
  await adding().cancel.click(LONG);
  await expect(adding().compare).toBeEnabled(LONG);
  expect(await kept()).toHaveLength(1);
  await adding().compare.click();
  await expect(adding().root.getByText(/^\d+ of 50$/)).toHaveCount(7, LONG);
});

test('the SavedModel of Lite0 is tried, kept, and the project is seen by it', async () => {
  const { page } = app.studio;
  await choose(models.savedModel);
  await expect(adding().output('embedding')).toBeChecked(LONG);
  await expect(adding().output('logits')).not.toBeChecked();
  await adding().try.click();
  await expect(adding().alike).toBeVisible(LONG);
  await expect(adding().root).toContainText(/1\D?280/);
  await expect(adding().root).toContainText(/6\d of 72 photos|7\d of 72 photos/);
  const photo = adding().root.getByRole('img', { name: 'A photo of fish' });
  await expect.poll(() => naturalWidth(photo)).toBeGreaterThan(0);
  await expectAccessible(page, 'a model that was tried');
  await adding().name.fill('Lite0 once more');
  await adding().licence.fill('Apache-2.0');
  await adding().keep.click();

  await expect(backbones().choice('Lite0 once more')).toBeChecked();
  await expect(backbones().root).toContainText('your own');
  await expect(backbones().root).toContainText('images a second on the sample photos, when it was added');
  await expectAccessible(page, 'the list with a backbone of the person’s own');
  expect(await kept()).toEqual([expect.stringMatching(/^own-[0-9a-f]{12}$/)]);
  await backbones().apply.click();
  const guessed = async (): Promise<number> => Object.keys(await page.evaluate(guessedClasses)).length;
  await expect.poll(guessed, LONG).toBe(8);
});

test('the same model is recognised; in use it stays, else it is removed after a question', async () => {
  const { studio } = app;
  const { page } = studio;
  await backbones().open('Pond');
  await expect(backbones().choice('Lite0 once more')).toBeChecked();
  await expect(page.getByRole('button', { name: /^Remove/ })).toHaveCount(0);
  await adding().open();
  await choose(models.savedModel);
  await expect(adding().root).toContainText('in the list already, as ‘Lite0 once more’', LONG);
  await adding().try.click();
  await expect(adding().root).toContainText('This is the backbone ‘Lite0 once more’', LONG);
  await expect(adding().keep).toBeDisabled();
  await page.keyboard.press('Escape');
  await expect(adding().root).toBeHidden();
  await expect.poll(async () => (await kept()).length).toBe(1);

  await page.keyboard.press('Control+z');
  const broken = path.join(await ownFolder(), BROKEN);
  await fs.mkdir(broken);
  await fs.writeFile(path.join(broken, 'backbone.json'), '{"schema": 1,');
  await backbones().open('Pond');
  await backbones().choice('Lite0 once more').check();
  const questions = await studio.answerQuestions(0);
  await page.getByRole('button', { name: 'Remove Lite0 once more…' }).click();
  await expect(backbones().choice('Lite0 once more')).toHaveCount(0);
  expect((await questions.asked())[0]).toContain('Remove the backbone ‘Lite0 once more’?');
  expect(await kept()).toEqual([BROKEN]);
});

test('one that is damaged is told of with the reason, and can be removed', async () => {
  const { studio } = app;
  const told = backbones().root.getByRole('alert').filter({ hasText: 'One of your own is damaged.' });
  await expect(told).toContainText(
    /own-0123456789ab\/backbone\.json cannot be read: .*\. Add the same model/,
  );
  await expectAccessible(studio.page, 'a damaged backbone of the person’s own');
  const questions = await studio.answerQuestions(0);
  await backbones()
    .root.getByRole('button', { name: `Remove ${BROKEN}…` })
    .click();
  await expect(told).toHaveCount(0);
  expect((await questions.asked())[0]).toContain(`Remove the backbone ‘${BROKEN}’?`);
  expect(await kept()).toEqual([]);
});

test('a project that is seen by one that was removed says which it was, and goes back by undo', async () => {
  const { page } = app.studio;
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Shift+z');
  const banner = page.getByRole('status').filter({ hasText: 'is not installed here' });
  await expect(banner).toContainText(
    /‘Lite0 once more’ \(own-[0-9a-f]{12}\) of this project is not installed/,
  );
  await expect(banner).toContainText('a TensorFlow SavedModel that gets 224 × 224 pixels');
  const guessed = async (): Promise<number> => Object.keys(await page.evaluate(guessedClasses)).length;
  await expect.poll(guessed).toBe(0);
  await expectAccessible(page, 'a project whose backbone is not installed');
  await page.keyboard.press('Control+z');
  await expect(banner).toHaveCount(0);
  await expect.poll(guessed).toBeGreaterThan(0);
});
