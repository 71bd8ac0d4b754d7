/** @file A folder that is only classified: paused, stopped, taken up again after a restart; taken out and back. */
import type { Page } from '@playwright/test';
import { LabelPage } from './pages/labelPage';
import { manyPhotos, photosOf } from './photos';
import { pidOf } from './processes';
import { expect, Studio, test } from './studio';

/** More than are under way at once, which are read to the end whatever is asked (main/images/pipeline.ts). */
const IMAGES = 110;

/** Images that are still to be read, while it says so and they are more than those of the project itself. */
async function toRead({ status }: LabelPage): Promise<number | null> {
  const found = /Reading images: \d+ of (\d\d+)/.exec((await status.textContent()) ?? '');
  return found && Number(found[1]);
}

async function results(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Project Pond' }).click();
  await page.getByRole('menuitem', { name: `Results of Many (${IMAGES})` }).press('ArrowRight');
}

test('goes on where it was stopped after a restart, and taking it out can be undone', async ({ home }) => {
  const first = await Studio.start(home);
  const before = new LabelPage(first.page);
  await first.answerDialog(await photosOf(home, { fish: 2, windmill: 2 }));
  await first.page.keyboard.press('Control+o');
  await before.settled();
  for (const [name, kind] of [
    ['Fish', 'fish'],
    ['Windmill', 'windmill'],
  ] as const) {
    await before.select(`${kind}-1.webp`, `${kind}-2.webp`);
    await before.newClass(name);
    await expect(before.labelled(name)).toHaveCount(2);
  }
  await first.answerDialog(await manyPhotos(home, IMAGES));
  await first.page.getByRole('button', { name: 'Project Pond' }).click();
  await first.page.getByRole('menuitem', { name: 'Classify another folder…' }).click();
  // More than the 4 of the project.
  await expect(before.status).toContainText(/Reading images: ([5-9]|\d\d+) of/);
  // It stands still meanwhile, so that there is something left to pause and to stop.
  const engine = await pidOf(first.app, 'engine');
  process.kill(engine, 'SIGSTOP');
  await first.page.getByRole('button', { name: 'Pause reading' }).click();
  await expect(before.status).toContainText(/Paused at [\d,]+ of \d+ images/);
  await first.page.getByRole('button', { name: 'Go on reading' }).click();
  await expect(before.status).toContainText('Reading images');
  await first.page.getByRole('button', { name: 'Stop reading' }).click();
  process.kill(engine, 'SIGCONT');
  await expect(before.status).toContainText(/Stopped at [\d,]+ of \d+ images/);
  await expect(before.status).toContainText('4 of 4 labelled');
  await first.close();

  const second = await Studio.start(home);
  const { page } = second;
  const after = new LabelPage(page);
  await page.getByRole('button', { name: /^Pond/ }).click();
  // Fewer are left than there are; those of the other folder are not counted once they are read.
  await expect.poll(async () => (await toRead(after)) ?? IMAGES, { intervals: [50] }).toBeLessThan(IMAGES);
  await after.settled();
  await expect(after.status).toContainText('4 images read');
  await results(page);
  await page.getByRole('menuitem', { name: 'Show them' }).click();
  await expect(await after.find('0110.webp')).toHaveAccessibleName(/guess Fish/);
  await expect(after.status).toContainText('4 of 4 labelled');

  await results(page);
  await page.getByRole('menuitem', { name: 'Take this folder out' }).click();
  await expect(page.getByRole('option')).toHaveCount(4);
  await after.settled();
  await page.getByRole('button', { name: /^Undo: / }).click();
  await results(page);
  await page.getByRole('menuitem', { name: 'Show them' }).click();
  // Their embeddings are still there: nothing is read again.
  await expect(await after.find('0110.webp')).toHaveAccessibleName(/guess Fish/);
  await expect(page.getByRole('button', { name: 'Pause reading' })).toBeHidden();
  await second.close();
});
