import { expect, test } from 'vitest';
import { RateMeter } from '../../../../main/images/rate';

test('says nothing until enough time has passed', () => {
  const meter = new RateMeter();
  meter.mark(1, 0);
  meter.mark(20, 400);
  expect(meter.rate).toBeNull();
  expect(meter.secondsLeft(10)).toBeNull();
});

test('measures over the last five seconds only', () => {
  const meter = new RateMeter();
  for (let at = 0; at <= 10_000; at += 100) meter.mark(at < 5_000 ? at / 100 : 50 + (at - 5_000) / 10, at);
  expect(meter.rate).toBeCloseTo(100, 0);
  expect(meter.secondsLeft(200)).toBeCloseTo(2, 1);
});

test('does not count a pause as slow work', () => {
  const meter = new RateMeter();
  meter.mark(0, 0);
  meter.reset();
  meter.mark(10, 60_000);
  meter.mark(110, 61_000);
  expect(meter.rate).toBeCloseTo(100);
});
