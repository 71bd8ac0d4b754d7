/** @file Numbers, units and dates in a locale with a decimal comma, as the page of such a system has them. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';

let format: typeof import('../../../strings/format');
let strings: typeof import('../../../strings');

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

beforeAll(async () => {
  vi.stubGlobal('location', { search: '?language=en-GB&locale=de-DE' });
  vi.resetModules();
  format = await import('../../../strings/format');
  strings = await import('../../../strings');
});
afterAll(() => vi.unstubAllGlobals());

test('numbers have a comma, and points between thousands', () => {
  expect(format.count(12_345)).toBe('12.345');
  expect(format.fixed(0.25, 3)).toBe('0,250');
  expect(format.decimal(-1.5)).toBe('−1,5');
  expect(format.difference(7.52e-7)).toBe('0,00000075');
  expect(format.rate(3.27)).toBe('3,3');
  expect(plain(format.bytes(1_250_000))).toBe('1,3 MB');
});

test('dates are written as there', () => {
  expect(format.day('2026-05-01T12:00:00.000Z')).toBe('01.05.2026');
  expect(format.moment('2026-05-01T12:00:00.000Z')).toMatch(/^01\.05\.2026, \d\d:\d\d$/);
});

test('sentences have them too, and stay English where there is no catalogue', () => {
  const { contest, status } = strings;
  expect(status.reading(1200, 5000)).toBe('Reading images: 1.200 of 5.000');
  expect(contest.p(0.0123)).toBe('0,012');
  expect(plain(contest.p(0.0001))).toBe('< 0,001');
});
