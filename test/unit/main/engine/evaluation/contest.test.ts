/** @file Contests: what they say, and that it hangs together. */
import { describe, expect, it } from 'vitest';
import { PersonError } from '../../../../../main/contract/errors';
import { runContest, type ContestRequest } from '../../../../../main/engine/evaluation/contest/contest';
import { contestSentence, differenceSentence } from '../../../../../main/engine/evaluation/contest/sentences';
import { points } from '../../../../../strings/format';
import { labelledSetFrom } from '../../../../../main/engine/evaluation/labelledSet';
import { plainScorer } from '../../../../../main/engine/guessing/scorer';
import { methodOf } from '../../../../../main/engine/training';
import type { Method } from '../../../../../main/engine/training/method';
import { constantsFor } from './base';
import { CONTEXT, singles, synthetic } from './sets';

const set = synthetic({ sizes: [...singles(4, 12), [2, 3, 1, 1, 1, 1]], within: 0.75 });
const imprinting = methodOf('imprinting');
/** Learns the wrong classes. */
const confused: Method = {
  id: 'nearest',
  fit: (some, context) =>
    imprinting.fit({ ...some, labels: some.labels.map((own) => (own + 1) % some.classes) }, context),
};
const same: Method = { id: 'softmax', fit: (some, context) => imprinting.fit(some, context) };
const failing: Method = { id: 'nca', fit: () => Promise.reject(new PersonError('It takes two images.')) };

const request: ContestRequest = {
  set,
  methods: [imprinting, methodOf('balanced'), same, confused, failing],
  context: CONTEXT,
  baseImages: null,
  scorer: plainScorer,
  rule: { kind: 'leave-one-out' },
  seed: 5,
  names: ['a', 'b', 'c', 'd', 'e'],
  revision: 8,
};

