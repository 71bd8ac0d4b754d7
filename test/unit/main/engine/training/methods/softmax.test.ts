/** @file Cosine softmax fine-tuning. */
import { describe, expect, it } from 'vitest';
import { tf } from '../../../../../../main/engine/backbone/tensorflow';
import { logits, softmax as share } from '../../../../../../main/engine/imprinting/head';
import { basePrototypes } from '../../../../../../main/engine/imprinting/joins/replace';
import { expectedScale } from '../../../../../../main/engine/imprinting/scale';
import { dot, squaredLength } from '../../../../../../main/engine/imprinting/vectors';
import { methodOf } from '../../../../../../main/engine/training';
import { rawOf, supportOf } from '../../../../../../main/engine/training/support';
import { balancedWeights } from '../../../../../../main/engine/training/weights';
import { bytes } from '../../imprinting/synthetic';
import { baseOf, contextOf, setOf, synthetic } from '../sets';

const softmax = methodOf('softmax');

describe('cosine softmax fine-tuning', () => {
  it('begins as plain imprinting with the scale that is to be expected, to the byte', async () => {
    const { set } = synthetic([1, 4, 2]);
    const [start, imprinted] = [
      await softmax.fit(set, contextOf({ steps: 0 })),
      await methodOf('imprinting').fit(set, contextOf()),
    ];
    expect(bytes(start.weights)).toBe(bytes(imprinted.weights));
    const sums = supportOf(set).map((one) => one.sums);
    expect([...start.scale]).toEqual(Array(3).fill(expectedScale(sums, 30)));
  });

  it('goes down the cross-entropy of classes and shots that weigh the same', async () => {
    const { set } = synthetic([1, 4, 2]);
    const start = await softmax.fit(set, contextOf({ steps: 0 }));
    const weights = balancedWeights(set);
    const expected = [...set.labels].reduce(
      (sum, label, row) => sum - weights[row]! * Math.log(share(logits(start, rawOf(set, row)))[label]!),
      0,
    );
    const losses: number[] = [];
    await softmax.fit(set, contextOf({}, { progress: ({ loss }) => losses.push(loss!) }));
    expect(losses).toHaveLength(100);
    expect(losses[0]).toBeCloseTo(expected, 5);
    expect(losses.at(-1)).toBeLessThan(expected / 2);
  });

  it('keeps unit rows, and s above 0', async () => {
    const { set } = synthetic([3, 3, 3, 3]);
    const { weights, scale } = await softmax.fit(set, contextOf());
    for (let c = 0; c < 4; c++)
      expect(squaredLength(weights.subarray(c * 32, c * 32 + 32))).toBeCloseTo(1, 6);
    expect(scale.every((s) => s > 0 && s === scale[0])).toBe(true);
  });

  it('takes a burst for one shot', async () => {
    const { images } = synthetic([2, 3]);
    const burst = setOf([images[0]!, images[0]!, images[0]!, ...images.slice(1)]);
    const [once, thrice] = [
      await softmax.fit(setOf(images), contextOf()),
      await softmax.fit(burst, contextOf()),
    ];
    for (let at = 0; at < once.weights.length; at++)
      expect(thrice.weights[at]).toBeCloseTo(once.weights[at]!, 4);
  });

  it('draws its batches by the seed where there are more images than one step sees', async () => {
    const { set } = synthetic([150, 150], 8, 16);
    const fit = (seed: number) => softmax.fit(set, contextOf({ seed, steps: 3 }));
    const [one, again, other] = [await fit(1), await fit(1), await fit(2)];
    expect(bytes(again.weights)).toBe(bytes(one.weights));
    expect(bytes(other.weights)).not.toBe(bytes(one.weights));
  });

  it('stands beside base classes as imprinted rows do: theirs are p_k, and own ones get γ', async () => {
    const { set, space } = synthetic([2, 3]);
    const base = baseOf(space, 'replace', 1.5);
    const head = await softmax.fit(set, contextOf({}, { base }));
    const { rows } = basePrototypes(base.classifier);
    expect(bytes(head.weights.subarray(0, rows.length))).toBe(bytes(Float64Array.from(rows)));
    expect([...head.bias.subarray(29)]).toEqual([0, 1.5, 1.5]);
    const alone = await softmax.fit(set, contextOf());
    const row = set.units.subarray(0, 32);
    const own = alone.scale[0]! * dot(row, Float32Array.from(alone.weights.subarray(0, 32))) + 1.5;
    expect(logits(head, rawOf(set, 0))[30]).toBeCloseTo(own, 4);
  });

  it('is not appended', async () => {
    const { set, space } = synthetic([2, 3]);
    const context = contextOf({}, { base: baseOf(space, 'append') });
    await expect(softmax.fit(set, context)).rejects.toThrow(/only plain imprinting can/);
  });

  it('ends between two steps where it is cancelled', async () => {
    const before = tf.memory().numTensors;
    const [cancelled, steps] = [new AbortController(), [] as number[]];
    const context = contextOf(
      {},
      {
        signal: cancelled.signal,
        progress: ({ step }) => {
          steps.push(step);
          if (step === 5) cancelled.abort(new Error('enough'));
        },
      },
    );
    await expect(softmax.fit(synthetic([3, 3]).set, context)).rejects.toThrow('enough');
    expect(steps.at(-1)).toBe(5);
    expect(tf.memory().numTensors).toBe(before);
  });
});
