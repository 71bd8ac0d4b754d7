/** @file Which images an export is checked with. */
import { describe, expect, it } from 'vitest';
import { sampleRows, type Candidate } from '../../../../main/exporting/sample';

const candidates = (counts: Record<string, number>): Candidate[] =>
  Object.entries(counts)
    .flatMap(([stratum, count]) => Array.from({ length: count }, () => stratum))
    .map((stratum, index) => ({ index, stratum }));

function perStratum(rows: readonly number[], all: readonly Candidate[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const row of rows) counts[all[row]!.stratum] = (counts[all[row]!.stratum] ?? 0) + 1;
  return counts;
}

describe('sampleRows', () => {
  it('takes all where there are few', () => {
    expect(sampleRows(candidates({ a: 3, b: 2 }))).toEqual([0, 1, 2, 3, 4]);
    expect(sampleRows([])).toEqual([]);
  });

  it('takes as many of each class and folder as it has, up to an even share', () => {
    const all = candidates({ a: 1000, b: 5, c: 1000, d: 40 });
    const rows = sampleRows(all);
    expect(rows).toHaveLength(100);
    expect(perStratum(rows, all)).toEqual({ a: 32, b: 5, c: 32, d: 31 });
  });

  it('has one of each where there are more strata than images to take', () => {
    const all = candidates(Object.fromEntries(Array.from({ length: 150 }, (_, i) => [`s${i}`, 3])));
    expect(Object.values(perStratum(sampleRows(all), all)).every((count) => count === 1)).toBe(true);
  });

  it('draws the same rows every time, and others by another seed', () => {
    const all = candidates({ a: 500, b: 500 });
    expect(sampleRows(all)).toEqual(sampleRows(all));
    expect(sampleRows(all)).not.toEqual(sampleRows(all, 100, 2));
    expect(new Set(sampleRows(all)).size).toBe(100);
  });

  it('draws fewer from among those it draws where more are asked for', () => {
    const all = candidates({ a: 500, b: 7, c: 90 });
    const some = sampleRows(all, 25);
    expect(some).toHaveLength(25);
    expect(sampleRows(all)).toEqual(expect.arrayContaining(some));
  });
});
