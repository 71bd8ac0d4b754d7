import { expect, it } from 'vitest';
import { Hurry } from '../../../../renderer/logic/hurry';

/** Steps of 16 ms at these speeds, px/s. */
function scrolled(...speeds: number[]): boolean[] {
  const hurry = new Hurry(0, 0);
  let top = 0;
  return speeds.map((speed, i) => hurry.moved((top += (speed * 16) / 1000), (i + 1) * 16));
}

it('is there from the second fast step on, in either direction', () => {
  expect(scrolled(20_000, 20_000, 20_000)).toEqual([false, true, true]);
  expect(scrolled(-20_000, -20_000)).toEqual([false, true]);
});

it('ends as soon as it is slower', () => {
  expect(scrolled(20_000, 20_000, 5000, 20_000, 20_000)).toEqual([false, true, false, false, true]);
});

it('is not there at speeds at which one still sees something, nor for a jump', () => {
  expect(scrolled(1500, 5000, 9000, 9000)).toEqual([false, false, false, false]);
  expect(scrolled(3_000_000, 0, 0)).toEqual([false, false, false]);
});
