/** @file Thresholds for a class that must not be missed. Randomness: pure-rand's xoroshiro128+. */
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { describe, expect, it } from 'vitest';
import {
  casesNeeded,
  operatingCurve,
  thresholdsPerClass,
  type ScoredCheck,
} from '../../../../../main/engine/evaluation/operating/operating';
import { shareAtMost } from '../../../../../main/engine/evaluation/statistics/bounds';
import { golden } from './goldens';

const random = xoroshiro128plus(41);
/** Confidence of the class: cases mostly high, others mostly low. */
const score = (isCase: boolean): number => {
  const value = uniformFloat64(random) ** 2;
  return isCase ? 1 - value : value;
};
const checks = (cases: number, others: number, group = (i: number) => `g${i}`): ScoredCheck[] =>
  Array.from({ length: cases + others }, (_, i) => {
    const value = score(i < cases);
    return { class: i < cases ? 0 : 1, group: group(i), scores: [value, 1 - value] };
  });
const options = { class: 0, name: 'Wolf', scale: 'confidence', wanted: 0.1 } as const;

describe('the bound of a share', () => {
  it("is statsmodels' and scipy's one-sided Clopper-Pearson bound", () => {
    for (const { k, n, upper } of golden.oneSided) expect(shareAtMost(k, n)).toBeCloseTo(upper, 9);
  });

  it('needs as many images as it says', () => {
    expect([0.01, 0.05, 0.1, 0.5].map(casesNeeded)).toEqual([299, 59, 29, 5]);
    for (const wanted of [0.01, 0.05, 0.1]) {
      expect(shareAtMost(0, casesNeeded(wanted))).toBeLessThanOrEqual(wanted);
      expect(shareAtMost(0, casesNeeded(wanted) - 1)).toBeGreaterThan(wanted);
    }
  });
});

describe('a curve of misses against false alarms', () => {
  it('counts both at every threshold, with bounds that grow as they do', () => {
    const some = checks(80, 120);
    const { points, cases, others } = operatingCurve(some, options);
    expect([cases, others]).toEqual([
      { n: 80, groups: 80 },
      { n: 120, groups: 120 },
    ]);
    points.forEach(({ threshold, misses, missesAtMost, falseAlarms }, i) => {
      const missed = some.filter((one) => one.class === 0 && one.scores[0]! < threshold).length;
      const alarms = some.filter((one) => one.class === 1 && one.scores[0]! >= threshold).length;
      expect([misses, falseAlarms]).toEqual([missed / 80, alarms / 120]);
      expect(missesAtMost).toBe(shareAtMost(missed, 80));
      if (i > 0) expect(missesAtMost).toBeGreaterThanOrEqual(points[i - 1]!.missesAtMost);
    });
    expect(points[0]!.misses).toBe(0);
  });

  it('chooses the highest threshold that keeps the promise, and says it in words', () => {
    const { points, chosen, why, sentence } = operatingCurve(checks(80, 120), options);
    expect(why).toBeNull();
    expect(chosen!.missesAtMost).toBeLessThanOrEqual(0.1);
    const next = points[points.indexOf(chosen!) + 1]!;
    expect(next.missesAtMost).toBeGreaterThan(0.1);
    expect(sentence).toMatch(
      /^Call an image Wolf from [\d.]+\s% on: of 80 images of it .* would be missed \(at most/,
    );
  });

  it('keeps its promise on new images about as often as it says', () => {
    let kept = 0;
    for (let trial = 0; trial < 400; trial++) {
      const { chosen } = operatingCurve(checks(60, 1), options);
      // A case is below t with probability P(1 - v² < t) = 1 - sqrt(1 - t).
      if (chosen === null || 1 - Math.sqrt(1 - chosen.threshold) <= 0.1) kept++;
    }
    expect(kept / 400).toBeGreaterThan(0.92);
  });

  it('is refused below what the promise takes, by images and by what groups are worth', () => {
    const few = operatingCurve(checks(28, 50), options);
    expect(few.chosen).toBeNull();
    expect(few.why).toContain('takes 29 independent images');
    expect(few.sentence).toBe(few.why);
    expect(operatingCurve(checks(29, 50), options).chosen).not.toBeNull();
    const bursts = operatingCurve(
      checks(80, 0, (i) => `burst ${Math.floor(i / 8)}`),
      options,
    );
    expect(bursts).toMatchObject({ chosen: null, cases: { n: 80, groups: 10 } });
    expect(operatingCurve(checks(0, 50), options)).toMatchObject({ points: [], chosen: null });
  });

  it('has a threshold for every class that has enough, and only for these', () => {
    const [wolf, dog, cat] = thresholdsPerClass(checks(60, 20), ['Wolf', 'Dog', 'Cat'], options);
    expect(wolf!.point!.missesAtMost).toBeLessThanOrEqual(0.1);
    expect(wolf!.cases).toEqual({ n: 60, groups: 60 });
    expect([dog!.point, cat!.point]).toEqual([null, null]);
  });

  it('has no more points than a screen shows, the chosen one among them', () => {
    const { points, chosen } = operatingCurve(checks(900, 10), options);
    expect(points.length).toBeLessThanOrEqual(202);
    expect(points).toContain(chosen);
  });
});
