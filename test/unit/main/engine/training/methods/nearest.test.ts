/** @file The nearest labelled shot, beside a search of all of them. */
import { describe, expect, it } from 'vitest';
import { logits } from '../../../../../../main/engine/imprinting/head';
import { squaredDistance, argmax } from '../../../../../../main/engine/imprinting/vectors';
import { unitEmbedding } from '../../../../../../main/engine/imprinting/unit';
import { methodOf } from '../../../../../../main/engine/training';
import { unitOf } from '../../../../../../main/engine/training/support';
import { bytes } from '../../imprinting/synthetic';
import { baseOf, contextOf, setOf, synthetic } from '../sets';

const nearest = methodOf('nearest');

describe('nearest neighbour', () => {
  it('names the class of the nearest image', async () => {
    const { set, queries } = synthetic([5, 1, 9, 3]);
    const head = await nearest.fit(set, contextOf());
    expect(head.counts).toEqual([5, 1, 9, 3]);
    for (const { a } of queries) {
      const distances = [...set.labels].map((_, row) => -squaredDistance(unitEmbedding(a), unitOf(set, row)));
      expect(argmax(logits(head, a))).toBe(set.labels[argmax(distances)]);
    }
  });

  it('of one image per class is imprinting, to the byte', async () => {
    const { set } = synthetic([1, 1, 1]);
    const [one, other] = [
      await nearest.fit(set, contextOf()),
      await methodOf('imprinting').fit(set, contextOf()),
    ];
    expect(one).toEqual(other);
    expect(bytes(one.weights)).toBe(bytes(other.weights));
  });

  it('takes a burst for one shot, in the middle of its frames', async () => {
    const { images } = synthetic([3, 2]);
    const burst = images.map((one) => (one.label === 0 ? { ...one, group: 0 } : one));
    const head = await nearest.fit(setOf(burst), contextOf());
    expect(head.counts).toEqual([1, 2]);
    const plain = await methodOf('imprinting').fit(setOf(burst), contextOf());
    expect(bytes(head.weights.subarray(0, 32))).toBe(bytes(plain.weights.subarray(0, 32)));
  });

  it('has a scale of its own: folds say it, where there are enough', async () => {
    const [few, many] = [synthetic([2, 2, 2]).set, synthetic([9, 9, 9]).set];
    const [one, other] = [await nearest.fit(few, contextOf()), await nearest.fit(many, contextOf())];
    const imprinted = await methodOf('imprinting').fit(few, contextOf());
    // Two shots count n/(n + 1) = 2/3, one counts 1/2.
    expect(one.scale[0]).toBeCloseTo((imprinted.scale[0]! * 3) / 4, 9);
    expect(other.scale.every((s) => s > 0 && s === other.scale[0])).toBe(true);
  });

  it('does not ask images that were accepted in bulk how sure it may be', async () => {
    const { set } = synthetic([9, 9, 9]);
    const asked = Uint8Array.from(set.labels, (_, row) => row % 2);
    const [all, half] = [
      await nearest.fit(set, contextOf()),
      await nearest.fit({ ...set, asked }, contextOf()),
    ];
    expect(bytes(half.weights)).toBe(bytes(all.weights));
    // 13 groups are too few: what is expected.
    const few = await nearest.fit({ ...set, asked: new Uint8Array(27) }, contextOf());
    expect(half.scale).toEqual(few.scale);
    expect(half.scale).not.toEqual(all.scale);
  });

  it('stands beside base classes', async () => {
    const { set, space } = synthetic([2, 1]);
    const head = await nearest.fit(set, contextOf({}, { base: baseOf(space) }));
    expect(head.counts).toEqual([...Array<number>(30).fill(1), 2, 1]);
  });
});
