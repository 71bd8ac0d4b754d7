/** @file Who is right where two people differ. */
import { expect, it } from 'vitest';
import type { MergeConflict, MergeSide } from '../../../../main/contract/merging';
import { byRule, chosenTheirs, withChoice } from '../../../../renderer/logic/mergeChoices';

const side = (at: string | null): MergeSide => ({
  ...{ label: 'Pike', by: 'me', at, how: 'hand', check: false, excluded: false, text: null, box: null },
});
const conflict = (mine: string | null, theirs: string | null): MergeConflict => ({
  ...{ row: 0, fact: 'label', mine: side(mine), theirs: side(theirs) },
});

it('follows the rule; what has no date, or the same, stays mine', () => {
  const conflicts = [
    conflict('2026-05-01T10:00:00Z', '2026-05-01T10:00:01.000Z'),
    conflict('2026-05-02T10:00:00.000Z', '2026-05-01T10:00:00Z'),
    conflict('2026-05-01T10:00:00Z', '2026-05-01T10:00:00.000Z'),
    conflict(null, '2026-05-01T10:00:00Z'),
  ];
  expect(chosenTheirs(byRule(conflicts, 'newer'))).toEqual([0]);
  expect(chosenTheirs(byRule(conflicts, 'theirs'))).toEqual([0, 1, 2, 3]);
  const mine = byRule(conflicts, 'mine');
  expect(chosenTheirs(withChoice(withChoice(mine, 2, true), 1, true))).toEqual([1, 2]);
  expect(chosenTheirs(mine)).toEqual([]);
});
