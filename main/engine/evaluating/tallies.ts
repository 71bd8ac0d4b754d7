/**
 * @file Shares counted by groups, each with what it was counted on and how far it may be off. Pure: runs in the engine and in
 * tests. Intervals: [Note: interval of a share] in `evaluation/intervals.ts`.
 */
import type { Figure } from '../../contract/evaluation';
import { intervalOf } from '../evaluation/intervals';

/** What a group counts: each of its images (`image`), or as much as any other group (`group`). */
export type Weight = 'image' | 'group';

/** One image that was counted, as right or not; again each time it was asked. */
export interface Counted {
  readonly row: number;
  readonly group: string;
  readonly right: boolean;
  /** Times that images of its group were asked, whether counted here or not. */
  readonly ofGroup: number;
}

/** @param nothing why there is no figure where nothing was counted, a sentence */
export function figureOf(counted: readonly Counted[], weigh: Weight, nothing: string): Figure {
  const groups = new Map<string, { items: number; right: number }>();
  for (const { group, right, ofGroup } of counted) {
    const weight = weigh === 'image' ? 1 : 1 / ofGroup;
    const tally = groups.get(group) ?? { items: 0, right: 0 };
    tally.items += weight;
    tally.right += right ? weight : 0;
    groups.set(group, tally);
  }
  const tallies = [...groups.values()];
  const n = new Set(counted.map(({ row }) => row)).size;
  if (n === 0) return { value: null, interval: null, n, groups: 0, why: nothing };
  const of = (field: 'items' | 'right'): number => tallies.reduce((sum, tally) => sum + tally[field], 0);
  return {
    value: of('right') / of('items'),
    interval: intervalOf(tallies),
    n,
    groups: groups.size,
    why: null,
  };
}
