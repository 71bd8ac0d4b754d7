/** @file What a person must not notice: the engine or the decoder ends while images are read, and a project is reopened. */
import path from 'node:path';
import type { Locator } from '@playwright/test';
import { LabelPage } from './pages/labelPage';
import { blankSilently, manyPhotos } from './photos';
import { pidOf } from './processes';
import { expect, Studio, test } from './studio';

const COUNT = 150;

async function openPhotos(studio: Studio, home: string): Promise<LabelPage> {
  await studio.answerDialog(await manyPhotos(home, COUNT));
  await studio.page.getByRole('button', { name: /open a folder/i }).click();
  return new LabelPage(studio.page);
}

/** Reading has begun and is not at its end. */
async function underWay(page: LabelPage): Promise<void> {
  const bar = page.page.getByRole('progressbar');
  await expect.poll(async () => Number(await bar.getAttribute('aria-valuenow'))).toBeGreaterThan(0);
}

for (const name of ['engine', 'decoder'] as const) {
  test(`everything is embedded though the ${name} is killed`, async ({ home, studio }) => {
    const page = await openPhotos(studio, home);
    await underWay(page);
    process.kill(await pidOf(studio.app, name), 'SIGKILL');
    await expect(page.status).toContainText(`${COUNT} images read`);
    await expect(page.status).not.toContainText('could not be read');
    await page.select('0001.webp');
    await page.newClass('First');
    await expect(page.guessed('First').first()).toBeVisible();
  });
}

/** Pixels; 0 while there is no picture. */
const naturalWidth = (image: Locator): Promise<number> =>
  image.evaluate((element) => (element as unknown as { naturalWidth: number }).naturalWidth);

test('a project that is opened again reads no image', async ({ home, studio }) => {
  const page = await openPhotos(studio, home);
  await page.settled();
  await page.select('0001.webp');
  await page.newClass('First');
  await page.settled();
  await studio.close();
  await blankSilently(path.join(home, 'Many'));

  const again = await Studio.start(home);
  await again.page.getByRole('button', { name: /^(Open )?Many/ }).click();
  const reopened = new LabelPage(again.page);
  await expect(reopened.cell('0002.webp')).toHaveAccessibleName(/guess First/);
  const thumbnail = reopened.cell('0002.webp').locator('img');
  await expect.poll(() => naturalWidth(thumbnail)).toBeGreaterThan(0);
  await expect(reopened.status).not.toContainText('could not be read');
  await again.close();
});
