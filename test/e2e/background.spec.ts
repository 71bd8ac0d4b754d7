/**
 * @file A class of what is none of the others: made, guessed, exchanged for another one, exported. With photos of the sample
 * that show none of its classes.
 */
import fs from 'node:fs/promises';
import path from 'node:path';
import { root } from '../../scripts/setup/paths.mjs';
import { expectAccessible } from './accessible';
import { oneApp } from './oneApp';
import { exported } from './pages/exportPage';
import { photosOf } from './photos';
import { expect, test } from './studio';

/** Of the sample's photos without a class: those that teach, of four kinds, and others of these kinds. */
const TAUGHT = [
  ...['solar4', 'solar5', 'solar6', 'scissors1', 'scissors2', 'screwDriver'],
  ...['screwDriver1', 'panda'],
];
const OTHERS = ['solar7', 'solar8', 'scissors3', 'scissors4', 'screwDriver2', 'red_panda'];
const CLASSES = ['fish', 'windmill', 'arch'];
const file = (name: string): string => `${name}.webp`;

const app = oneApp(async (one) => {
  const folder = await photosOf(one.home, { fish: 5, windmill: 5, arch: 5 });
  for (const name of [...TAUGHT, ...OTHERS])
    await fs.copyFile(path.join(root, 'resources/samples/photos', file(name)), path.join(folder, file(name)));
  await one.open(folder);
});

test('what is left over is a class of its own, which says when it is meant', async () => {
  const { classes, label, studio } = app;
  for (const name of CLASSES) {
    await label.select(file(`${name}-1`), file(`${name}-2`), file(`${name}-3`));
    await label.newClass(name);
    await expect(classes.row(name)).toHaveAccessibleName(/3 labelled/);
  }
  await label.select(...TAUGHT.map(file));
  await studio.page.getByRole('button', { name: 'New class' }).click();
  const field = studio.page.getByRole('textbox', { name: 'Name of the new class' });
  await field.fill('Leftovers');
  await studio.page.getByRole('checkbox', { name: 'Counts as ‘none of these’' }).check();
  await expect(classes.panel).toContainText('They need not look alike.');
  await expectAccessible(studio.page, 'a new class that counts as none of these');
  await field.press('Enter');
  await expect(classes.row('Leftovers')).toHaveAccessibleName(
    /^Leftovers, none of these, key 4, 8 labelled, /,
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

test('an export has one score for it, and says what it is', async () => {
  const folder = await exported(app);
  for (const format of ['tfjs', 'savedmodel']) {
    const read = (name: string) => fs.readFile(path.join(folder, format, name), 'utf8');
    expect((await read('labels.txt')).trim().split('\n')).toEqual([...CLASSES, 'Leftovers']);
    const metadata = JSON.parse(await read('metadata.json')) as {
      classes: { kind: string; prototypes: number }[];
    };
    expect(metadata.classes.map(({ kind, prototypes }) => `${kind} ${prototypes}`)).toEqual([
      ...['class 1', 'class 1', 'class 1', 'background 4'],
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
