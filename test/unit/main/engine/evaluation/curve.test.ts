/** @file The curve over the number of shots: its arithmetic, its questions, its words. Randomness: pure-rand's xoroshiro128+. */
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { describe, expect, it } from 'vitest';
import { tf } from '../../../../../main/engine/backbone/tensorflow';
import { learningCurve } from '../../../../../main/engine/evaluation/curve/curve';
import { drawOf, drawOfReplicate, replicateOf } from '../../../../../main/engine/evaluation/curve/draws';
import { extentOf } from '../../../../../main/engine/evaluation/curve/extent';
import { growthOf } from '../../../../../main/engine/evaluation/curve/growth';
import { productsOf } from '../../../../../main/engine/evaluation/curve/products';
import { curveSentence } from '../../../../../main/engine/evaluation/curve/sentences';
import { subset, unitOf } from '../../../../../main/engine/evaluation/evaluatedSet';
import { shotsOf } from '../../../../../main/engine/evaluation/splits/split';
import { plainScorer } from '../../../../../main/engine/guessing/scorer';
import { tensorScorer } from '../../../../../main/engine/guessing/tensorScorer';
import { logits } from '../../../../../main/engine/imprinting/head';
import { argmax } from '../../../../../main/engine/imprinting/vectors';
import { methodOf } from '../../../../../main/engine/training';
import { CONTEXT, singles, synthetic } from './sets';

const set = synthetic({
  sizes: [[1, 2, 1, 3, 1, 1, 1], [2, 1, 1, 1, 1, 1], ...singles(2, 8), [1]],
  within: 1.1,
});
const shots = shotsOf(set).slice(0, 4).flat();
const numbers = [0, 1, 2, 3].map((own) =>
  shots.flatMap((shot, number) => (shot.class === own ? number : [])),
);

describe('growth over shots', () => {
  it('is what imprinting from these shots comes to, at every number of them', async () => {
    const draw = drawOf(numbers, 5, xoroshiro128plus(3));
    const points = [1, 2, 4, 5];
    const growth = growthOf(draw, shots, productsOf(set, shots, plainScorer), points);
    for (const [p, count] of points.entries()) {
      const teaching = draw.support.flatMap((order) =>
        order.slice(0, count).flatMap((shot) => shots[shot]!.rows),
      );
      const head = await methodOf('imprinting').fit(
        subset(set, Int32Array.from(teaching), [0, 1, 2, 3]),
        CONTEXT,
      );
      for (const shot of draw.asked.keys()) {
        const { asked, class: own } = shots[shot]!;
        const right = asked.filter(
          (row) => argmax(logits(head, Float64Array.from(unitOf(set, row)))) === own,
        );
        expect(growth.get(shot)![p]).toBeCloseTo(right.length / asked.length, 12);
      }
    }
  });

  it('asks the same at every number, and never what teaches', () => {
    const random = xoroshiro128plus(4);
    for (let i = 0; i < 50; i++) {
      const counts = replicateOf(numbers, random);
      for (const { support, asked } of [drawOf(numbers, 5, random), drawOfReplicate(counts, 5, random)]) {
        expect(support.flat().some((shot) => asked.has(shot))).toBe(false);
        expect(support.every(({ length }) => length >= 1 && length <= 5)).toBe(true);
        for (const own of numbers) expect(own.some((shot) => asked.has(shot))).toBe(true);
      }
      counts.forEach((own, c) =>
        expect([...own.values()].reduce((sum, count) => sum + count)).toBe(numbers[c]!.length),
      );
    }
  });
});

describe('a curve', () => {
  it('goes as far as half of the classes can, and says which cannot', () => {
    const { points, classes, tooFew } = extentOf(shotsOf(set));
    expect([points, classes, tooFew]).toEqual([
      [1, 2, 3, 5, 6],
      [0, 2, 3],
      [1, 4],
    ]);
    expect(extentOf(shotsOf(synthetic({ sizes: singles(3, 2) }))).points).toEqual([1]);
    expect(extentOf(shotsOf(synthetic({ sizes: singles(2, 50) }))).points).toEqual([
      1, 2, 3, 5, 8, 12, 20, 30, 40,
    ]);
  });

  it('rises with shots, is seeded, has intervals around its points and leaves no tensor behind', async () => {
    const before = tf.memory().numTensors;
    const large = synthetic({ sizes: singles(6, 25), within: 1.3 });
    const curve = await learningCurve(large, { seed: 2, scorer: tensorScorer(tf) });
    expect(tf.memory().numTensors).toBe(before);
    const values = curve.points.map(({ accuracy }) => accuracy.value!);
    expect(values.at(-1)).toBeGreaterThan(values[0]! + 0.1);
    for (const { accuracy } of curve.points) {
      expect(accuracy).toMatchObject({ n: 150, groups: 150, why: null });
      expect(accuracy.interval![0]).toBeLessThan(accuracy.value!);
      expect(accuracy.interval![1]).toBeGreaterThan(accuracy.value!);
    }
    expect(curve.sentence).toMatch(/^From 8 to 20 images per class the estimate/);
    expect(await learningCurve(large, { seed: 2, scorer: tensorScorer(tf) })).toEqual(curve);
  });

  it('says that every class has one prototype where guesses give one several', async () => {
    const options = { seed: 2, scorer: plainScorer };
    const of = (own: number) => ({ ...set, several: [0, 1, 2, 3, 4].map((c) => c === own) });
    const [plain, parted, apart] = [
      await learningCurve(set, options),
      await learningCurve(of(2), options),
      await learningCurve(of(1), options),
    ];
    expect(parted.points).toEqual(plain.points);
    expect(parted.sentence).toBe(
      `${plain.sentence} Here every class has one prototype, also those to which guesses give several, so these figures may be lower than the estimate.`,
    );
    expect(apart.sentence).toBe(plain.sentence);
  });

  it('asks only what may be asked', async () => {
    const bulk = { ...set, asked: set.asked.map((_, row) => Number(row % 3 > 0)) };
    const { points } = await learningCurve(bulk, { seed: 2, scorer: plainScorer });
    const rows = shotsOf(bulk).filter((own) => own.length > 6);
    expect(points[0]!.accuracy.n).toBe(rows.flat().flatMap(({ asked }) => asked).length);
  });

  it('says why there is none, and stops when it is cancelled', async () => {
    const none = await learningCurve(synthetic({ sizes: singles(3, 1) }), { seed: 2, scorer: plainScorer });
    expect(none).toMatchObject({ points: [], classes: [], tooFew: [0, 1, 2] });
    expect(none.sentence).toContain('two classes with two');
    const control = new AbortController();
    const stopped = learningCurve(set, { seed: 2, scorer: plainScorer, signal: control.signal });
    control.abort(new Error('enough'));
    await expect(stopped).rejects.toThrow('enough');
  });

  it('says in words whether more images help', () => {
    expect(curveSentence(5, 10, { value: 0.01, interval: [0, 0.029] })).toBe(
      'From 5 to 10 images per class the estimate rises by 1 point (0 to 3): more images of the same kind will hardly help.',
    );
    expect(curveSentence(1, 3, { value: 0.2, interval: [0.1, 0.3] })).toContain('will probably help');
    expect(curveSentence(1, 3, { value: 0.02, interval: [-0.1, 0.15] })).toContain('cannot be told');
    expect(curveSentence(1, 1, { value: 0, interval: [0, 0] })).toContain('nothing can be said');
  });
});
