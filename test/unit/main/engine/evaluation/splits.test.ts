/** @file Divisions of a set: groups stay whole, what was accepted in bulk is never asked, chance is seeded. */
import { describe, expect, it } from 'vitest';
import type { SplitRule } from '../../../../../main/contract/evaluation';
import type { EvaluatedSet } from '../../../../../main/engine/evaluation/evaluatedSet';
import { planOf, usualReplicates, type Plan } from '../../../../../main/engine/evaluation/splits/plan';
import type { Split } from '../../../../../main/engine/evaluation/splits/split';
import { singles, synthetic } from './sets';

const SIZES = [[1, 2, 1, 3, 1, 1], [2, 1, 1, 1], [1, 1], [4], [1, 1, 1, 2, 1, 1, 1, 1]];
const SET = synthetic({ sizes: SIZES, domainOf: (place) => `camera ${place % 3}` });
const RULES: SplitRule[] = [
  { kind: 'leave-one-out' },
  { kind: 'k-fold', folds: 3 },
  { kind: 'episodes', ways: 3, shots: 2, episodes: 40 },
  { kind: 'episodes', ways: null, shots: 1, episodes: 40 },
];

const allOf = ({ splits, replicates }: Plan): Split[] => [...splits, ...replicates.flat()];
const groupsOf = (set: EvaluatedSet, rows: Int32Array): Set<number> =>
  new Set(Array.from(rows, (row) => set.groups[row]!));
const shared = (one: Set<number>, other: Set<number>): number[] =>
  [...one].filter((value) => other.has(value));

describe.each(RULES)('a division by %o', (rule) => {
  for (const across of [false, true])
    it(`keeps groups whole, and asks only what can be answered (across: ${across})`, () => {
      const splits = allOf(planOf(SET, rule, { seed: 3, across }));
      expect(splits.length).toBeGreaterThan(1);
      for (const { support, query, classes } of splits) {
        expect(shared(groupsOf(SET, support), groupsOf(SET, query))).toEqual([]);
        expect(new Set(support).size).toBe(support.length);
        const taught = new Set(Array.from(support, (row) => SET.labels[row]!));
        expect([...taught].sort()).toEqual(classes);
        expect([...query].every((row) => taught.has(SET.labels[row]!))).toBe(true);
        if (!across) continue;
        const domains = (rows: Int32Array) => new Set(Array.from(rows, (row) => SET.domains![row]!));
        expect(shared(domains(support), domains(query))).toEqual([]);
      }
    });

  it('is the same for the same seed', () => {
    expect(planOf(SET, rule, { seed: 3 })).toEqual(planOf(SET, rule, { seed: 3 }));
    if (rule.kind !== 'leave-one-out')
      expect(planOf(SET, rule, { seed: 4 }).splits).not.toEqual(planOf(SET, rule, { seed: 3 }).splits);
  });

  it('never asks what was accepted in bulk, but lets it teach', () => {
    const asked = SET.asked.map((_, row) => Number(row % 2 === 0));
    const splits = allOf(planOf({ ...SET, asked }, rule, { seed: 3 }));
    expect(splits.flatMap(({ query }) => [...query]).every((row) => row % 2 === 0)).toBe(true);
    expect(splits.flatMap(({ support }) => [...support]).some((row) => row % 2 === 1)).toBe(true);
  });
});

