/** @file The app ends when it is asked to, whatever its processes are doing, and leaves none of them behind. */
import type { ElectronApplication } from '@playwright/test';
import { WINDOW_URL } from '../../main/shell/addresses';
import { LabelPage } from './pages/labelPage';
import { manyPhotos } from './photos';
import { pidOf, runs, type ProcessName } from './processes';
import { expect, Studio, test } from './studio';

/** A folder of photos, by a name of its own, is being read. */
async function readingPhotos(studio: Studio, home: string, name: string): Promise<void> {
  await studio.answerDialog(await manyPhotos(home, 60, name));
  await studio.page.keyboard.press('Control+o');
  await new LabelPage(studio.page).cell('0001.webp').waitFor();
}

/** As its corner does. */
const closeWindow = (app: ElectronApplication): Promise<void> =>
  app.evaluate(({ BrowserWindow }, url) => {
    BrowserWindow.getAllWindows()
      .find(({ webContents }) => webContents.getURL().startsWith(url))
      ?.close();
  }, WINDOW_URL);

/** It ends while it reads photos, though one of its processes stands still. */
async function endsThough(studio: Studio, home: string, name: ProcessName): Promise<void> {
  await readingPhotos(studio, home, `Read before the ${name} stands still`);
  const pid = await pidOf(studio.app, name);
  process.kill(pid, 'SIGSTOP');
  try {
    await studio.close();
    await expect.poll(() => runs(pid)).toBe(false);
  } finally {
    if (runs(pid)) process.kill(pid, 'SIGKILL');
  }
}

test('closing the window ends the app; the next one is as large, and ends though its window stands still', async ({
  home,
}) => {
  const studio = await Studio.start(home);
  await studio.resize(1100, 700);
  await readingPhotos(studio, home, 'Many');
  const all = await Promise.all((['decoder', 'engine'] as const).map((name) => pidOf(studio.app, name)));
  const ended = studio.app.waitForEvent('close');
  await closeWindow(studio.app);
  await ended;
  for (const pid of all) await expect.poll(() => runs(pid)).toBe(false);

  const again = await Studio.start(home);
  await expect.poll(() => again.page.evaluate('[innerWidth, innerHeight]')).toEqual([1100, 700]);
  await endsThough(again, home, 'window');
});

for (const name of ['decoder', 'engine'] satisfies ProcessName[])
  test(`the app ends though its ${name} stands still`, async ({ home, studio }) => {
    await endsThough(studio, home, name);
  });