/** Every number there is must survive JSON. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(numbersIn);
}

describe.each([
  { kind: 'leave-one-out' },
  { kind: 'k-fold', folds: 4 },
  { kind: 'episodes', ways: 3, shots: 3, episodes: 60 },
] as const)('a contest by %o', (rule) => {
  const contested = runContest({ ...request, rule });

  it('has the same figures again, and none that is no number', async () => {
    const { contest } = await contested;
    expect(numbersIn(contest).every(Number.isFinite)).toBe(true);
    const again = (await runContest({ ...request, rule })).contest;
    const timeless = (one: typeof contest) => ({
      ...one,
      at: '',
      results: one.results.map((result) => ({ ...result, seconds: null })),
    });
    expect(timeless(again)).toEqual(timeless(contest));
  });

  it('tells what is better from what is worse, and what is the same from both', async () => {
    const { contest } = await contested;
    const [first, , copy, wrong] = contest.results;
    expect(first!.difference).toBeNull();
    expect(copy!.difference).toMatchObject({ value: 0, p: 1, pHolm: 1 });
    expect(copy!.sentence).toMatch(/^No difference that \d+ images in \d+ groups can show/);
    expect(wrong!.difference!.interval![1]).toBeLessThan(0);
    expect(wrong!.difference!.pHolm).toBeLessThan(0.05);
    expect(wrong!.sentence).toMatch(/^Nearest neighbour is worse than imprinting by \d+ to \d+ points\.$/);
    expect(contest.sentence).toMatch(/^No method is better than imprinting\. Nearest neighbour is worse/);
  });

  it('has an accuracy within its interval, made of the splits and of the matrix', async () => {
    const { results } = (await contested).contest;
    const { accuracy, confusion, perSplit, monteCarlo, micro } = results[0]!;
    expect(accuracy.interval![0]).toBeLessThan(accuracy.value!);
    expect(accuracy.interval![1]).toBeGreaterThan(accuracy.value!);
    const right = confusion.counts.reduce((sum, row, own) => sum + row[own]!, 0);
    const all = confusion.counts.flat().reduce((sum, count) => sum + count, 0);
    expect(micro).toBeCloseTo(right / all, 12);
    if (rule.kind !== 'episodes') return expect(monteCarlo).toBeNull();
    expect(accuracy.value).toBeCloseTo(perSplit.reduce<number>((sum, value) => sum + value!, 0) / 60, 12);
    expect(monteCarlo).toBeLessThan((accuracy.interval![1] - accuracy.interval![0]) / 2);
  });

  it('keeps a method that failed, with its sentence in place of figures', async () => {
    const failed = (await contested).contest.results[4]!;
    expect(failed).toMatchObject({
      failed: 'It takes two images.',
      difference: null,
      perSplit: [],
      macro: null,
    });
    expect(failed.accuracy).toEqual({
      value: null,
      interval: null,
      n: 0,
      groups: 0,
      why: 'It takes two images.',
    });
  });
});

describe('a contest', () => {
  it('names the images in its confusions, each once', async () => {
    const rule = { kind: 'episodes', ways: null, shots: 2, episodes: 20 } as const;
    const { results } = (await runContest({ ...request, rule, methods: [imprinting] })).contest;
    for (const [cell, rows] of Object.entries(results[0]!.confusion.items)) {
      expect(new Set(rows).size).toBe(rows.length);
      expect(rows.every((row) => set.labels[row] === Math.floor(Number(cell) / 6))).toBe(true);
    }
  });

  it('has no interval where no replicates were asked for, and says so', async () => {
    const rule = { kind: 'episodes', ways: null, shots: 2, episodes: 8 } as const;
    const { results, protocol } = (await runContest({ ...request, rule, replicates: 0 })).contest;
    expect(results[0]!.accuracy).toMatchObject({
      interval: null,
      why: expect.stringContaining('replicates') as string,
    });
    expect(results[1]!.difference).toMatchObject({ interval: null, p: null, pHolm: null });
    expect(protocol.replicates).toBe(0);
  });

  it('refuses to say anything of fewer than five groups', async () => {
    const tiny = synthetic({ sizes: singles(2, 2) });
    const { results } = (await runContest({ ...request, set: tiny, names: ['a', 'b'] })).contest;
    expect(results[0]!.accuracy).toMatchObject({ value: null, n: 4, groups: 4 });
    expect(results[0]!.accuracy.why).toContain('it takes 5');
  });

  it('measures the base where images of it are given, and both together', async () => {
    const { base, images } = constantsFor(24);
    const context = { ...CONTEXT, base: { classifier: base, join: 'replace' as const, offset: 0 } };
    const methods = [imprinting];
    const { results, protocol } = (await runContest({ ...request, methods, context, baseImages: images }))
      .contest;
    const { accuracy, all, harmonicMean, confusion, base: onBase } = results[0]!;
    expect(protocol.base).toBe('imagenet');
    expect(onBase).toMatchObject({ n: images.labels.length, why: null });
    expect(harmonicMean).toBeCloseTo(2 / (1 / accuracy.value! + 1 / onBase.value!), 12);
    expect(all.value).toBeCloseTo(
      (accuracy.n * accuracy.value! + onBase.n * onBase.value!) / (accuracy.n + onBase.n),
      12,
    );
    expect(confusion.counts.map((row) => row.at(-1)!).some((count) => count > 0)).toBe(true);
    const none = (await runContest({ ...request, methods, context })).contest.results[0]!;
    expect(none.base).toMatchObject({ value: null, why: expect.stringContaining('Not measured') as string });
    expect([none.harmonicMean, none.all.value]).toEqual([null, null]);
  });

  it('notes copies with other labels, and copies that are not in one group', async () => {
    const values = [1, 0, 1, 0, 0, 1, 0, 1, 0.5, 1, 1, 0.5];
    const odd = labelledSetFrom({ dimension: 2, values, labels: [0, 1, 1, 1, 0, 0] });
    const { notes } = (await runContest({ ...request, set: odd, methods: [imprinting], names: ['a', 'b'] }))
      .contest;
    expect(notes).toEqual([
      '2 images have a copy with another label: no method can have both right.',
      expect.stringMatching(/^2 images are copies of each other and not in one group/),
    ]);
  });

  it('notes which classes have several prototypes, and that other methods take no notice', async () => {
    const notes = async (several: boolean[] | null, id: 'balanced' | 'nearest') => {
      const methods = [imprinting, methodOf(id)];
      return (await runContest({ ...request, methods, set: { ...set, several } })).contest.notes;
    };
    const found = await notes([true, false, false, true, false], 'nearest');
    expect(found).toEqual([
      'a, d: several prototypes with imprinting and balanced imprinting, as in guesses, wherever four independent images or more teach; with the other methods no different from any class. They are found anew in every fold, so the share of right answers may be a few points from the estimate that guesses have.',
    ]);
    expect((await notes([false, false, false, false, true], 'balanced'))[0]).toMatch(
      /^e: .* or more teach\.$/,
    );
    expect((await notes([true, false, false, false, false], 'balanced'))[0]).toMatch(
      / or more teach\. They are found anew/,
    );
    expect(await notes(null, 'nearest')).toEqual([]);
  });

  it('tells by its hash whether the images were others', async () => {
    const hash = async (of: typeof set) => {
      const { contest } = await runContest({ ...request, set: of, methods: [imprinting] });
      return contest.protocol.embeddingHash;
    };
    const units = set.units.slice();
    [units[0], units[1]] = [units[1]!, units[0]!];
    expect(await hash(set)).toBe(await hash({ ...set }));
    expect(await hash({ ...set, units })).not.toBe(await hash(set));
    const several = [true, false, false, false, false];
    expect(await hash({ ...set, several })).not.toBe(await hash(set));
  });
});

describe('sentences', () => {
  const images = { n: 40, groups: 40 };

  it('say by how much, whether it may be chance, and that nothing can be seen', () => {
    const better = { value: 0.06, interval: [0.04, 0.09] as [number, number], p: 0.001, pHolm: 0.01 };
    expect(differenceSentence('balanced', better, images)).toBe(
      'Balanced imprinting is better than imprinting by 4 to 9 points.',
    );
    expect(differenceSentence('balanced', { ...better, pHolm: 0.2 }, images)).toContain('by chance');
    expect(differenceSentence('nca', { ...better, interval: [-0.02, 0.09] }, images)).toBe(
      'No difference that 40 images can show (−2 to 9 points).',
    );
    expect(differenceSentence('nca', { value: 0, interval: null, p: null, pHolm: null }, images)).toContain(
      'no interval',
    );
    expect(contestSentence([])).toContain('nothing to compare');
  });

  it('never say 0 points of a difference that is none', () => {
    expect([0.0042, 0.01, 0.0949, -0.2, 0].map(points)).toEqual(['0.4', '1', '9', '−20', '0']);
  });
});
