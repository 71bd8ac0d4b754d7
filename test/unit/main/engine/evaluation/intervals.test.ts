/**
 * @file Intervals beside statsmodels 0.15.0: `proportion_confint(…, method='wilson')`; the variance by groups from
 * `OLS(y, 1).fit(cov_type='cluster', cov_kwds={'groups': g}).bse[0]**2`, from it n_eff = p(1-p)/v.
 */
import { describe, expect, it } from 'vitest';
import {
  effectiveItems,
  intervalOf,
  wilson,
  type Tally,
} from '../../../../../main/engine/evaluation/intervals';

const tallies = (...groups: [items: number, right: number][]): Tally[] =>
  groups.map(([items, right]) => ({ items, right }));
const alone = (right: number, wrong: number): Tally[] =>
  tallies(...Array.from({ length: right + wrong }, (_, i): [number, number] => [1, i < right ? 1 : 0]));

function expectInterval(found: readonly number[] | null, low: number, high: number): void {
  expect(found![0]).toBeCloseTo(low, 12);
  expect(found![1]).toBeCloseTo(high, 12);
}

describe('the interval of a share', () => {
  it('is Wilson’s where every item is a group of its own', () => {
    expectInterval(intervalOf(alone(8, 2)), 0.49016247153664183, 0.9433178485456247);
    expectInterval(intervalOf(alone(0, 12)), 0, 0.24249400665524096);
    expectInterval(intervalOf(alone(57, 3)), 0.8629948352365147, 0.9828504978356043);
  });

  it('goes by the variance between groups where that says more than their sizes', () => {
    const groups = tallies([10, 0], ...Array.from({ length: 10 }, (): [number, number] => [1, 1]));
    expect(effectiveItems(groups)).toBeCloseTo(3.305785123966944, 10);
    expectInterval(intervalOf(groups), 0.13343685948359835, 0.8665631405164016);
  });

  it('is never narrower than with one item for each group’s worth', () => {
    const groups = tallies([4, 4], [4, 3], [4, 1], [4, 4], [3, 0], [1, 1], [1, 1], [5, 5], [2, 1], [2, 2]);
    // By variance alone it would be 11.9.
    expect(effectiveItems(groups)).toBeCloseTo(900 / 108, 12);
    expectInterval(intervalOf(groups), 0.40062946379174635, 0.9187919143877926);
  });

  it('does not take three bursts that were right for twelve items', () => {
    const groups = tallies([4, 4], [4, 4], [4, 4]);
    expect(effectiveItems(groups)).toBe(3);
    expectInterval(intervalOf(groups), 0.43850296824495444, 1);
  });

  it('does not become narrow where every group is half right', () => {
    expectInterval(
      intervalOf(tallies([2, 1], [2, 1], [2, 1], [2, 1])),
      0.15003898915214947,
      0.8499610108478506,
    );
  });

  it('is that of one item where all are of one group, and none without items', () => {
    expect(intervalOf(tallies([7, 5]))).toEqual(wilson(5 / 7, 1));
    expect(intervalOf([])).toBeNull();
  });
});
