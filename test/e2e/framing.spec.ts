/** @file What of each image the model sees can be changed: everything is read anew, and nothing decided is lost. */
import type { Command, Framing } from '../../main/contract/model';
import { apply, cosines, guessedClasses, undo } from './inPage/items';
import { LabelPage } from './pages/labelPage';
import { photosOf } from './photos';
import { expect, test, type Studio } from './studio';

const frame = (framing: Framing): Command => ({ name: 'setSettings', changes: { framing } });

/** How many items have a guess by the newest labels. */
async function guessed({ page }: Studio): Promise<number> {
  return Object.keys(await page.evaluate(guessedClasses)).length;
}

test('another framing keeps the labels, reads all images once, and going back reads none', async ({
  home,
  studio,
}) => {
  await studio.answerDialog(await photosOf(home, { fish: 4, windmill: 4 }));
  await studio.page.getByRole('button', { name: /open a folder/i }).click();
  const page = new LabelPage(studio.page);
  await page.settled();
  await page.select('fish-1.webp');
  await page.newClass('Fish');
  await page.select('windmill-1.webp');
  await page.newClass('Windmill');
  await expect(page.labelled('Windmill')).toHaveCount(1);
  await expect.poll(() => guessed(studio), { timeout: 30_000 }).toBe(8);
  const before = await likenesses(studio);
  const reads = await countReads(studio);

  await studio.page.evaluate(apply, [frame({ kind: 'centreCrop' })]);
  await expect.poll(() => reads()).toBe(8);
  await page.settled();
  await expect(page.labelled('Fish')).toHaveCount(1);
  await expect.poll(() => guessed(studio), { timeout: 30_000 }).toBe(8);
  await expect.poll(() => likenesses(studio), { timeout: 30_000 }).not.toEqual(before);

  await studio.page.evaluate(undo);
  await page.settled();
  await expect.poll(() => likenesses(studio), { timeout: 30_000 }).toEqual(before);
  await expect(page.labelled('Windmill')).toHaveCount(1);
  expect(await reads()).toBe(8);
});

/** How near each item is to the class that is guessed for it: what was seen of it, in other words. */
function likenesses({ page }: Studio): Promise<number[]> {
  return page.evaluate(cosines);
}

/** How many files the decoder was sent from here on. */
async function countReads({ app }: Studio): Promise<() => Promise<number>> {
  const count = await app.evaluateHandle(({ BrowserWindow, MessageChannelMain }) => {
    void BrowserWindow;
    const seen = { jobs: 0 };
    const port = Object.getPrototypeOf(new MessageChannelMain().port1) as {
      postMessage: (m: unknown) => void;
    };
    const post = port.postMessage;
    port.postMessage = function (message: unknown) {
      if (typeof message === 'object' && message !== null && 'wantInput' in message && message.wantInput)
        seen.jobs++;
      return post.call(this, message);
    };
    return seen;
  });
  return async () => (await count.jsonValue()).jobs;
}
