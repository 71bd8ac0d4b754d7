/** @file What every method says of a set that nobody can learn from, and that it leaves nothing behind. */
import { describe, expect, it } from 'vitest';
import { PersonError } from '../../../../../main/contract/errors';
import { tf } from '../../../../../main/engine/backbone/tensorflow';
import { METHOD_IDS } from '../../../../../main/contract/training';
import { methodOf } from '../../../../../main/engine/training';
import type { LabelledSet } from '../../../../../main/engine/training/method';
import { contextOf, synthetic } from './sets';

const faults: [string, LabelledSet, RegExp][] = [
  ['one class', synthetic([4]).set, /All 4 images belong to one class/],
  ['one image', synthetic([1]).set, /only one labelled image/],
  ['a class without images', { ...synthetic([2, 2]).set, classes: 3 }, /1 class has no image/],
  ['no class at all', { ...synthetic([1]).set, classes: 0, labels: new Int32Array() }, /no image/],
  ['embeddings that are no numbers', broken(), /The embeddings of 2 of 5 images are not numbers/],
];

function broken(): LabelledSet {
  const { set } = synthetic([3, 2]);
  set.units[3] = NaN;
  set.lengths[4] = Infinity;
  return set;
}

describe.each(METHOD_IDS)('%s', (id) => {
  it.each(faults)('says so: %s', async (_, set, sentence) => {
    const before = tf.memory().numTensors;
    const empty = set.labels.length === 0;
    const given = empty
      ? { ...set, units: new Float32Array(), lengths: new Float64Array(), groups: new Int32Array() }
      : set;
    const fit = methodOf(id).fit(given, contextOf());
    await expect(fit).rejects.toThrow(sentence);
    await expect(fit).rejects.toBeInstanceOf(PersonError);
    expect(tf.memory().numTensors).toBe(before);
  });

  it('gives up where it was cancelled before it began, with the reason of who cancelled', async () => {
    const before = tf.memory().numTensors;
    const cancelled = new AbortController();
    cancelled.abort(new Error('enough'));
    const context = contextOf({}, { signal: cancelled.signal });
    await expect(methodOf(id).fit(synthetic([3, 3, 3]).set, context)).rejects.toThrow('enough');
    expect(tf.memory().numTensors).toBe(before);
  });

  it('leaves no tensor behind, and makes the same bytes again', async () => {
    const before = tf.memory().numTensors;
    const { set } = synthetic([4, 2, 6]);
    const [one, other] = [
      await methodOf(id).fit(set, contextOf({ steps: 12 })),
      await methodOf(id).fit(set, contextOf({ steps: 12 })),
    ];
    expect(tf.memory().numTensors).toBe(before);
    expect(other).toEqual(one);
  });

  it('learns from two images that are the same and were labelled differently', async () => {
    const { set } = synthetic([2, 2]);
    set.units.copyWithin(0, 2 * set.dimension, 3 * set.dimension);
    const head = await methodOf(id).fit(set, contextOf({ steps: 12 }));
    expect(head.weights.every(Number.isFinite)).toBe(true);
  });
});
