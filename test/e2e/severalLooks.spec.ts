/**
 * @file A class of several looks: what several prototypes would bring is told, offered where it helps, said in the class's line
 * and in exports, and taken back. With photos of the sample, two of whose classes are labelled as one.
 */
import fs from 'node:fs/promises';
import path from 'node:path';
import { expectAccessible } from './accessible';
import { oneApp } from './oneApp';
import { exported } from './pages/exportPage';
import { photosOf } from './photos';
import { expect, test } from './studio';

const COUNTS = { fish: 9, castle: 6, arch: 6, bird: 8, church: 6, hammer: 7 };
/** What is in them is told apart by anybody. */
const MIXED = ['fish', 'castle'] as const;
const NAME = 'Mixed';

const app = oneApp(async (one) => one.open(await photosOf(one.home, COUNTS)));
const files = (kind: keyof typeof COUNTS): string[] =>
  Array.from({ length: COUNTS[kind] }, (_, i) => `${kind}-${i + 1}.webp`);
const dialogOf = (name: string) =>
  app.studio.page.getByRole('dialog', { name: `Does ${name} look several ways?` });

test('where classes have no other look nothing is offered, and the figures say why', async () => {
  const { classes, label, studio } = app;
  for (const kind of ['arch', 'bird', 'church', 'hammer'] as const) {
    await label.select(...files(kind));
    await label.newClass(kind);
    await expect(classes.row(kind)).toHaveAccessibleName(new RegExp(`${COUNTS[kind]} labelled`));
  }
  await label.settled();
  await classes.choose('bird', 'Several looks…');
  const dialog = dialogOf('bird');
  await expect(dialog).toContainText('the estimate of bird');
  await expect(dialog.getByRole('row', { name: /^bird / })).toContainText('8');
  await expect(dialog.getByRole('button', { name: 'Use several looks' })).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Close' }).click();
  await studio.page.keyboard.press('Escape');
});

test('where a class has two looks, several prototypes are offered with what they bring', async () => {
  const { classes, label, studio } = app;
  await label.select(...MIXED.flatMap((kind) => files(kind)));
  await label.newClass(NAME);
  await expect(classes.row(NAME)).toHaveAccessibleName(/15 labelled/);
  await label.settled();
  await classes.choose(NAME, 'Several looks…');
  const dialog = dialogOf(NAME);
  await expect(dialog).toContainText(
    'Several looks help: with 7 prototypes the estimate of Mixed rises from',
  );
  await expect(dialog.getByRole('row', { name: /^All classes / })).toContainText('42');
  await expect(dialog).toContainText('You can undo this.');
  await expectAccessible(studio.page, 'what several looks would bring');
  await dialog.getByRole('button', { name: 'Use several looks' }).click();
  await expect(classes.row(NAME)).toHaveAccessibleName(/^Mixed, several looks, key 5, 15 labelled/);
  const numbers = classes.panel.getByRole('button', { name: /images of Mixed: show only these$/ });
  await expect(numbers).toHaveAttribute('title', /Told by 7 prototypes\.$/);
});

test('an export has one score for it, and says by how many prototypes', async () => {
  const folder = await exported(app);
  for (const format of ['tfjs', 'savedmodel']) {
    const file = path.join(folder, format, 'metadata.json');
    const { classes } = JSON.parse(await fs.readFile(file, 'utf8')) as {
      classes: { label: string; kind: string; prototypes: number }[];
    };
    expect(classes.at(-1)).toMatchObject({ label: NAME, kind: 'class', prototypes: 7 });
  }
});

test('undo takes several looks back, and so does the class’s menu', async () => {
  const { classes, studio } = app;
  await studio.page.keyboard.press('Control+z');
  await expect(classes.row(NAME)).toHaveAccessibleName(/^Mixed, key 5, /);
  await studio.page.keyboard.press('Control+Shift+z');
  await expect(classes.row(NAME)).toHaveAccessibleName(/several looks/);
  await classes.choose(NAME, 'Several looks…');
  await dialogOf(NAME).getByRole('button', { name: 'Back to one look' }).click();
  await expect(classes.row(NAME)).toHaveAccessibleName(/^Mixed, key 5, /);
});
