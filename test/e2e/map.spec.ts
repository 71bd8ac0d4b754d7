/** @file The map, in the real app: real embeddings are arranged, and what is selected there is selected everywhere. */
import { MapPage } from './pages/mapPage';
import { photosOf } from './photos';
import { oneApp } from './oneApp';
import { expect, test } from './studio';

const app = oneApp();

test('arranges what was read, and says how many are on it', async () => {
  const { classes, label, studio, home } = app;
  await app.open(await photosOf(home, { fish: 6, windmill: 6, bird: 6 }));
  await label.settled();
  for (const name of ['Fish', 'Windmill', 'Bird']) {
    await label.select(`${name.toLowerCase()}-1.webp`, `${name.toLowerCase()}-2.webp`);
    await label.newClass(name);
    await expect(classes.row(name)).toHaveAccessibleName(/, 2 labelled/);
  }
  const map = new MapPage(studio.page);
  await map.open();
  await expect(map.picture).toHaveAccessibleName(/^18 images, 6 of them labelled/);
  await map.arranged();
});

test('a lasso selects, and the grid then shows just that', async () => {
  const { label, studio } = app;
  const map = new MapPage(studio.page);
  await map.lassoAll();
  await expect(label.status).toContainText('18 selected');
  await studio.page.getByRole('button', { name: 'Show in the grid' }).click();
  await expect(label.grid).toBeVisible();
  await expect(label.cell('fish-6.webp')).toHaveAttribute('aria-selected', 'true');
  await studio.page.keyboard.press('Escape');
  await map.open();
});

test('the legend selects a class, and its key labels it', async () => {
  const { label, classes, studio } = app;
  const map = new MapPage(studio.page);
  await map.legend.getByRole('button', { name: 'Legend' }).click();
  await map.legend.getByRole('button', { name: /^Fish, key 1, / }).click();
  await map.map.focus();
  await studio.page.keyboard.press('2');
  await expect(classes.row('Fish')).toHaveAccessibleName(/^Fish, key 1, 0 labelled/);
  await expect(label.status).toContainText('Saved');
  await studio.page.keyboard.press('Control+z');
  await expect(classes.row('Fish')).toHaveAccessibleName(/^Fish, key 1, 2 labelled/);
});

test('goes from image to image by the arrow keys, and labels the one in focus', async () => {
  const { label, studio } = app;
  const { page } = studio;
  const map = new MapPage(page);
  await map.map.focus();
  await page.keyboard.press('Escape');
  const details = page.getByRole('complementary', { name: 'Selected image' });
  const before = await details.getByText(/\.webp$/).textContent();
  for (const key of ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp']) await page.keyboard.press(key);
  await page.keyboard.press('ArrowDown');
  await expect(details.getByText(/\.webp$/)).not.toHaveText(before ?? '');
  await page.keyboard.press('3');
  await expect(details).toContainText('labelled by hand');
  await page.keyboard.press('+');
  await page.keyboard.press('Home');
  await expect(label.status).toContainText('Saved');
});
