/** @file Cohen's kappa, against a value that is in print and some by hand. */
import { describe, expect, it } from 'vitest';
import { Agreement } from '../../../../../main/exchange/merging/agreement';

/** @param table rows: what one said, columns: what the other said */
function agreementOf(table: number[][]) {
  const agreement = new Agreement();
  table.forEach((row, i) =>
    row.forEach((count, k) => {
      for (let n = 0; n < count; n++) agreement.add(`c${i}`, `c${k}`);
    }),
  );
  return agreement.result;
}

describe('kappa', () => {
  // The example of the Wikipedia article on Cohen's kappa: 50 grant proposals, two readers.
  it('is 0.4 for 20, 5, 10, 15', () => {
    const { both, same, kappa } = agreementOf([
      [20, 5],
      [10, 15],
    ]);
    expect([both, same]).toEqual([50, 35]);
    expect(kappa).toBeCloseTo(0.4, 12);
  });

  it('is what the equation says for three classes, and below 0 where chance would agree more often', () => {
    const { kappa } = agreementOf([
      [88, 14, 18],
      [10, 40, 10],
      [2, 6, 12],
    ]);
    // By chance (120 · 100 + 60 · 60 + 20 · 40) / 200².
    expect(kappa).toBeCloseTo((0.7 - 0.41) / (1 - 0.41), 12);
    const contrary = agreementOf([
      [1, 9],
      [9, 1],
    ]);
    expect(contrary.kappa).toBeCloseTo(-0.8, 12);
  });

  it('is 1 for two who always say the same, and unknown for one class or fewer than 20 items', () => {
    expect(
      agreementOf([
        [10, 0],
        [0, 10],
      ]).kappa,
    ).toBe(1);
    expect(agreementOf([[30]]).kappa).toBeNull();
    expect(
      agreementOf([
        [10, 0],
        [0, 9],
      ]),
    ).toEqual({ both: 19, same: 19, kappa: null });
  });
});
