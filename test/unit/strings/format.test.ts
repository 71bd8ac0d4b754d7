/** @file Numbers as a person reads them. */
import { describe, expect, it } from 'vitest';
import { timeLeft } from '../../../strings/en/timeLeft';
import { bytes, difference, fileName, percent, rate } from '../../../strings/format';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('time left', () => {
  it.each([
    [0.4, 'a few seconds'],
    [9.9, 'a few seconds'],
    [23, '25 s'],
    [61, '1 min'],
    [3599, '60 min'],
    [3600, '1 h'],
    [5400, '1 h 30 min'],
    [86_400, '24 h'],
  ])('%d seconds', (seconds, expected) => expect(plain(timeLeft(seconds))).toBe(expected));
});

it.each([
  [0, '0'],
  [7.52e-7, '0.00000075'],
  [2e-6, '0.000002'],
  [0.0123, '0.012'],
])('difference %d', (value, expected) => expect(difference(value)).toBe(expected));

describe('percent', () => {
  it.each([
    [0, '0 %'],
    [0.001, '< 1 %'],
    [0.834, '83 %'],
    [0.996, '> 99 %'],
    [1, '100 %'],
  ])('%d', (fraction, expected) => expect(plain(percent(fraction))).toBe(expected));
});

it('gives bytes in decimal units', () => {
  expect([999, 1000, 12_345, 999_600, 13_900_000].map(bytes).map(plain)).toEqual([
    '999 B',
    '1.0 kB',
    '12 kB',
    '1.0 MB',
    '14 MB',
  ]);
});

it('gives rates with a decimal only where it matters', () => {
  expect([3.27, 148.4].map(rate)).toEqual(['3.3', '148']);
});

it('takes the last part of a path', () => {
  expect(['a/b/c.jpg', 'c.jpg'].map(fileName)).toEqual(['c.jpg', 'c.jpg']);
});
