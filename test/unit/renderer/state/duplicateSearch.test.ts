/** @file The search for images that show the same, while not all of them are read yet. */
import { expect, it } from 'vitest';
import { openFake } from '../fake/session';

const searches = ({ calls }: { calls: unknown[][] }) =>
  calls.filter(([name]) => name === 'duplicates:find').length;

it('says how many images are still to be read, and looks again once they are', async () => {
  const { main, session } = await openFake({ count: 6, read: 4 });
  const { duplicates } = session;
  await duplicates.start();
  expect([duplicates.unread, duplicates.done, searches(main)]).toEqual([2, true, 1]);
  main.duplicates = [{ rows: [4, 5], distances: [0, 1], same: [true, false] }];
  main.readOn(1);
  expect([duplicates.unread, searches(main)]).toEqual([1, 1]);
  main.readOn(1);
  await expect.poll(() => duplicates.sets.length).toBe(1);
  expect([duplicates.unread, searches(main)]).toEqual([0, 2]);
  session.takeRows(session.project.items.slice(0, 1));
  expect(searches(main)).toBe(2);
});

it('is left alone by images that come while the dialog is closed', async () => {
  const { main, session } = await openFake({ count: 6, read: 4 });
  await session.duplicates.start();
  await session.duplicates.close();
  main.readOn(2);
  expect(searches(main)).toBe(1);
});

it('hears of progress only while it searches, and can be given up', async () => {
  const { main, session } = await openFake();
  const { duplicates } = session;
  const progress = { done: 1, total: 9, rate: null, secondsLeft: null };
  duplicates.told(progress);
  expect(duplicates.progress).toBeNull();
  const search = duplicates.find();
  duplicates.told(progress);
  expect(duplicates.progress).toEqual(progress);
  await duplicates.cancel();
  expect([duplicates.progress, duplicates.searching]).toEqual([null, false]);
  await search;
  expect(main.calls.at(-1)).toEqual(['duplicates:cancel']);
});
