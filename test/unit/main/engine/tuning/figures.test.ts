/** @file What is said of held-out items, before and after. */
import { describe, expect, test } from 'vitest';
import { differenceOf, figureOf, reportOf, type Asked } from '../../../../../main/engine/tuning/figures';

/** So many items with each outcome, each a group of its own. */
function asked(counts: { both?: number; won?: number; lost?: number; neither?: number }): Asked[] {
  const { both = 0, won = 0, lost = 0, neither = 0 } = counts;
  const kinds = [
    ...Array<[boolean, boolean]>(both).fill([true, true]),
    ...Array<[boolean, boolean]>(won).fill([false, true]),
    ...Array<[boolean, boolean]>(lost).fill([true, false]),
    ...Array<[boolean, boolean]>(neither).fill([false, false]),
  ];
  return kinds.map(([before, after], i) => ({ group: String(i), before, after, same: i % 2 === 0 }));
}

describe('figures', () => {
  test('say the share, on how many items and groups', () => {
    const figure = figureOf(asked({ both: 6, won: 1, lost: 1 }), ({ after }) => after);
    expect(figure).toMatchObject({ value: 7 / 8, n: 8, groups: 8, why: null });
    expect(figure.interval![0]).toBeLessThan(7 / 8);
  });

  test('are none where nothing was asked, and say why', () => {
    const { before, difference, sentence } = reportOf([], 3);
    expect(before).toMatchObject({ value: null, interval: null, n: 0, groups: 0 });
    expect(before.why).toContain('three independent images');
    expect(difference).toBeNull();
    expect(sentence).toBe(before.why);
  });
});

describe('the difference', () => {
  test('is that of Agresti and Min: half a pair more in each cell', () => {
    // n = 100, won 20, lost 5: (20.5 - 5.5)/102 ± 1.96·√(20.5 + 5.5 - 15²/102)/102.
    const { value, interval } = differenceOf(asked({ both: 50, won: 20, lost: 5, neither: 25 }))!;
    expect(value).toBeCloseTo(0.15, 12);
    expect(interval[0]).toBeCloseTo(0.0533, 3);
    expect(interval[1]).toBeCloseTo(0.2408, 3);
  });

  test('counts items of one group as little as one', () => {
    const single = asked({ both: 20, won: 10 });
    const grouped = single.map((one, i) => ({ ...one, group: String(Math.floor(i / 10)) }));
    const width = (all: Asked[]): number => differenceOf(all)!.interval[1] - differenceOf(all)!.interval[0];
    expect(width(grouped)).toBeGreaterThan(2 * width(single));
    expect(differenceOf(grouped)!.value).toBe(differenceOf(single)!.value);
  });

  test('is put into words only where it is one', () => {
    expect(reportOf(asked({ both: 50, won: 20, lost: 5, neither: 25 }), 2).sentence).toBe(
      'Tuned, 5 to 24 of 100 images more are told right.',
    );
    expect(reportOf(asked({ both: 50, lost: 20, won: 5, neither: 25 }), 2).sentence).toBe(
      'Tuned, 5 to 24 of 100 images fewer are told right.',
    );
    expect(reportOf(asked({ both: 8, won: 1 }), 2).sentence).toBe('No difference that 9 images can show.');
    expect(reportOf(asked({ both: 8, won: 1 }), 0)).toMatchObject({ better: false });
    expect(reportOf(asked({ both: 8, won: 1 }), 0).sentence).toContain('nothing to keep');
  });
});
