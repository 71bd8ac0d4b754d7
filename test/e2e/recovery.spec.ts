/** @file What a person must not notice: the engine or the decoder ends while images are read. */
import { oneApp } from './oneApp';
import type { LabelPage } from './pages/labelPage';
import { manyPhotos } from './photos';
import { pidOf } from './processes';
import { expect, test } from './studio';

/** Twice as many as are under way at a time: on a fast machine too some of them wait still when the first are embedded. */
const COUNT = 96;

const app = oneApp();

/** Reading has begun and is not at its end. */
async function underWay(page: LabelPage): Promise<void> {
  const bar = page.page.getByRole('progressbar');
  const done = async (): Promise<number> => Number(await bar.getAttribute('aria-valuenow'));
  // Asked often: it should not be read to the end between two looks.
  await expect.poll(done, { intervals: [30] }).toBeGreaterThan(0);
  expect(await done()).toBeLessThan(COUNT);
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
