/** @file The fast scores of a head beside the reference. */
import { describe, expect, it } from 'vitest';
import { tf } from '../../../../../main/engine/backbone/tensorflow';
import { headScores } from '../../../../../main/engine/evaluation/headScores';
import { tensorScorer } from '../../../../../main/engine/guessing/tensorScorer';
import { logits, type Head } from '../../../../../main/engine/imprinting/head';
import { unitOf } from '../../../../../main/engine/evaluation/evaluatedSet';
import { Synthetic } from '../imprinting/synthetic';
import { singles, synthetic } from './sets';

const D = 24;
const set = synthetic({ sizes: singles(3, 200), dimension: D });
const space = new Synthetic(5, D);
const normal = (count: number): number[] => Array.from({ length: count }, () => space.gaussian());

function headOf(input: Head['input'], shifted: boolean, projected: boolean, counts: number[] | null): Head {
  const [dimension, rows] = [projected ? 10 : D, counts ? 6 : 4];
  return {
    input,
    shift: shifted ? Float32Array.from(normal(D)) : null,
    projection: projected ? Float32Array.from(normal(D * dimension)) : null,
    classes: 4,
    counts,
    dimension,
    weights: Float64Array.from(normal(rows * dimension)),
    scale: Float64Array.from(normal(rows), (value) => 5 + value),
    bias: Float64Array.from(normal(rows)),
    temperature: 1.7,
  };
}

describe('scores of many images by one head', () => {
  for (const input of ['unit', 'raw'] as const)
    for (const [shifted, projected, counts] of [
      [false, false, null],
      [true, false, null],
      [false, true, null],
      [true, true, [1, 2, 2, 1]],
    ] as const)
      it(`are those of the reference: ${input}, shift ${shifted}, projection ${projected}`, () => {
        const head = headOf(input, shifted, projected, counts ? [...counts] : null);
        const before = tf.memory().numTensors;
        const scores = headScores(head, set.units, set.lengths, tensorScorer(tf));
        expect(tf.memory().numTensors).toBe(before);
        for (let row = 0; row < set.lengths.length; row += 7) {
          const a = Float64Array.from(unitOf(set, row), (value) => value * set.lengths[row]!);
          logits(head, a).forEach((logit, c) =>
            expect(Math.abs(scores[row * 4 + c]! - logit) / (1 + Math.abs(logit))).toBeLessThan(1e-5),
          );
        }
      });

  it('are no numbers where an image has no direction left', () => {
    const head = { ...headOf('unit', true, false, null), shift: Float32Array.from(unitOf(set, 0)) };
    const scores = headScores(head, set.units.slice(0, D), Float64Array.of(1), tensorScorer(tf));
    expect(scores.every(Number.isNaN)).toBe(true);
  });
});
