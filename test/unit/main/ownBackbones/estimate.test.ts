/** @file What is estimated on the sample photos is what numpy makes of the same embeddings (test/golden/ownBackbones). */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { apartOf } from '../../../../main/ownBackbones/estimate/apart';
import { estimateConstants, SAMPLE_SHARE } from '../../../../main/ownBackbones/estimate/constants';
import { lossAt } from '../../../../main/ownBackbones/estimate/effectiveDimension';
import type { Labelled } from '../../../../main/ownBackbones/estimate/units';
import { areShares, faultOf, isSame, nearestTo } from '../../../../main/ownBackbones/estimate/values';
import { ROOT } from '../engine/backbone/support';

interface Golden {
  classes: number;
  each: number;
  embeddings: number[][];
  mean: number[];
  meanDistance: number;
  withinClassCosine: number;
  effectiveDimension: number;
  margin: number;
  right: number;
}

const golden = JSON.parse(
  readFileSync(path.join(ROOT, 'test/golden/ownBackbones/constants.json'), 'utf8'),
) as Golden;
const images: Labelled[] = golden.embeddings.map((row, i) => {
  const place = Math.floor(i / golden.each);
  return { embedding: Float32Array.from(row), class: place < golden.classes ? `class ${place}` : null };
});

describe('the constants', () => {
  const found = estimateConstants(images);

  it('have the mean, the distance to it and the cosine within classes', () => {
    expect(found.images).toBe(92);
    found.mean.forEach((value, i) => expect(value).toBeCloseTo(golden.mean[i]!, 5));
    expect(found.meanDistance).toBeCloseTo(golden.meanDistance, 5);
    expect(found.withinClassCosine).toBeCloseTo(golden.withinClassCosine, 6);
  });

  it('have the effective dimension of other draws, ten times as many, and the share of it that was measured', () => {
    const ratio = found.effectiveDimension / SAMPLE_SHARE / golden.effectiveDimension;
    expect(Math.abs(ratio - 1)).toBeLessThan(0.06);
  });

  it('are the same every time', () => {
    expect(estimateConstants(images)).toEqual(found);
  });
});

it('the loss is that of the softmax at the scale that the dimension gives', () => {
  const asked = [
    { cosines: Float64Array.of(0.9, 0.5), own: 0 },
    { cosines: Float64Array.of(0.7, 0.6), own: 1 },
    { cosines: Float64Array.of(0.2, 0.8), own: 1 },
  ];
  const scale = ((30 * Math.sqrt(0.6)) / 0.4) * (2 / 3);
  const of = (own: number, other: number): number => -Math.log(1 / (1 + Math.exp(scale * (other - own))));
  const expected = (of(0.9, 0.5) + (of(0.6, 0.7) + of(0.8, 0.2)) / 2) / 2;
  expect(lossAt(30, { shots: 2, cosine: 0.6, asked })).toBeCloseTo(expected, 9);
});

it('how well classes are told apart is what naive means and pairs say', () => {
  const { right, images: asked, margin } = apartOf(images);
  expect([right, asked]).toEqual([golden.right, 80]);
  expect(margin).toBeCloseTo(golden.margin, 6);
});

describe('values', () => {
  const rows = (...all: number[][]): Float32Array[] => all.map((row) => Float32Array.from(row));

  it.each([
    ['not finite', rows([1, 2], [NaN, 1])],
    ['not finite', rows([1, 2], [Infinity, 1])],
    ['zero', rows([1, 2], [0, 0])],
    ['alike', rows([1, 2], [2, 4], [3, 6])],
    [null, rows([1, 2], [2, 4], [3, 5])],
  ])('are %s', (fault, embeddings) => expect(faultOf(embeddings)).toBe(fault));

  it('are shares only where all of them add up to one', () => {
    expect(areShares(rows([0.25, 0.75], [1, 0]))).toBe(true);
    expect(areShares(rows([0.25, 0.75], [0.5, 0.6]))).toBe(false);
    expect(areShares(rows([1.5, -0.5]))).toBe(false);
  });

  it('are the same but for rounding', () => {
    expect(isSame(Float32Array.of(100, 1e-3), Float32Array.of(100.001, 0))).toBe(true);
    expect(isSame(Float32Array.of(100, 1), Float32Array.of(100, 1.1))).toBe(false);
    expect(isSame(Float32Array.of(NaN), Float32Array.of(NaN))).toBe(true);
  });

  it('have others nearest to them by their cosine, never themselves', () => {
    const byId = new Map(rows([1, 0], [1, 1], [5, 1]).map((row, id) => [id, row]));
    const near = nearestTo(0, byId, 5);
    expect(near.map(({ id }) => id)).toEqual([2, 1]);
    expect(near[1]!.cosine).toBeCloseTo(Math.SQRT1_2, 6);
  });
});
