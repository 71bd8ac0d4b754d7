/** @file Finding images and classes in the real window: filters that combine, a rubber band, letters of a class, and what the tool looks for. */
import { oneApp } from './oneApp';
import { photosOf } from './photos';
import { expect, test } from './studio';

const app = oneApp(async (one) => {
  await one.open(await photosOf(one.home, { fish: 8, windmill: 8 }));
  const { label } = one;
  await label.select('fish-1.webp', 'fish-2.webp');
  await label.newClass('Fish');
  await label.select('windmill-1.webp', 'windmill-2.webp');
  await label.newClass('Windmill');
  await expect(label.cell('fish-3.webp')).toHaveAccessibleName(/guess Fish.*%/);
});

const press = (key: string) => app.studio.page.keyboard.press(key);
const button = (name: string | RegExp) => app.studio.page.getByRole('button', { name });
const shown = (): Promise<string[]> => app.label.names().then((names) => [...names.keys()]);

test('filters combine as chips, by keys alone, and go one by one', async () => {
  const { page } = app.studio;
  await app.label.cell('fish-1.webp').click();
  await press('Shift+F');
  await page.getByRole('menuitem', { name: 'How labelled' }).press('ArrowRight');
  await page.getByRole('menuitemcheckbox', { name: /by hand/ }).press('Enter');
  await press('Escape');
  await press('Escape');
  await expect(page.getByRole('option')).toHaveCount(4);
  await press('Control+f');
  await page.keyboard.type('FISH');
  await press('Enter');
  await expect(page.getByRole('option')).toHaveCount(2);
  await expect(button(/^All 2/)).toBeVisible();
  await button('Remove filter How labelled: by hand').click();
  await expect(page.getByRole('option')).toHaveCount(8);
  await button('Clear filters').click();
  await expect(page.getByRole('option')).toHaveCount(16);
});

test('a rubber band selects what it touches, and adds to it with Ctrl', async () => {
  const { label, studio } = app;
  const { mouse } = studio.page;
  const first = await label.cell('fish-1.webp').boundingBox();
  const second = await label.cell('fish-2.webp').boundingBox();
  const third = await label.cell('fish-3.webp').boundingBox();
  if (!first || !second || !third) throw new Error('The first cells are not drawn.');
  await mouse.move(first.x + 30, first.y + 30);
  await mouse.down();
  await mouse.move(second.x + 20, second.y + 40, { steps: 4 });
  await mouse.up();
  await expect(label.selected).toHaveCount(2);
  await studio.page.keyboard.down('Control');
  await mouse.move(third.x + 10, third.y + 10);
  await mouse.down();
  await mouse.move(third.x + 40, third.y + 60, { steps: 4 });
  await mouse.up();
  await studio.page.keyboard.up('Control');
  await expect(label.selected).toHaveCount(3);
  await press('Escape');
});

test('a class is found by its letters, and made where there is none of that name', async () => {
  const { classes, label, studio } = app;
  await label.select('windmill-8.webp');
  await press('/');
  await studio.page.keyboard.type('wi');
  await press('Enter');
  await expect(label.cell('windmill-8.webp')).toHaveAccessibleName(/labelled Windmill/);
  await label.select('fish-8.webp');
  await press('/');
  await studio.page.keyboard.type('Trout');
  await press('Enter');
  await expect(label.cell('fish-8.webp')).toHaveAccessibleName(/labelled Trout/);
  await press('Control+z');
  await press('Control+z');
  await expect(classes.row('Trout')).toBeHidden();
});

test('letters and Enter that come before the finder has the focus are not lost', async () => {
  const { label, studio } = app;
  // The focus comes with a frame, and frames are late where the machine is busy.
  await studio.page.evaluate('window.requestAnimationFrame = (draw) => setTimeout(draw, 3000)');
  await label.select('fish-7.webp');
  await press('/');
  await studio.page.keyboard.type('wi');
  await press('Enter');
  await expect(label.cell('fish-7.webp')).toHaveAccessibleName(/labelled Windmill/);
  await press('Control+z');
  await expect(label.cell('fish-7.webp')).not.toHaveAccessibleName(/labelled/);
  await studio.page.reload();
  await label.settled();
});

