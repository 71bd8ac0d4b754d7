/** @file Plain and balanced imprinting (METHODS 1). */
import { describe, expect, it } from 'vitest';
import { withinClassCosine } from '../../../../../main/engine/imprinting/cohesion';
import { imprint, prototype } from '../../../../../main/engine/imprinting/imprint';
import { classMean, shrinkage } from '../../../../../main/engine/imprinting/shrinkage';
import { ClassSums } from '../../../../../main/engine/imprinting/sums';
import { dot, squaredLength } from '../../../../../main/engine/imprinting/vectors';
import { bytes, sumsOf, Synthetic } from './synthetic';

const space = new Synthetic(3, 96);
const classes = (shots: readonly number[], images = (group: number) => 1 + (group % 2)) =>
  shots.map((n) => sumsOf(space.samples(n, images)));
const keptOf = (sums: readonly ClassSums[], base: boolean) => shrinkage(sums, sums.map(classMean), base).kept;

describe('plain imprinting', () => {
  it('is the normalised mean of the shots', () => {
    const unit = (...values: number[]) => Float32Array.from(values);
    const sums = sumsOf([unit(1, 0, 0), unit(0, 1, 0)].map((u, i) => ({ group: `${i}`, u })));
    const { rows } = imprint([sums], { balanced: false, base: false });
    expect([...rows]).toEqual([Math.fround(Math.SQRT1_2), Math.fround(Math.SQRT1_2), 0]);
  });

  it('has unit rows', () => {
    const { rows } = imprint(classes([1, 4, 9]), { balanced: false, base: false });
    for (let c = 0; c < 3; c++) expect(squaredLength(rows.subarray(c * 96, c * 96 + 96))).toBeCloseTo(1, 6);
  });
});

describe('balanced imprinting', () => {
  it.each([1, 2, 5])('gives plain imprinting byte for byte at %d shots in every class', (shots) => {
    const equal = classes(Array<number>(6).fill(shots));
    const [plain, balanced] = [false, true].map((on) => imprint(equal, { balanced: on, base: false }).rows);
    expect(bytes(balanced!)).toBe(bytes(plain!));
  });

  it('keeps the class of most shots as it is and draws the others towards the mean of all, fewer shots further', () => {
    const unequal = classes([1, 3, 10]);
    const [one, three, ten] = keptOf(unequal, false) as [number, number, number];
    expect(ten).toBe(1);
    expect(one).toBeLessThan(three);
    expect(three).toBeLessThan(ten);
    const [plain, balanced] = [false, true].map((on) => imprint(unequal, { balanced: on, base: false }));
    expect(bytes(prototype(balanced!, 2))).toBe(bytes(prototype(plain!, 2)));
    expect(dot(prototype(balanced!, 0), prototype(balanced!, 2))).toBeGreaterThan(
      dot(prototype(plain!, 0), prototype(plain!, 2)),
    );
  });

  it('keeps λ itself beside base classes', () => {
    const sums = classes([1, 3, 10]);
    const [alone, beside] = [keptOf(sums, false), keptOf(sums, true)];
    expect(beside[2]).toBeLessThan(1);
    beside.forEach((kept, c) => expect(kept / beside[2]!).toBeCloseTo(alone[c]!, 12));
  });

  it('follows the formula', () => {
    const [a, b] = [Float32Array.of(1, 0), Float32Array.of(0, 1)];
    const two = sumsOf([a, a].map((u, i) => ({ group: `${i}`, u })));
    const one = sumsOf([{ group: '0', u: b }]);
    // ρ: two groups of cosine 1 and five of .5. m = (.5, .5), Σ|x̄ - m|²/(C-1) = 1.
    const within = 1 - 4.5 / 7;
    const between = 1 - (within / 2 + within) / 2;
    const lambda = [2, 1].map((n) => between / (between + within / n));
    expect(keptOf([two, one], true).map((kept, c) => kept - lambda[c]!)).toEqual([
      expect.closeTo(0, 12),
      expect.closeTo(0, 12),
    ]);
  });

  it('never takes classes for one and the same: τ² is at least .05σ²', () => {
    const u = Float32Array.of(0.6, 0.8).map(Math.fround);
    const same = [1, 3].map((n) => sumsOf(Array.from({ length: n }, (_, i) => ({ group: `${i}`, u }))));
    expect(keptOf(same, true)).toEqual([
      expect.closeTo(0.05 / 1.05, 12),
      expect.closeTo(0.05 / (0.05 + 1 / 3), 12),
    ]);
  });

  it('of a single class is plain imprinting, beside base classes too', () => {
    const [single] = classes([4]);
    for (const base of [false, true])
      expect(bytes(imprint([single!], { balanced: true, base }).rows)).toBe(
        bytes(imprint([single!], { balanced: false, base }).rows),
      );
  });
});

describe('ρ, the mean cosine within classes', () => {
  it('is exactly .5 where no class has two groups', () => {
    expect(withinClassCosine(classes([1, 1, 1], () => 3))).toBe(0.5);
  });

  it('averages over groups, not over the frames of a burst, and counts five more of .5', () => {
    const samples = [space.samples(4, (group) => 1 + group), space.samples(3), space.samples(1)];
    const sums = samples.map(sumsOf);
    const cosines = sums.slice(0, 2).flatMap((one) => {
      const shots = one.groupNames().map((name) => Float32Array.from(one.shot(name)));
      return shots.map((shot, i) => {
        const others = shots.filter((_, j) => j !== i);
        return others.reduce((sum, other) => sum + dot(shot, other), 0) / others.length;
      });
    });
    const expected = (cosines.reduce((a, b) => a + b) + 2.5) / (7 + 5);
    expect(withinClassCosine(sums)).toBeCloseTo(expected, 6);
  });
});

describe('refusals', () => {
  const options = { balanced: true, base: false };
  it('of no classes, an empty class and unequal dimensions', () => {
    expect(() => imprint([], options)).toThrow('at least one class, got none');
    expect(() => imprint([...classes([1]), new ClassSums(96)], options)).toThrow('class 1 of 2 has 0 shots');
    expect(() => imprint([...classes([1]), new ClassSums(5)], options)).toThrow(
      'sum of class 1 has 5 values, expected 96',
    );
  });

  it('of a class whose mean has no direction', () => {
    const [x, y] = [Float32Array.of(1, 0), Float32Array.of(-1, 0)];
    const sums = sumsOf([
      { group: 'a', u: x },
      { group: 'b', u: y },
    ]);
    expect(() => imprint([sums], { balanced: false, base: false })).toThrow(
      'class mean is zero in all 2 values',
    );
  });
});