describe('folds', () => {
  it('ask every group of a class with two or more once, each for one', () => {
    for (const rule of RULES.slice(0, 2)) {
      const { splits, unasked } = planOf(SET, rule, { seed: 1 });
      const asked = splits.flatMap(({ query }) => [...query]).sort((a, b) => a - b);
      expect(asked).toEqual([...SET.rows].filter((row) => SET.labels[row] !== 3));
      const weight = splits.flatMap(({ weights }) => [...weights]).reduce((sum, value) => sum + value, 0);
      expect(weight).toBeCloseTo(20, 12);
      expect(unasked).toEqual([3]);
    }
  });

  it('hold one group of each class out at a time', () => {
    const set = synthetic({ sizes: singles(3, 4) });
    const { splits } = planOf(set, { kind: 'leave-one-out' }, { seed: 1 });
    expect(splits.map(({ query, support }) => [query.length, support.length])).toEqual(
      new Array(4).fill([3, 9]),
    );
  });

  it('are as large as each other, overall and by class', () => {
    const set = synthetic({ sizes: [...singles(3, 7), ...singles(2, 10)] });
    const { splits } = planOf(set, { kind: 'k-fold', folds: 4 }, { seed: 1 });
    const sizes = splits.map(({ query }) => query.length);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    for (const { query } of splits)
      expect([...query].filter((row) => set.labels[row] === 4).length).toBeGreaterThanOrEqual(2);
  });

  it('keep a scene of several classes on one side', () => {
    const set = synthetic({ sizes: singles(3, 8) });
    const scenes = { ...set, groups: set.groups.map((group) => group % 8) };
    for (const rule of RULES.slice(1))
      for (const { support, query } of allOf(planOf(scenes, rule, { seed: 2 })))
        expect(shared(groupsOf(scenes, support), groupsOf(scenes, query))).toEqual([]);
  });
});

describe('episodes', () => {
  it('have as many classes and groups as were asked for, and ask all others of these classes', () => {
    const { splits, unasked } = planOf(SET, RULES[2]!, { seed: 9 });
    for (const { support, query, classes } of splits) {
      expect(classes).toHaveLength(3);
      expect(groupsOf(SET, support).size).toBe(6);
      const there = [...SET.labels].filter((own) => classes.includes(own)).length;
      expect(support.length + query.length).toBe(there);
    }
    expect(unasked).toEqual([2, 3]);
  });

  it('teach with one vendor and ask the others; of four, three teach where there are three shots', () => {
    const set = synthetic({ sizes: singles(6, 4), domainOf: (place) => `vendor ${place}` });
    for (const shots of [1, 3]) {
      const rule: SplitRule = { kind: 'episodes', ways: null, shots, episodes: 10 };
      for (const { support, query } of planOf(set, rule, { seed: 9, across: true }).splits)
        expect([support.length, query.length]).toEqual([6 * shots, 6 * (4 - shots)]);
    }
  });

  it('weigh groups by how often a replicate has them', () => {
    const { splits, replicates } = planOf(SET, RULES[3]!, { seed: 9, replicates: 20 });
    const weights = replicates.flat().flatMap((split) => [...split.weights]);
    expect(replicates.map(({ length }) => length)).toEqual(new Array(20).fill(2));
    expect(Math.max(...weights)).toBeGreaterThanOrEqual(2);
    expect(Math.max(...splits.flatMap((split) => [...split.weights]))).toBe(1);
    expect(usualReplicates(10)).toBe(30);
    expect(usualReplicates(10_000)).toBe(100);
  });
});

const ONE_FOLD: SplitRule = { kind: 'k-fold', folds: 1 };

describe('what cannot be divided', () => {
  const one = synthetic({ sizes: [[1, 1, 1]] });
  it.each([
    ['one class', one, RULES[0]!, {}, /of one class/],
    ['no group twice', synthetic({ sizes: [[2], [3]] }), RULES[0]!, {}, /Nothing can be held out/],
    ['too few groups', SET, { ...RULES[2]!, shots: 5 } as SplitRule, {}, /2 of 5 classes have that many/],
    ['one fold', SET, ONE_FOLD, {}, /two folds or more/],
    ['no domains', { ...SET, domains: null }, RULES[0]!, { across: true }, /two of them at least/],
  ])('is refused with a sentence: %s', (_, set, rule, options, sentence) => {
    expect(() => planOf(set, rule, { seed: 1, ...options })).toThrow(sentence);
  });
});
