/** @file Intervals and tests of held-out results. Randomness: pure-rand's xoroshiro128+. */
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { describe, expect, it } from 'vitest';
import { wilson } from '../../../../../main/engine/evaluation/intervals';
import {
  heldOutVariance,
  replicatedMeans,
  strataOf,
} from '../../../../../main/engine/evaluation/statistics/bootstrap';
import {
  differenceInterval,
  shareInterval,
  spreadOfEpisodes,
} from '../../../../../main/engine/evaluation/statistics/estimates';
import { quantile, variance } from '../../../../../main/engine/evaluation/statistics/moments';
import type { Outcome } from '../../../../../main/engine/evaluation/statistics/outcome';
import { signFlipP } from '../../../../../main/engine/evaluation/statistics/tests';

const shots = (values: readonly number[][]): Outcome['shots'] =>
  values.flatMap((own, c) => own.map((value) => ({ class: c, value, noise: 0 })));
const outcome = (values: readonly number[][]): Outcome => ({
  perSplit: new Float64Array(0),
  perReplicate: [],
  shots: shots(values),
});
const random = xoroshiro128plus(23);
const draw = (count: number): number[] => Array.from({ length: count }, () => uniformFloat64(random));

describe('groups drawn again within classes', () => {
  it('spread as their variance says, and keep the differences between classes', async () => {
    const some = shots([draw(4), draw(12).map((value) => 5 + value), draw(30)]);
    const [means] = await replicatedMeans([some.map(({ value }) => value)], strataOf(some), 3);
    expect(variance(means!) / heldOutVariance(some)).toBeGreaterThan(0.9);
    expect(variance(means!) / heldOutVariance(some)).toBeLessThan(1.1);
  });

  it('are the same draws for every outcome, and for the same seed', async () => {
    const some = shots([draw(5), draw(5)]);
    const values = some.map(({ value }) => value);
    const [one, twice] = await replicatedMeans([values, values.map((v) => 2 * v)], strataOf(some), 3);
    one!.forEach((mean, r) => expect(twice![r]).toBeCloseTo(2 * mean, 12));
    expect(await replicatedMeans([values], strataOf(some), 3)).toEqual([one]);
    expect(await replicatedMeans([values], strataOf(some), 4)).not.toEqual([one]);
  });

  it('put classes of one group together', () => {
    expect(strataOf(shots([[1], [0, 1], [0]]))).toEqual([
      [1, 2],
      [0, 3],
    ]);
  });
});

describe('an interval', () => {
  it('of a share without errors is not a point', () => {
    const interval = shareInterval({ value: 1, interval: [1, 1] }, 40);
    expect(interval).toEqual([wilson(1, 40)[0], 1]);
    expect(shareInterval({ value: 0.6, interval: [0.5, 0.7] }, 40)).toEqual([0.5, 0.7]);
  });

  it('of no difference at all is not a point either, and narrows with more groups', () => {
    const [few, many] = [10, 1000].map((n) =>
      differenceInterval({ value: 0, interval: [0, 0] }, outcome([new Array<number>(n).fill(0)])),
    );
    expect(few![1]).toBeCloseTo(1.959963984540054 / 12, 12);
    expect(few![0]).toBe(-few![1]);
    expect(many![1]).toBeLessThan(0.002);
  });

  it('of episodes has what other groups would change beside what chance of episodes does', () => {
    const perSplit = Float64Array.from([0.7, 0.8, 0.75, 0.75]);
    const replicate = (centre: number) => Float64Array.of(centre - 0.01, centre + 0.01);
    const replicates = [0.6, 0.7, 0.8, 0.9].map(replicate);
    const { value, error, monteCarlo } = spreadOfEpisodes({
      ...outcome([[0.7, 0.85]]),
      perSplit,
      perReplicate: replicates,
    });
    expect(value).toBeCloseTo(0.75, 12);
    expect(monteCarlo ** 2).toBeCloseTo(variance(perSplit) / 4, 12);
    const between = variance([0.6, 0.7, 0.8, 0.9]) - (2 * 0.01 ** 2) / 2;
    expect(error ** 2).toBeCloseTo(between + monteCarlo ** 2, 12);
    const bounded = ([low, high]: number[]): number =>
      spreadOfEpisodes({ ...outcome([[low!, high!]]), perSplit, perReplicate: replicates }).error ** 2;
    expect(bounded([0.5, 0.9])).toBeCloseTo(0.04 + monteCarlo ** 2, 12);
    expect(bounded([0.74, 0.76])).toBeCloseTo(5 * 0.0001 + monteCarlo ** 2, 12);
  });

  it('has quantiles as numpy has them', () => {
    expect(quantile([1, 2, 4, 8], 0.5)).toBe(3);
    expect(quantile([1, 2, 4, 8], 0.025)).toBeCloseTo(1.075, 12);
  });
});

describe('sign flips', () => {
  it('go through all signs of few groups', () => {
    expect(signFlipP([1, 1, 1, 1, 1], 1)).toBe(2 / 32);
    expect(signFlipP([1, 1, 1, 0, 0, -1], 1)).toBe(10 / 16);
    expect(signFlipP([0, 0, 0], 1)).toBe(1);
  });

  it('of many groups come near the binomial test, and are seeded', () => {
    const values = [...new Array<number>(30).fill(0.5), ...new Array<number>(14).fill(-0.5)];
    const p = signFlipP(values, 5);
    // Two-sided binomial test of 30 of 44 (scipy 1.17: binomtest(30, 44).pvalue).
    expect(Math.abs(p - 0.0226)).toBeLessThan(0.005);
    expect(signFlipP(values, 5)).toBe(p);
  });
});
