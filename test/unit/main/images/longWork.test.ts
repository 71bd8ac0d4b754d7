/** @file Work that lasts over a second says how far it is, and stops when it is not wanted any more. */
import { expect, test } from 'vitest';
import type { WorkProgress } from '../../../../main/contract/model';
import { longWork } from '../../../../main/images/longWork';

/** Counts as long as it is wanted. */
function* counting(goesOn: () => boolean): Generator<number, string> {
  for (let done = 1; goesOn(); done++) yield done;
  return 'done';
}

test('tells how far it is only where it lasts, and in the end answers', async () => {
  const told: WorkProgress[] = [];
  const work = { total: 1e9, isMoot: () => false, tell: (progress: WorkProgress) => told.push(progress) };
  let left = 3;
  expect(
    await longWork(
      counting(() => left-- > 0),
      work,
    ),
  ).toBe('done');
  expect(told).toEqual([]);
  expect(
    await longWork(
      counting(() => told.length < 3),
      work,
    ),
  ).toBe('done');
  const last = told.at(-1)!;
  expect(last.total).toBe(1e9);
  expect(last.done).toBeGreaterThan(told[0]!.done);
  expect(last.rate).toBeGreaterThan(0);
  expect(last.secondsLeft).toBeCloseTo((1e9 - last.done) / last.rate!, 3);
});

test('is given up where nobody wants it any more, and lets others have their turn', async () => {
  let turns = 0;
  const ticking = setInterval(() => turns++, 1);
  const work = longWork(
    counting(() => true),
    { total: null, isMoot: () => turns >= 3, tell: () => undefined },
  );
  expect(await work).toBeNull();
  clearInterval(ticking);
});
