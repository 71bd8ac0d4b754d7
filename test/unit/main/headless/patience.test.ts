/** @file Work that is broken off is waited for, whatever becomes of it, and not for ever. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { patiently } from '../../../../main/headless/patience';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('ends with the work, done or failed, and leaves no timer behind', async () => {
  await patiently(Promise.resolve());
  await patiently(Promise.reject(new Error('The engine ended.')));
  expect(vi.getTimerCount()).toBe(0);
});

it('ends without work that does not', async () => {
  let hasEnded = false;
  const waiting = patiently(new Promise(() => undefined)).then(() => (hasEnded = true));
  await vi.advanceTimersByTimeAsync(9_999);
  expect(hasEnded).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  await waiting;
  expect(hasEnded).toBe(true);
});
