/** @file The app ends when it is asked to, whatever its processes are doing, and leaves none of them behind. */
import type { ElectronApplication } from '@playwright/test';
import { WINDOW_URL } from '../../main/shell/addresses';
import { LabelPage } from './pages/labelPage';
import { manyPhotos } from './photos';
import { pidOf, runs, type ProcessName } from './processes';
import { expect, Studio, test } from './studio';

async function readingPhotos(studio: Studio, home: string): Promise<void> {
  await studio.answerDialog(await manyPhotos(home, 60));
  await studio.page.getByRole('button', { name: /open a folder/i }).click();
  await new LabelPage(studio.page).cell('0001.webp').waitFor();
}

/** As its corner does. */
const closeWindow = (app: ElectronApplication): Promise<void> =>
  app.evaluate(({ BrowserWindow }, url) => {
    BrowserWindow.getAllWindows()
      .find(({ webContents }) => webContents.getURL().startsWith(url))
      ?.close();
  }, WINDOW_URL);

test('closing the window ends the app, and the next one is as large', async ({ home }) => {
  const studio = await Studio.start(home);
  await studio.resize(1100, 700);
  await readingPhotos(studio, home);
  const all = await Promise.all((['decoder', 'engine'] as const).map((name) => pidOf(studio.app, name)));
  const ended = studio.app.waitForEvent('close');
  await closeWindow(studio.app);
  await ended;
  for (const pid of all) await expect.poll(() => runs(pid)).toBe(false);

  const again = await Studio.start(home);
  await expect.poll(() => again.page.evaluate('[innerWidth, innerHeight]')).toEqual([1100, 700]);
  await again.close();
});

for (const name of ['window', 'decoder', 'engine'] satisfies ProcessName[]) {
  test(`the app ends though its ${name} stands still`, async ({ home }) => {
    const studio = await Studio.start(home);
    await readingPhotos(studio, home);
    const pid = await pidOf(studio.app, name);
    process.kill(pid, 'SIGSTOP');
    try {
      await studio.close();
      await expect.poll(() => runs(pid)).toBe(false);
    } finally {
      if (runs(pid)) process.kill(pid, 'SIGKILL');
    }
  });
}
