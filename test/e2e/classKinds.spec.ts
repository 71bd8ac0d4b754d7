/**
 * @file Classes of other kinds: of several looks, and of what is none of the others. What several prototypes would bring is told,
 * offered where it helps, said in the class's line, and taken back; what counts as none of these is made, guessed, and exchanged for
 * another one; an export says both. With photos of the sample, two of whose classes are labelled as one, and some without a class.
 */
import fs from 'node:fs/promises';
import path from 'node:path';
import { root } from '../../scripts/setup/paths.mjs';
import { expectAccessible } from './accessible';
import { oneApp } from './oneApp';
import { exported } from './pages/exportPage';
import { photosOf } from './photos';
import { expect, test } from './studio';

const COUNTS = { fish: 9, castle: 6, arch: 6, bird: 8, church: 6, hammer: 7 };
const ALIKE = ['arch', 'bird', 'church', 'hammer'] as const;
/** Of fish and castles, which are told apart by anybody. */
const NAME = 'Mixed';
/** Of the sample's photos without a class: those that teach, of four kinds, and others of these kinds. */
const TAUGHT = [
  ...['solar4', 'solar5', 'solar6', 'scissors1', 'scissors2', 'screwDriver'],
  ...['screwDriver1', 'panda'],
];
const OTHERS = ['solar7', 'solar8', 'scissors3', 'scissors4', 'screwDriver2', 'red_panda'];

const app = oneApp(async (one) => {
  const folder = await photosOf(one.home, COUNTS);
  for (const name of [...TAUGHT, ...OTHERS])
    await fs.copyFile(path.join(root, 'resources/samples/photos', file(name)), path.join(folder, file(name)));
  await one.open(folder);
});
const file = (name: string): string => `${name}.webp`;
const selectAll = (kind: keyof typeof COUNTS): Promise<void> =>
  app.label.selectRange(file(`${kind}-1`), file(`${kind}-${COUNTS[kind]}`));
const dialogOf = (name: string) =>
  app.studio.page.getByRole('dialog', { name: `Does ${name} look several ways?` });

test('where classes have no other look nothing is offered, and the figures say why', async () => {
  const { classes, label, studio } = app;
  for (const kind of ALIKE) {
    await selectAll(kind);
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
  await selectAll('fish');
  await label.newClass(NAME);
  await expect(classes.row(NAME)).toHaveAccessibleName(/9 labelled/);
  await selectAll('castle');
  await classes.row(NAME).click();
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

test('undo takes several looks back', async () => {
  const { classes, studio } = app;
  await studio.page.keyboard.press('Control+z');
  await expect(classes.row(NAME)).toHaveAccessibleName(/^Mixed, key 5, /);
  await studio.page.keyboard.press('Control+Shift+z');
  await expect(classes.row(NAME)).toHaveAccessibleName(/several looks/);
});

test('what is left over is a class of its own, which says when it is meant', async () => {
  const { classes, label, studio } = app;
  await label.select(...TAUGHT.map(file));
  await studio.page.getByRole('button', { name: 'New class' }).click();
  const field = studio.page.getByRole('textbox', { name: 'Name of the new class' });
  await field.fill('Leftovers');
  await studio.page.getByRole('checkbox', { name: 'Counts as ‘none of these’' }).check();
  await expect(classes.panel).toContainText('They need not look alike.');
  await expectAccessible(studio.page, 'a new class that counts as none of these');
  await field.press('Enter');
  await expect(classes.row('Leftovers')).toHaveAccessibleName(
    /^Leftovers, none of these, key 6, 8 labelled, /,
  );
});

test('its guesses say that it is none of the classes, by its name, and can be accepted', async () => {
  const { label, studio } = app;
  await label.settled();
  for (const name of OTHERS.slice(0, 4))
    await expect(await label.find(file(name))).toHaveAccessibleName(/guess none of these \(Leftovers\)/);
  await (await label.find(file('solar7'))).click();
  const details = studio.page.getByRole('complementary', { name: 'Selected image' });
  await expect(details).toContainText(
    'Most like what you labelled Leftovers, which is none of your classes.',
  );
  await studio.page.keyboard.press('Enter');
  await expect(await label.find(file('solar7'))).toHaveAccessibleName(/labelled Leftovers/);
});

test('an export has one score for each of them, and says what it is and by how many prototypes', async () => {
  const folder = await exported(app);
  for (const format of ['tfjs', 'savedmodel']) {
    const read = (name: string) => fs.readFile(path.join(folder, format, name), 'utf8');
    expect((await read('labels.txt')).trim().split('\n')).toEqual([...ALIKE, NAME, 'Leftovers']);
    const metadata = JSON.parse(await read('metadata.json')) as {
      classes: { label: string; kind: string; prototypes: number }[];
    };
    expect(metadata.classes.map(({ label, kind, prototypes }) => `${label}: ${kind} ${prototypes}`)).toEqual([
      ...ALIKE.map((name) => `${name}: class 1`),
      ...[`${NAME}: class 7`, 'Leftovers: background 4'],
    ]);
  }
});

test('another class takes its place when asked, and undo gives it back', async () => {
  const { classes, studio } = app;
  const { page } = studio;
  await classes.row('arch').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Counts as' }).press('ArrowRight');
  const kinds = page.getByRole('menuitemradio');
  await expect(kinds).toHaveCount(2);
  await expect(kinds.first()).toBeChecked();
  await expectAccessible(page, 'what a class counts as');
  await kinds.last().click();
  await classes.confirm('Make arch ‘none of these’ instead of Leftovers?', 'Change');
  await expect(classes.row('arch')).toHaveAccessibleName(/none of these/);
  await expect(classes.row('Leftovers')).not.toHaveAccessibleName(/none of these/);
  await page.keyboard.press('Control+z');
  await expect(classes.row('Leftovers')).toHaveAccessibleName(/none of these/);
  await expect(classes.row('arch')).not.toHaveAccessibleName(/none of these/);
});

test('the class’s menu leads back to one look as well', async () => {
  const { classes } = app;
  await classes.choose(NAME, 'Several looks…');
  await dialogOf(NAME).getByRole('button', { name: 'Back to one look' }).click();
  await expect(classes.row(NAME)).toHaveAccessibleName(/^Mixed, key 5, /);
});
