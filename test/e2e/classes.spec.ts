/** @file The classes of a project: made, renamed, coloured, keyed, merged and deleted, and all of it undone again. */
import { photosOf } from './photos';
import { oneApp } from './oneApp';
import { expect, test } from './studio';

const app = oneApp(async (one) => {
  await one.open(await photosOf(one.home, { fish: 3, windmill: 3, arch: 3 }));
});

const undo = () => app.studio.page.keyboard.press('Control+z');
const redo = () => app.studio.page.keyboard.press('Control+y');

test('a class is made of what is selected, with a key and a colour of its own', async () => {
  const { classes, label } = app;
  await label.select('fish-1.webp', 'fish-2.webp');
  await label.newClass('Fish');
  await expect(classes.row('Fish')).toHaveAccessibleName(/^Fish, key 1, 2 labelled, /);
  await label.select('windmill-1.webp');
  await app.studio.page.keyboard.press('n');
  await app.studio.page.keyboard.type('Windmill');
  await app.studio.page.keyboard.press('Enter');
  await expect(classes.row('Windmill')).toHaveAccessibleName(/^Windmill, key 2, 1 labelled, /);
  expect(await classes.colour('Fish')).not.toBe(await classes.colour('Windmill'));
});

test('no two classes have one name', async () => {
  const { classes, studio } = app;
  await studio.page.keyboard.press('n');
  await studio.page.keyboard.type('fish');
  await expect(classes.panel.getByRole('alert')).toHaveText('There is a class fish already');
  await studio.page.keyboard.press('Enter');
  await studio.page.keyboard.press('Escape');
  expect(await classes.names()).toEqual(['Fish', 'Windmill']);
});

test('a new name, colour and key are kept, and can be undone one by one', async () => {
  const { classes } = app;
  const before = await classes.colour('Fish');
  await classes.rename('Fish', 'Perch');
  await expect(classes.row('Perch')).toHaveAccessibleName(/2 labelled/);
  await classes.choose('Perch', 'Colour', 'Colour 8');
  await expect.poll(() => classes.colour('Perch')).not.toBe(before);
  await classes.choose('Perch', 'Key', 'P');
  await expect(classes.row('Perch')).toHaveAccessibleName(/key p,/);

  await undo();
  await expect(classes.row('Perch')).toHaveAccessibleName(/key 1,/);
  await undo();
  await expect.poll(() => classes.colour('Perch')).toBe(before);
  await undo();
  await expect(classes.row('Fish')).toBeVisible();
});

test('a class that is merged into another gives it its labels', async () => {
  const { classes, label } = app;
  await classes.choose('Windmill', 'Merge into', 'Fish');
  await classes.confirm('Merge Windmill into Fish?', 'Merge into');
  await expect(label.labelled('Fish')).toHaveCount(3);
  expect(await classes.names()).toEqual(['Fish']);
  await undo();
  await expect(label.labelled('Windmill')).toHaveCount(1);
  expect(await classes.names()).toEqual(['Fish', 'Windmill']);
  await redo();
  await expect(label.labelled('Fish')).toHaveCount(3);
  await undo();
  await expect(label.labelled('Fish')).toHaveCount(2);
});

test('a deleted class takes its labels along, and undo brings both back', async () => {
  const { classes, label } = app;
  await classes.choose('Fish', 'Delete');
  await classes.confirm('Delete Fish?', 'Cancel');
  expect(await classes.names()).toEqual(['Fish', 'Windmill']);
  await classes.choose('Fish', 'Delete');
  await classes.confirm('Delete Fish?', 'Delete');
  await expect(label.labelled('Fish')).toHaveCount(0);
  expect(await classes.names()).toEqual(['Windmill']);
  await expect(label.guessed('Windmill').first()).toBeVisible();
  await undo();
  await expect(label.labelled('Fish')).toHaveCount(2);
  await expect(label.cell('fish-3.webp')).toHaveAccessibleName(/guess Fish/);
});

test('a class without images goes without a question', async () => {
  const { classes, label, studio } = app;
  await studio.page.keyboard.press('Escape');
  await label.newClass('Nothing yet');
  await expect(classes.row('Nothing yet')).toHaveAccessibleName(/key 3, 0 labelled/);
  await classes.choose('Nothing yet', 'Delete');
  await expect(classes.row('Nothing yet')).toBeHidden();
  await label.settled();
});
