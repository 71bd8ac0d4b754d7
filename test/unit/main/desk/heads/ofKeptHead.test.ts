/** @file What Evaluate says of a kept head beside imprinting's figures. */
import { expect, it } from 'vitest';
import type { KeptHead } from '../../../../../main/contract/areas/training';
import { ofKeptHead } from '../../../../../main/desk/heads/ofKeptHead';

const by = (after: KeptHead['comparison']['after']): string =>
  ofKeptHead({ kind: 'kept', head: { comparison: { after } } as KeptHead, unknown: 0, newClasses: [] });

it('says what its own folds named rightly, with the interval, and whose the other figures are', () => {
  const said = by({ value: 0.825, interval: [0.7, 0.92], n: 40, groups: 38, why: null });
  expect(said).toContain('83 % of 40 held-out images of 38 groups rightly, 95 % interval 70 to 92 %.');
  expect(said).toContain('is that of imprinting');
});

it('has no interval of few groups, and no number where nothing was held out', () => {
  expect(by({ value: 0.5, interval: null, n: 6, groups: 6, why: 'few' })).toContain(
    '50 % of 6 held-out images rightly, too few groups for an interval.',
  );
  const none = by({ value: null, interval: null, n: 0, groups: 0, why: 'none' });
  expect(none).toContain('no estimate of its own');
  expect(none).not.toMatch(/[0-9]/);
});
