/** @file Figures as a person reads them. */
import { describe, expect, it } from 'vitest';
import { hardest, points, score, shareOf } from '../../../../../renderer/logic/evaluate/figures';
import { range } from '../../../../../strings/en/evaluate/range';
import { rowsOf, sorted } from '../../../../../renderer/logic/evaluate/classTable';
import { answeredBy } from '../../fake/evaluating';

it('shares, intervals and differences', () => {
  expect([shareOf(0.816), shareOf(null), score(0.8), score(null)]).toEqual(['82\u00a0%', '–', '0.80', '–']);
  expect(range([0.714, 0.9])).toBe('71 to 90\u00a0%');
  expect([points(0.042), points(-0.031), points(-0.002), points(0)]).toEqual(['+4', '−3', '0', '0']);
});

describe('the table of classes', () => {
  const answers = answeredBy(
    [],
    [
      [3, 1, 0, 0],
      [2, 2, 0, 0],
      [0, 0, 0, 0],
    ],
  );
  const classes = ['a', 'b', 'c'].map((id) => ({ id, name: id.toUpperCase() }));
  const lines = rowsOf({ answers, classes });

  it('says how many images of each were not found', () => {
    expect(lines.map(({ name, missed }) => [name, missed])).toEqual([
      ['A', 1],
      ['B', 2],
      ['C', 0],
    ]);
  });

  it('begins with the hardest; what was not asked comes last, whichever way', () => {
    expect(sorted(lines, 'f1', false).map(({ id }) => id)).toEqual(['b', 'a', 'c']);
    expect(sorted(lines, 'f1', true).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(sorted(lines, 'class', true).map(({ id }) => id)).toEqual(['c', 'b', 'a']);
    expect(hardest(answers.perClass)?.class).toBe(1);
    expect(hardest([])).toBeNull();
  });
});
