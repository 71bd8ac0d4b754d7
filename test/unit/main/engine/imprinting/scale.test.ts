/** @file The confidence scale (METHODS 1b). */
import { describe, expect, it } from 'vitest';
import { withinClassCosine } from '../../../../../main/engine/imprinting/cohesion';
import { holdOut, type HeldOut } from '../../../../../main/engine/imprinting/folds';
import { softmax } from '../../../../../main/engine/imprinting/head';
import { imprint, prototype } from '../../../../../main/engine/imprinting/imprint';
import {
  confidenceScale,
  expectedScale,
  fitScale,
  mayShowPercentage,
  shotGrowth,
} from '../../../../../main/engine/imprinting/scale';
import { unitEmbedding } from '../../../../../main/engine/imprinting/unit';
import { argmax, dot } from '../../../../../main/engine/imprinting/vectors';
import { sumsOf, supportClass, Synthetic } from './synthetic';

const options = { balanced: true, base: false };
const D_E = 25;
const space = new Synthetic(41, 64);
const supportOf = (shots: readonly number[]) => shots.map((n) => supportClass(space.samples(n)));
const sumsFor = (shots: readonly number[]) => supportOf(shots).map(({ sums }) => sums);

function logLoss(held: readonly HeldOut[], s: number): number {
  const loss = (row: Float32Array, own: number) => -Math.log(softmax(row.map((cosine) => s * cosine))[own]!);
  return held.reduce(
    (sum, one) => sum + one.cosines.reduce((a, row) => a + loss(row, one.class), 0) / one.cosines.length,
    0,
  );
}

describe('s₀', () => {
  it('is d_e·√ρ/(1-ρ)·mean(n/(n+1))', () => {
    const sums = sumsFor([1, 4]);
    const rho = withinClassCosine(sums);
    expect(expectedScale(sums, D_E)).toBeCloseTo(
      ((25 * Math.sqrt(rho)) / (1 - rho)) * ((1 / 2 + 4 / 5) / 2),
      9,
    );
  });

  it('refuses an effective dimension that is not positive', () => {
    expect(() => expectedScale(sumsFor([2, 2]), 0)).toThrow('effective dimension must be positive, got 0');
  });
});

describe('the factor from folds to all shots', () => {
  it.each([2, 3, 10])('is n²/(n²-1) at %d shots in every class', (n) => {
    expect(shotGrowth(sumsFor([n, n, n]))).toBeCloseTo(n ** 2 / (n ** 2 - 1), 12);
  });

  it('leaves out that a class of one shot loses none', () => {
    expect(shotGrowth(sumsFor([1, 2]))).toBeCloseTo((1 / 2 + 2 / 3) / (1 / 2 + 1 / 2), 12);
  });
});

describe('the fitted s', () => {
  const held = holdOut(supportOf([6, 6, 6, 6]), options);

  it.each([3, 15, 60, 400])('has the least log loss under the prior around %d', (expected) => {
    const objective = (s: number) => logLoss(held, s) + Math.log(s / expected) ** 2 / (2 * 0.4 ** 2);
    const s = fitScale(held, expected);
    for (const nearby of [0.9, 0.999, 1.001, 1.1])
      expect(objective(s * nearby)).toBeGreaterThan(objective(s));
  });

  it('stays finite where maximum likelihood would not', () => {
    const separable = [0, 1, 2].flatMap((own) =>
      Array.from({ length: 8 }, (_, i) => {
        const cosines = [Float32Array.from([0, 1, 2], (k) => (k === own ? 0.7 : 0.3))];
        return { class: own, group: `${i}`, cosines };
      }),
    );
    const s = fitScale(separable, 20);
    expect(s).toBeGreaterThan(20);
    expect(s).toBeLessThan(20 * Math.exp(4 * 0.4));
  });
});

describe('which scale is used', () => {
  const scaleOf = (shots: readonly number[]) => {
    const support = supportOf(shots);
    const sums = support.map((one) => one.sums);
    return {
      sums,
      held: holdOut(support, options),
      result: confidenceScale(sums, holdOut(support, options), D_E),
    };
  };

  it('is s₀ below 20 held-out groups or 3 classes', () => {
    for (const shots of [
      [6, 6, 7],
      [12, 12],
      [19, 19, 1],
    ]) {
      const { sums, result } = scaleOf(shots);
      expect(result).toEqual({ scale: expectedScale(sums, D_E), fitted: false });
    }
  });

  it('is fitted from 20 held-out groups in 3 classes on, for the shots there are', () => {
    const { sums, held, result } = scaleOf([6, 6, 8]);
    const growth = shotGrowth(sums);
    expect(result).toEqual({
      scale: fitScale(held, expectedScale(sums, D_E) / growth) * growth,
      fitted: true,
    });
  });

  it('is none with one image per class, one burst per class, or one class: no percentage', () => {
    expect(scaleOf([1, 1, 1]).result).toBeNull();
    expect(scaleOf([9]).result).toBeNull();
    const bursts = [4, 4].map((n) => sumsOf(space.samples(1, () => n)));
    expect(confidenceScale(bursts, [], D_E)).toBeNull();
    expect(mayShowPercentage(sumsFor([1, 2]))).toBe(true);
  });
});

describe('calibration on new images', () => {
  /** d_e of these embeddings: as measured for a backbone, the value whose s₀ has the least log loss on other sets. */
  const SYNTHETIC_D_E = 40;

  /** Mean gap between confidence and accuracy over ten bins of equal counts. */
  function calibrationError(results: { confidence: number; right: boolean }[]): number {
    const sorted = [...results].sort((a, b) => a.confidence - b.confidence);
    const size = sorted.length / 10;
    const gap = (_: unknown, bin: number) => {
      const part = sorted.slice(bin * size, (bin + 1) * size);
      return Math.abs(
        part.reduce((sum, { confidence, right }) => sum + confidence - Number(right), 0) / size,
      );
    };
    return Array.from({ length: 10 }, gap).reduce((a, b) => a + b) / 10;
  }

  /** Errors of our scale and of s = 10 on 600 new images of six classes. */
  function measure(shots: number): { ours: number; ten: number } {
    const hard = new Synthetic(97, 64, 0.25, 0.45);
    const centres = Array.from({ length: 6 }, () => hard.centre());
    const support = centres.map((centre) => supportClass(hard.samples(shots, () => 1, centre)));
    const sums = support.map((one) => one.sums);
    const prototypes = imprint(sums, options);
    const images = centres.flatMap((centre, own) =>
      Array.from({ length: 100 }, () => ({ own, a: hard.image(centre) })),
    );
    const errorAt = (s: number) =>
      calibrationError(
        images.map(({ own, a }) => {
          const confidences = softmax(
            centres.map((_, c) => s * dot(unitEmbedding(a), prototype(prototypes, c))),
          );
          return { confidence: Math.max(...confidences), right: argmax(confidences) === own };
        }),
      );
    return {
      ours: errorAt(confidenceScale(sums, holdOut(support, options), SYNTHETIC_D_E)!.scale),
      ten: errorAt(10),
    };
  }

  it.each([
    [3, 's₀'],
    [5, 'the fitted s'],
    [12, 'the fitted s'],
  ])('is within 6 %% at %d shots with %s, and far off at s = 10', (shots) => {
    const { ours, ten } = measure(shots);
    expect(ours).toBeLessThan(0.06);
    expect(ten).toBeGreaterThan(0.4);
  });
});
