/** @file Base classes beside heads with a space of their own. */
import { describe, expect, it } from 'vitest';
import { tf } from '../../../../../main/engine/backbone/tensorflow';
import { logits, type Head } from '../../../../../main/engine/imprinting/head';
import { assemble } from '../../../../../main/engine/imprinting/joins/assemble';
import { meanOf } from '../../../../../main/engine/imprinting/joins/base';
import { prototype } from '../../../../../main/engine/imprinting/imprint';
import { basePrototypes } from '../../../../../main/engine/imprinting/joins/replace';
import { squaredLength } from '../../../../../main/engine/imprinting/vectors';
import { joined, prototypesOf } from '../../../../../main/engine/training/joined';
import { cosineRows, distanceRows, unitRows } from '../../../../../main/engine/training/rows';
import { baseOf, synthetic } from './sets';

const { set, space } = synthetic([2, 3]);
const base = baseOf(space, 'replace', 0.75);
const random = (count: number) => Float32Array.from({ length: count }, () => space.gaussian());
const shift = random(32);
const projection = random(8 * 32);
/** ν·p_k */
const image = (k: number) =>
  Float64Array.from(prototype(prototypesOf(base.classifier), k), (value) => value * meanOf(set.lengths));
const withSpace = (input: Head['input'], temperature: number): Head => {
  const make =
    input === 'unit'
      ? cosineRows(Float64Array.from(random(16)), 8, 20)
      : distanceRows(Float64Array.from(random(16)), 8);
  return { ...assemble(input, 8, [make]), shift, projection, temperature };
};

describe('joined', () => {
  it('leaves a head alone that stands alone', () => {
    const head = withSpace('unit', 1);
    expect(joined(head, set, null)).toBe(head);
  });

  it.each(['unit', 'raw'] as const)('gives own classes of a %s head γ and nothing else', (input) => {
    const before = tf.memory().numTensors;
    const own = withSpace(input, 3);
    const a = space.image(space.centre());
    const [alone, beside] = [logits(own, a), logits(joined(own, set, base), a)];
    expect(beside).toHaveLength(32);
    [0, 1].forEach((c) => expect(beside[30 + c]).toBeCloseTo(alone[c]! + 0.75, 9));
    expect(tf.memory().numTensors).toBe(before);
  });

  it('has a base class where its image lies in the space of a cosine head: cosine 1', () => {
    const head = joined(withSpace('unit', 1), set, base);
    for (const k of [0, 7, 29]) expect(logits(head, image(k))[k]).toBeCloseTo(20, 4);
  });

  it('has a base class where its image lies in the space of distances: distance 0', () => {
    const head = joined(withSpace('raw', 2), set, base);
    const z = (a: Float64Array) =>
      Float64Array.from({ length: 8 }, (_, row) =>
        a.reduce((sum, value, i) => sum + projection[row * 32 + i]! * (value - shift[i]!), 0),
      );
    for (const k of [0, 7, 29])
      expect(logits(head, image(k))[k]! * 2).toBeCloseTo(squaredLength(z(image(k))), 2);
  });

  it('keeps several rows of a class together', () => {
    const own = assemble('unit', 32, [
      { ...cosineRows(Float64Array.from(random(96)), 32, 5), counts: [1, 2] },
    ]);
    const head = joined(own, set, base);
    expect(head.counts).toEqual([...Array<number>(31).fill(1), 2]);
    expect(head.classes).toBe(32);
    expect(head.weights.subarray(0, 32)).toEqual(
      Float64Array.from(prototype(basePrototypes(base.classifier), 0)),
    );
  });
});

describe('unit rows', () => {
  it('give the vector back by their length, and zeros an axis of length 0', () => {
    const { weights, lengths } = unitRows(Float64Array.of(3, 4, 0, 0, 0, 1), 2);
    expect([...weights]).toEqual([0.6, 0.8, 1, 0, 0, 1]);
    expect([...lengths]).toEqual([5, 0, 1]);
  });
});
