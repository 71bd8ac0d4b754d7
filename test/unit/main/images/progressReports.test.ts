/** @file How often progress is told. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Progress } from '../../../../main/contract/model';
import { ProgressReports } from '../../../../main/images/progressReports';

const START: Progress = {
  ...{ state: 'running', done: 0, total: 3, failed: 0 },
  ...{ rate: null, secondsLeft: null, trouble: null },
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function reports(): { set: (changes: Partial<Progress>) => void; told: number[]; close: () => void } {
  let progress = START;
  const told: number[] = [];
  const one = new ProgressReports(
    () => progress,
    ({ done }) => told.push(done),
  );
  const set = (changes: Partial<Progress>): void => {
    progress = { ...progress, ...changes };
    one.changed();
  };
  return { set, told, close: () => one.close() };
}

test('begin, trouble and end are told at once, each image a moment later with those beside it', () => {
  const { set, told } = reports();
  set({ done: 0 });
  set({ done: 1 });
  set({ done: 2 });
  expect(told).toEqual([0]);
  vi.advanceTimersByTime(100);
  expect(told).toEqual([0, 2]);
  set({ trouble: 'The engine ended.' });
  set({ done: 3, trouble: null, state: 'idle' });
  expect(told).toEqual([0, 2, 2, 3]);
  vi.advanceTimersByTime(1000);
  expect(told).toEqual([0, 2, 2, 3]);
});

test('nothing is told after the end', () => {
  const { set, told, close } = reports();
  set({ done: 1 });
  set({ done: 2 });
  close();
  vi.advanceTimersByTime(1000);
  expect(told).toEqual([1]);
});
