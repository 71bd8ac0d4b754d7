/** @file Two estimates on the same groups, beside what can be computed by hand. */
import { describe, expect, it } from 'vitest';
import type { HeldOut } from '../../../../../main/engine/imprinting/folds';
import { pairedEstimate } from '../../../../../main/engine/imprinting/paired';

/** A held-out group of class 0 or 1 of which some images are right. */
const held = (own: number, group: number, ...right: boolean[]): HeldOut => ({
  class: own,
  group: `g${group}`,
  cosines: right.map((is) => Float32Array.from([0, 1], (c) => ((c === own) === is ? 0.9 : 0.1))),
});
const row = (own: number, ...rights: boolean[]) => rights.map((is, i) => held(own, i, is));

describe('pairedEstimate', () => {
  it('compares group by group, each weighing the same', () => {
    const one = [held(0, 0, true, false), held(0, 1, false), held(1, 0, true, true)];
    const several = [held(0, 0, true, true), held(0, 1, false), held(1, 0, true, false)];
    const found = pairedEstimate(one, several);
    expect(found).toMatchObject({ one: 0.5, several: 0.5, difference: 0, groups: 3, images: 5, changed: 2 });
    expect(found.interval[0]).toBeLessThan(0);
    expect(found.interval[1]).toBeGreaterThan(0);
  });

  it('is sure where every group says the same, and of a difference of nothing', () => {
    const [all, none] = [row(0, ...Array<boolean>(9).fill(true)), row(0, ...Array<boolean>(9).fill(false))];
    expect(pairedEstimate(none, all)).toMatchObject({ difference: 1, interval: [1, 1], changed: 9 });
    expect(pairedEstimate(all, none)).toMatchObject({ difference: -1, interval: [-1, -1] });
    expect(pairedEstimate(all, all)).toMatchObject({ difference: 0, interval: [0, 0], changed: 0 });
  });

  it('has the binomial interval of a mean of noughts and ones, to a step', () => {
    // 10 of 40 groups gained: the 95 % of Binomial(40, 1/4) are 5 to 16 (2.5 and 97.5 % quantiles).
    const before = row(0, ...Array<boolean>(40).fill(false));
    const after = row(0, ...Array.from({ length: 40 }, (_, i) => i % 4 === 0));
    const { interval } = pairedEstimate(before, after);
    expect(Math.abs(interval[0] - 5 / 40)).toBeLessThan(1.5 / 40);
    expect(Math.abs(interval[1] - 16 / 40)).toBeLessThan(1.5 / 40);
  });

  it('resamples within classes: what one class surely gains and the other surely loses is no doubt', () => {
    const before = [...row(0, false, false, false), ...row(1, true, true, true)];
    const after = [...row(0, true, true, true), ...row(1, false, false, false)];
    expect(pairedEstimate(before, after)).toMatchObject({ difference: 0, interval: [0, 0], changed: 6 });
  });

  it('gives the same twice, and refuses other groups or none', () => {
    const [before, after] = [row(0, true, false, true, false), row(0, true, true, true, false)];
    expect(pairedEstimate(before, after)).toEqual(pairedEstimate(before, after));
    expect(() => pairedEstimate(before, after.slice(1))).toThrow('4 and 3 held-out groups are not the same');
    expect(() => pairedEstimate([], [])).toThrow('not the same');
  });
});
