/** @file How far a program's answers are from those that were expected. */
import { expect } from 'vitest';
import type { Agreement } from './reading';

/**
 * @param found - [N, C], as `expected`
 * @param tie - how near two classes are that count as equal; null where the numbers are no classes
 */
export function compare(found: number[][], expected: number[][], tie: number | null): Agreement {
  expect(found.map((row) => row.length)).toEqual(expected.map((row) => row.length));
  const pairs = expected.map((row, i) => [row, found[i]!] as const);
  const agreed = tie === null ? null : pairs.filter(([row, other]) => agree(row, other, tie)).length;
  return {
    images: expected.length,
    maxAbsDiff: Math.max(...pairs.map(([row, other]) => difference(row, other))),
    cosine: Math.min(...pairs.map(([row, other]) => cosine(row, other))),
    top1Agreement: agreed === null ? null : agreed / expected.length,
  };
}

const difference = (row: number[], other: number[]): number =>
  row.reduce((most, value, i) => Math.max(most, Math.abs(value - other[i]!)), 0);

function agree(row: number[], other: number[], tie: number): boolean {
  const best = other.indexOf(Math.max(...other));
  return Math.max(...row) - row[best]! <= tie;
}

/** Of two vectors of nothing it is 1. */
function cosine(row: number[], other: number[]): number {
  const product = row.reduce((sum, value, i) => sum + value * other[i]!, 0);
  const lengths = Math.hypot(...row) * Math.hypot(...other);
  return lengths === 0 && Math.hypot(...row, ...other) === 0 ? 1 : product / lengths;
}
