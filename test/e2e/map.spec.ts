/** @file The map, in the real app: real embeddings are arranged, and what is selected there is selected everywhere. */
import fs from 'node:fs/promises';
import path from 'node:path';
import { WINDOW_URL } from '../../main/shell/addresses';
import { MapPage } from './pages/mapPage';
import { manyPhotos, photosOf, samplePhotos } from './photos';
import { pidOf } from './processes';
import { oneApp } from './oneApp';
import { expect, test, type Studio } from './studio';

/** More than the neighbours that the arrangement by likeness looks at. */
const MANY = 20;

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

/** What the application menu shows beside an item, wherever it is in it. */
async function menuItem(label: string): Promise<{ checked: boolean; enabled: boolean } | null> {
  return app.studio.app.evaluate(({ Menu }, wanted) => {
    const all = (items: Electron.MenuItem[]): Electron.MenuItem[] =>
      items.flatMap((one) => [one, ...(one.submenu ? all(one.submenu.items) : [])]);
    const found = all(Menu.getApplicationMenu()?.items ?? []).find((one) => one.label === wanted);
    return found ? { checked: found.checked, enabled: found.enabled } : null;
  }, label);
}

/** Chooses an item of the application menu, which Playwright cannot reach. */
async function choose(label: string): Promise<void> {
  await app.studio.app.evaluate(({ Menu }, wanted) => {
    const all = (items: Electron.MenuItem[]): Electron.MenuItem[] =>
      items.flatMap((one) => [one, ...(one.submenu ? all(one.submenu.items) : [])]);
    all(Menu.getApplicationMenu()?.items ?? [])
      .find((one) => one.label === wanted)
      ?.click();
  }, label);
}

test('tools and zoom are in the menu while the map is shown, with the one in hand', async () => {
  const { page } = app.studio;
  await expect.poll(() => menuItem('Drag Draws a Lasso')).toEqual({ checked: true, enabled: true });
  await choose('Drag Draws a Rectangle');
  await expect(page.getByRole('button', { name: 'Rectangle' })).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(() => menuItem('Drag Draws a Rectangle')).toEqual({ checked: true, enabled: true });
  await expect.poll(() => menuItem('Drag Draws a Lasso')).toEqual({ checked: false, enabled: true });
  const advance = 'Go On to the Next Image by Itself';
  expect(await menuItem(advance)).toMatchObject({ checked: true });
  await page.keyboard.press('Shift+A');
  await expect.poll(() => menuItem(advance)).toMatchObject({ checked: false });
  await choose(advance);
  await expect.poll(() => menuItem(advance)).toMatchObject({ checked: true });
  await expect(new MapPage(page).map).toBeVisible();
  await page.keyboard.press('Control+1');
  await expect.poll(() => menuItem('Drag Draws a Lasso')).toMatchObject({ enabled: false });
  await page.keyboard.press('Control+2');
});

test('a rectangle selects what is in it, and Ctrl adds to that', async () => {
  const { label, studio } = app;
  const map = new MapPage(studio.page);
  await map.map.focus();
  await studio.page.keyboard.press('Escape');
  await map.dragOver([0, 0], [1, 0.5]);
  const upper = await map.selectedCount();
  expect(upper).toBeGreaterThan(0);
  expect(upper).toBeLessThan(18);
  await map.dragOver([0, 0.5], [1, 1], 'Control');
  await expect(label.status).toContainText('18 selected');
});

test('tool and colours are as they were when the window is loaded anew', async () => {
  const { label, studio } = app;
  const { page } = studio;
  await page.getByRole('combobox', { name: 'Colours' }).selectOption('Confidence');
  await label.settled();
  await page.reload();
  const map = new MapPage(page);
  await label.settled();
  await map.open();
  await expect(page.getByRole('button', { name: 'Rectangle' })).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('combobox', { name: 'Colours' })).toHaveValue('confidence');
  await map.arranged();
});

test('images that came later are said, and arranged again', async () => {
  const { home, label, studio } = app;
  const map = new MapPage(studio.page);
  const [source = ''] = await samplePhotos('church', 1);
  await fs.copyFile(source, path.join(home, 'Pond', 'church-1.webp'));
  await studio.page.keyboard.press('F5');
  await expect(studio.page.getByText('Not on the map: 1 new since it was arranged.')).toBeVisible();
  await label.settled();
  await studio.page.getByRole('button', { name: 'Arrange again' }).click();
  await expect(map.picture).toHaveAccessibleName(/^19 images/);
  await map.arranged();
});

/** The engine comes to a stand with the quick arrangement, so that the other cannot be done before anybody has pressed a button. */
async function stopAtQuickOne({ app: electron }: Studio, engine: number): Promise<void> {
  await electron.evaluate(
    ({ BrowserWindow }, { url, pid }) => {
      const windows = BrowserWindow.getAllWindows();
      const { webContents } = windows.find((one) => one.webContents.getURL().startsWith(url))!;
      const send = webContents.send.bind(webContents);
      webContents.send = (channel: string, ...args: unknown[]) => {
        if (channel === 'map:changed') {
          webContents.send = send;
          process.kill(pid, 'SIGSTOP');
        }
        send(channel, ...args);
      };
    },
    { url: WINDOW_URL, pid: engine },
  );
}

test('arranging can be cancelled: the quick arrangement stays, and the other is made when asked for', async () => {
  const { label, studio } = app;
  const { page } = studio;
  const map = new MapPage(page);
  await app.open(await manyPhotos(app.home, MANY));
  await label.settled();
  const engine = await pidOf(studio.app, 'engine');
  await stopAtQuickOne(studio, engine);
  try {
    await map.open();
    await page.getByRole('button', { name: 'Cancel' }).click();
  } finally {
    process.kill(engine, 'SIGCONT');
  }
  await page.getByRole('button', { name: 'Arrange by likeness' }).click();
  await map.arranged();
  await expect(map.picture).toHaveAccessibleName(new RegExp(`^${MANY} images`));
});
