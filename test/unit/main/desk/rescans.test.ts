/** @file When the folders are looked through because something in them changed. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Rescans } from '../../../../main/desk/rescans';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => void vi.useRealTimers());

const times = { settle: 1000, latest: 5000, share: 10 };

/** @param took how long each look takes, ms */
function rescans(took = 0) {
  const looks: number[] = [];
  const look = async (): Promise<void> => {
    looks.push(performance.now() - begun);
    if (took > 0) await new Promise((resolve) => setTimeout(resolve, took));
  };
  const made = new Rescans(look, times);
  const begun = performance.now();
  return { made, looks };
}

test('many changes are one look, a moment after the last', async () => {
  const { made, looks } = rescans();
  for (let i = 0; i < 8; i++) {
    made.changed();
    await vi.advanceTimersByTimeAsync(500);
  }
  await vi.advanceTimersByTimeAsync(60_000);
  expect(looks).toEqual([4500]);
});

test('changes without end are looked at all the same', async () => {
  const { made, looks } = rescans();
  for (let i = 0; i < 120; i++) {
    made.changed();
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(looks).toEqual([5000, 10_000]);
});

test('a look that takes long leaves ten times as long without one, and what came meanwhile is not forgotten', async () => {
  const { made, looks } = rescans(2000);
  made.changed();
  await vi.advanceTimersByTimeAsync(1500);
  made.changed();
  await vi.advanceTimersByTimeAsync(120_000);
  expect(looks).toEqual([1000, 23_000]);
});

test('nothing is looked at once it is closed', async () => {
  const { made, looks } = rescans();
  made.changed();
  made.close();
  made.changed();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(looks).toEqual([]);
});
