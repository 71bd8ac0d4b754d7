/** @file Labels in the real window: what is selected, by which hand it is labelled, and what a reloaded window still shows. */
import { photosOf } from './photos';
import { oneApp } from './oneApp';
import { expect, test } from './studio';

const app = oneApp(async (one) => {
  await one.open(await photosOf(one.home, { fish: 6, windmill: 6 }));
});

const press = (key: string) => app.studio.page.keyboard.press(key);
const selectedFiles = async (): Promise<string[]> => {
  const cells = await app.label.selected.all();
  const names = await Promise.all(cells.map((cell) => cell.getAttribute('aria-label')));
  return names.map((name) => name?.split(',')[0] ?? '');
};

test('clicks select: one alone, a range with Shift, one more or less with Ctrl', async () => {
  const { label } = app;
  await label.cell('fish-2.webp').click();
  expect(await selectedFiles()).toEqual(['fish-2.webp']);
  await label.cell('fish-5.webp').click({ modifiers: ['Shift'] });
  expect(await selectedFiles()).toEqual(['fish-2.webp', 'fish-3.webp', 'fish-4.webp', 'fish-5.webp']);
  await label.cell('fish-4.webp').click({ modifiers: ['Control'] });
  await label.cell('windmill-1.webp').click({ modifiers: ['Control'] });
  expect(await selectedFiles()).toEqual(['fish-2.webp', 'fish-3.webp', 'fish-5.webp', 'windmill-1.webp']);
  await expect(label.status).toContainText('4 selected');
  await press('Escape');
  await expect(label.selected).toHaveCount(0);
});

test('keys select: arrows, Shift, Space, everything, nothing', async () => {
  const { label } = app;
  await press('Home');
  expect(await selectedFiles()).toEqual(['fish-1.webp']);
  await press('ArrowRight');
  await press('Shift+ArrowRight');
  expect(await selectedFiles()).toEqual(['fish-2.webp', 'fish-3.webp']);
  await press('Control+ArrowRight');
  await expect(await label.focused()).toHaveAccessibleName(/^fish-4/);
  await press('Space');
  expect(await selectedFiles()).toEqual(['fish-2.webp', 'fish-3.webp', 'fish-4.webp']);
  await press('Space');
  await press('End');
  expect(await selectedFiles()).toEqual(['windmill-6.webp']);
  await press('Control+a');
  await expect(label.selected).toHaveCount(12);
  await press('Escape');
});

test('a click on a class labels what is selected, its key labels and goes on to the next', async () => {
  const { classes, label } = app;
  await label.select('fish-1.webp');
  await label.newClass('Fish');
  await label.select('windmill-1.webp');
  await label.newClass('Windmill');
  await label.select('fish-2.webp', 'fish-3.webp');
  await classes.row('Fish').click();
  await expect(label.labelled('Fish')).toHaveCount(3);
  await label.select('windmill-2.webp');
  await press('2');
  await expect(label.labelled('Windmill')).toHaveCount(2);
  await expect(await label.focused()).toHaveAccessibleName(/^windmill-3/);
  await expect(label.cell('windmill-3.webp')).toHaveAccessibleName(/guess Windmill/);
});

test('a label can be changed, taken away, and be a guess that was accepted', async () => {
  const { label, studio } = app;
  await label.select('fish-3.webp');
  await press('2');
  await expect(label.cell('fish-3.webp')).toHaveAccessibleName(/labelled Windmill/);
  await label.select('fish-3.webp');
  await press('Delete');
  await expect(label.cell('fish-3.webp')).toHaveAccessibleName(/guess Fish/);
  await press('Enter');
  await expect(label.cell('fish-3.webp')).toHaveAccessibleName(/labelled Fish/);
  await label.select('fish-3.webp');
  const details = studio.page.getByRole('complementary', { name: 'Selected image' });
  await expect(details).toContainText('guess accepted');
  await label.select('windmill-3.webp');
  await details.getByRole('button', { name: 'Accept Windmill' }).click();
  await expect(label.labelled('Windmill')).toHaveCount(3);
});

test('several guesses are accepted at once, each as its own class', async () => {
  const { label } = app;
  await label.select('fish-4.webp', 'windmill-4.webp');
  await press('Enter');
  await expect(label.cell('fish-4.webp')).toHaveAccessibleName(/labelled Fish/);
  await expect(label.cell('windmill-4.webp')).toHaveAccessibleName(/labelled Windmill/);
});

test('an excluded image neither teaches nor is guessed, until it is included again', async () => {
  const { classes, label, studio } = app;
  await label.select('fish-4.webp', 'fish-5.webp');
  await press('x');
  await expect(label.cell('fish-5.webp')).toHaveAccessibleName(/^fish-5.webp, excluded$/);
  await expect(classes.row('Fish')).toHaveAccessibleName(/, 3 labelled/);
  await expect(studio.page.getByRole('button', { name: 'Excluded 2' })).toBeVisible();
  await press('x');
  await expect(label.cell('fish-5.webp')).toHaveAccessibleName(/guess Fish/);
  await expect(classes.row('Fish')).toHaveAccessibleName(/, 4 labelled/);
});

test('guesses stand beside ImageNet’s and among the own classes, one click apart', async () => {
  const { label, studio } = app;
  const cell = label.cell('fish-6.webp');
  await studio.page.getByRole('button', { name: '+ ImageNet’s' }).click();
  await expect(cell).toHaveAccessibleName(/guess Fish.*ImageNet\)/);
  await label.select('fish-6.webp');
  await expect(studio.page.getByRole('heading', { name: 'ImageNet’s guesses' })).toBeVisible();
  await studio.page.getByRole('button', { name: 'My classes' }).click();
  await expect(cell).toHaveAccessibleName(/guess Fish[^(]*$/);
});

test('the keys go on from the images after a click on a button, and what they act on stays in view', async () => {
  const { label, studio } = app;
  await label.select('windmill-5.webp');
  await studio.page.getByRole('button', { name: /^All/ }).click();
  await press('ArrowRight');
  expect(await selectedFiles()).toEqual(['windmill-6.webp']);
  await studio.page.getByRole('slider', { name: 'Thumbnail size' }).fill('320');
  await expect(await label.focused()).toBeInViewport({ ratio: 0.9 });
  await studio.page.getByRole('slider', { name: 'Thumbnail size' }).fill('160');
  await expect(await label.focused()).toBeInViewport({ ratio: 0.9 });
});

test('a reloaded window has the project, its labels and its guesses', async () => {
  const { classes, label, studio } = app;
  await label.settled();
  const before = await label.names();
  await studio.page.reload();
  await expect.poll(() => label.names()).toEqual(before);
  expect(await classes.names()).toEqual(['Fish', 'Windmill']);
  await press('Control+z');
  await expect(classes.row('Fish')).toBeVisible();
  await label.settled();
});