test('the next doubtful image has the focus, and the likest images come first', async () => {
  const { label, studio } = app;
  await press('Home');
  await press('d');
  await expect.poll(async () => (await label.focused()).getAttribute('aria-label')).toMatch(/guess/);
  await label.select('windmill-3.webp');
  await press('s');
  await expect(button('Remove filter Found: Similar to windmill-3.webp')).toBeVisible();
  await expect(studio.page.getByRole('option').first()).toHaveAccessibleName(/^windmill-3.webp/);
  await expect(button('Sort: as found')).toBeVisible();
  await button('Remove filter Found: Similar to windmill-3.webp').click();
  await expect(button('Sort: as in the folder')).toBeVisible();
});

test('images that look alike come beside each other by one key, and stay while they are labelled', async () => {
  const { label } = app;
  await label.cell('fish-1.webp').click();
  await press('Shift+S');
  await expect(button('Sort: alike beside each other')).toBeVisible();
  const kinds = async () => (await shown()).map((name) => name.split('-')[0]);
  const changes = async () => (await kinds()).filter((kind, i, all) => i > 0 && kind !== all[i - 1]).length;
  // Fish and windmills: two runs, and perhaps one image that looks like neither.
  await expect.poll(changes).toBeLessThanOrEqual(3);
  const order = await shown();
  await label.select(order[4] ?? '');
  await press('1');
  await press('Control+z');
  expect(await shown()).toEqual(order);
  await button('Sort: alike beside each other').click();
  await app.studio.page.getByRole('menuitem', { name: 'as in the folder' }).click();
});

test('a label that looks wrong is shown with the reason, until it is changed', async () => {
  const { label, studio } = app;
  await label.select('windmill-5.webp');
  await press('1');
  await expect(label.cell('windmill-5.webp')).toHaveAccessibleName(/labelled Fish/);
  await label.settled();
  await press('Shift+M');
  await expect(button('Remove filter Found: Possibly mislabelled')).toBeVisible();
  const details = studio.page.getByRole('complementary', { name: 'Selected image' });
  await label.select('windmill-5.webp');
  await expect(details).toContainText('Looks more like Windmill');
  const reason = details
    .getByRole('region', { name: 'Why the label looks wrong' })
    .getByRole('button', { name: /^windmill-[12].webp, labelled Windmill$/ })
    .first();
  const name = (await reason.getAttribute('aria-label')) ?? '';
  await reason.click();
  await expect.poll(async () => (await label.focused()).getAttribute('aria-label')).toBe(name);
  await press('Shift+M');
  await label.select('windmill-5.webp');
  await expect(details).toContainText('Looks more like Windmill');
  await button('Remove filter Found: Possibly mislabelled').click();
  await press('Control+z');
  await expect(details).not.toContainText('Looks more like Windmill');
});

test('certain guesses of a class are looked at, then labelled and undone in one step', async () => {
  const { classes, label, studio } = app;
  await label.select('fish-3.webp');
  await press('Shift+Enter');
  const panel = studio.page.getByRole('region', { name: 'Accept the certain guesses of Fish' });
  await expect(panel).toBeVisible();
  await panel.getByRole('slider').fill('0.5');
  const files = await shown();
  expect(files.length).toBeGreaterThan(1);
  await press('Shift+Enter');
  await expect(panel).toBeHidden();
  await expect(classes.row('Fish')).toHaveAccessibleName(
    `Fish, key 1, ${2 + files.length} labelled, 0 guessed`,
  );
  await expect(label.status).toContainText(`Labelled ${files.length} images as Fish`);
  await label.status.getByRole('button', { name: 'Undo' }).click();
  await expect(classes.row('Fish')).toHaveAccessibleName(/, 2 labelled/);
});

test('filter and order are there again after the window was reloaded', async () => {
  const { label, studio } = app;
  await button(/^Unlabelled/).click();
  await button(/^Sort/).click();
  await studio.page.getByRole('menuitem', { name: 'by name' }).click();
  await label.settled();
  const before = await shown();
  await studio.page.reload();
  await expect(button('Sort: by name')).toBeVisible();
  await expect.poll(shown).toEqual(before);
});
