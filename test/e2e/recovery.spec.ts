/** @file What a person must not notice: the engine or the decoder ends while images are read, and a project is reopened. */
import path from 'node:path';
import type { Locator } from '@playwright/test';
import { oneApp } from './oneApp';
import type { LabelPage } from './pages/labelPage';
import { blankSilently, manyPhotos } from './photos';
import { pidOf } from './processes';
import { expect, test } from './studio';

const COUNT = 80;

const app = oneApp();

/** Reading has begun and is not at its end. */
async function underWay(page: LabelPage): Promise<void> {
  const bar = page.page.getByRole('progressbar');
  await expect.poll(async () => Number(await bar.getAttribute('aria-valuenow'))).toBeGreaterThan(0);
}

for (const name of ['engine', 'decoder'] as const) {
  test(`everything is embedded though the ${name} is killed`, async () => {
    const { home, label, studio } = app;
    // Before there is anything to read: it should not be read meanwhile.
    const pid = await pidOf(studio.app, name);
    await studio.answerDialog(await manyPhotos(home, COUNT, `Many for the ${name}`));
    await studio.page.keyboard.press('Control+o');
    await underWay(label);
    process.kill(pid, 'SIGKILL');
    await expect(label.status).toContainText(`${COUNT} images read`);
    await expect(label.status).not.toContainText('could not be read');
    expect(await pidOf(studio.app, name)).not.toBe(pid);
    await label.select('0001.webp');
    await label.newClass('First');
    await expect(label.guessed('First').first()).toBeVisible();
  });
}

/** Pixels; 0 while there is no picture. */
const naturalWidth = (image: Locator): Promise<number> =>
  image.evaluate((element) => (element as unknown as { naturalWidth: number }).naturalWidth);

test('a project that is opened again reads no image', async () => {
  await app.label.settled();
  await app.restart(() => blankSilently(path.join(app.home, 'Many for the decoder')));
  await app.studio.page.getByRole('button', { name: /^(Open )?Many for the decoder/ }).click();
  const reopened = app.label;
  await expect(reopened.cell('0002.webp')).toHaveAccessibleName(/guess First/);
  const thumbnail = reopened.cell('0002.webp').locator('img');
  await expect.poll(() => naturalWidth(thumbnail)).toBeGreaterThan(0);
  await expect(reopened.status).not.toContainText('could not be read');
});
