/** @file Logistic regression, beside scikit-learn's (test/golden/training/logistic.py). */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { logits, softmax } from '../../../../../../main/engine/imprinting/head';
import { methodOf } from '../../../../../../main/engine/training';
import { logLoss } from '../../../../../../main/engine/training/logLoss';
import { scoped } from '../../../../../../main/engine/training/optimise/scope';
import { baseOf, contextOf, setOf, synthetic } from '../sets';

interface Case {
  raw: number[][];
  labels: number[];
  groups: number[];
  coefficients: number[][];
  intercepts: number[];
  probabilities: number[][];
}

const file = path.resolve(import.meta.dirname, '../../../../../golden/training/logistic.json');
const { step, cases } = JSON.parse(readFileSync(file, 'utf8')) as {
  step: number;
  cases: Record<string, Case>;
};
const logistic = methodOf('logistic');

describe('logistic regression', () => {
  it.each(Object.entries(cases))('is that of scikit-learn: %s', async (_, golden) => {
    const raw = golden.raw.map((values) => Float64Array.from(values, (value) => value / step));
    const set = setOf(raw.map((a, i) => ({ a, label: golden.labels[i]!, group: golden.groups[i]! })));
    const head = await logistic.fit(set, contextOf());
    raw.forEach((a, row) =>
      softmax(logits(head, a)).forEach((probability, c) =>
        expect(probability).toBeCloseTo(golden.probabilities[row]![c]!, 4),
      ),
    );
    if (head.classes === 2) return;
    golden.coefficients.forEach((row, c) => {
      expect(head.bias[c]).toBeCloseTo(golden.intercepts[c]!, 3);
      row.forEach((value, i) =>
        expect(head.scale[c]! * head.weights[c * row.length + i]!).toBeCloseTo(value, 3),
      );
    });
  });

  it('of two classes has the difference of its rows from scikit-learn', async () => {
    const golden = cases['two classes']!;
    const raw = golden.raw.map((values) => Float64Array.from(values, (value) => value / step));
    const set = setOf(raw.map((a, i) => ({ a, label: golden.labels[i]!, group: golden.groups[i]! })));
    const { scale, weights, bias } = await logistic.fit(set, contextOf());
    golden.coefficients[0]!.forEach((value, i) =>
      expect(scale[1]! * weights[24 + i]! - scale[0]! * weights[i]!).toBeCloseTo(value, 3),
    );
    expect(bias[1]! - bias[0]!).toBeCloseTo(golden.intercepts[0]!, 3);
  });

  it('goes down with every step', async () => {
    const losses: number[] = [];
    const progress = ({ loss }: { loss: number | null }) => void losses.push(loss!);
    await logistic.fit(synthetic([5, 3, 8]).set, contextOf({}, { progress }));
    expect(losses.length).toBeGreaterThan(5);
    expect(losses.every((loss, at) => at === 0 || loss <= losses[at - 1]!)).toBe(true);
  });

  it('has the slope of its loss', () =>
    scoped(async (own) => {
      const { set } = synthetic([3, 2, 2], 9, 6);
      const evaluate = logLoss(set, new Float64Array(7).fill(0.7), 1, own);
      const x = Float64Array.from({ length: 21 }, (_, i) => Math.sin(i));
      const { gradient } = evaluate(x);
      for (let i = 0; i < 21; i++) {
        const at = (by: number) => evaluate(x.map((value, j) => (j === i ? value + by : value))).value;
        expect((at(0.01) - at(-0.01)) / 0.02).toBeCloseTo(gradient[i]!, 3);
      }
      await Promise.resolve();
    }));

  it('does not stand beside classes that it has no images of', async () => {
    const { set, space } = synthetic([2, 3]);
    const fit = logistic.fit(set, contextOf({}, { base: baseOf(space) }));
    await expect(fit).rejects.toThrow(/cannot stand beside classes it has no images of/);
  });

  it('ends between two steps where it is cancelled', async () => {
    const cancelled = new AbortController();
    const progress = (): void => cancelled.abort(new Error('enough'));
    const context = contextOf({}, { progress, signal: cancelled.signal });
    await expect(logistic.fit(synthetic([4, 4]).set, context)).rejects.toThrow('enough');
  });
});
