/** @file Exact sums: order-free, removable, mergeable, with groups as shots (METHODS 1). */
import { describe, expect, it } from 'vitest';
import { imprint, prototype } from '../../../../../main/engine/imprinting/imprint';
import { ClassSums } from '../../../../../main/engine/imprinting/sums';
import { unitEmbedding } from '../../../../../main/engine/imprinting/unit';
import { squaredDistance } from '../../../../../main/engine/imprinting/vectors';
import { bytes, sumsOf, Synthetic, type Sample } from './synthetic';

const space = new Synthetic(11, 96);
/** Groups of 1 to 3 images. */
const grouped = () => space.samples(9, (group) => 1 + (group % 3));
/** Enough images that sums of unrounded values would differ with their order. */
const many = () => space.samples(400);

/** Everything that two equal states must agree in, to the bit: stored sums, running sums, weights. */
function state(sums: ClassSums): unknown {
  const weights = imprint([sums, other], { balanced: true, base: true });
  const { shots, images, squares } = sums;
  return {
    shots,
    images,
    squares,
    sum: bytes(sums.sum),
    weights: bytes(weights.rows),
    stored: JSON.stringify(sums),
  };
}
const other = sumsOf(space.samples(3));

describe.each([
  ['groups of several images', grouped],
  ['400 single images', many],
])('exact sums of %s', (_, make) => {
  it('do not depend on the order', () => {
    const samples = make();
    const expected = state(sumsOf(samples));
    for (let i = 0; i < 5; i++) expect(state(sumsOf(space.shuffled(samples)))).toEqual(expected);
  });

  it('forget what was added and removed', () => {
    const [kept, passing] = [make(), make()];
    const sums = sumsOf(kept);
    for (const { group, u } of space.shuffled(passing)) sums.add(group, u);
    for (const { group, u } of space.shuffled(passing)) sums.remove(group, u);
    expect(state(sums)).toEqual(state(sumsOf(kept)));
  });

  it('merge to the sums of the union, whichever comes first, leaving both as they were', () => {
    const samples = space.shuffled(make());
    const [a, b] = [sumsOf(samples.slice(0, 7)), sumsOf(samples.slice(7))];
    const before = [state(a), state(b)];
    expect(state(a.merge(b))).toEqual(state(sumsOf(samples)));
    expect(state(b.merge(a))).toEqual(state(sumsOf(samples)));
    expect([state(a), state(b)]).toEqual(before);
  });

  it('come back from JSON', () => {
    const sums = sumsOf(make());
    const stored = JSON.parse(JSON.stringify(sums)) as ReturnType<ClassSums['toJSON']>;
    expect(state(ClassSums.from(stored))).toEqual(state(sums));
  });
});

describe('one shot', () => {
  const u = unitEmbedding(space.image(space.centre()));

  it.each([false, true])('gives p = u, balanced: %s', (balanced) => {
    const { rows } = imprint([sumsOf([{ group: 'a', u }])], { balanced, base: false });
    expect(bytes(rows)).toBe(bytes(u));
  });

  it('gives p = u in 2 dimensions too, where rounding weighs most', () => {
    const plane = new Synthetic(5, 2);
    for (let i = 0; i < 500; i++) {
      const own = unitEmbedding(plane.image(Float64Array.of(1, 1)));
      expect(bytes(imprint([sumsOf([{ group: 'a', u: own }])], { balanced: false, base: false }).rows)).toBe(
        bytes(own),
      );
    }
  });

  it('gives p = u for several copies of the image, in one group or in several', () => {
    const copies = ['a', 'a', 'b', 'c', 'c', 'c'].map((group) => ({ group, u }));
    expect(bytes(imprint([sumsOf(copies)], { balanced: false, base: false }).rows)).toBe(bytes(u));
  });
});

it('|x - p|² = 2 - 2x·p', () => {
  const samples = grouped();
  const p = prototype(imprint([sumsOf(samples), other], { balanced: true, base: false }), 0);
  for (const { u: x } of samples) {
    const product = x.reduce((sum, value, i) => sum + value * p[i]!, 0);
    // x and p are unit to 2^-24 + 2^-33·√96 each, which is all that the identity leaves out.
    expect(Math.abs(squaredDistance(x, p) - (2 - 2 * product))).toBeLessThan(
      4 * (2 ** -24 + 2 ** -33 * Math.sqrt(96)),
    );
  }
});

describe('groups', () => {
  const [x, y, z] = space.samples(3).map(({ u }) => u) as [Float32Array, Float32Array, Float32Array];

  it('count as one shot, the mean of their images', () => {
    const sums = sumsOf([x, y, z].map((u, i) => ({ group: i < 2 ? 'burst' : 'single', u })));
    expect([sums.shots, sums.images]).toEqual([2, 3]);
    sums.sum.forEach((value, i) => expect(value).toBeCloseTo((x[i]! + y[i]!) / 2 + z[i]!, 9));
  });

  it('may have any names', () => {
    const named = (names: string[]) => sumsOf([x, y, z].map((u, i) => ({ group: names[i]!, u })));
    expect(bytes(named(['c', 'b', 'a']).sum)).toBe(bytes(named(['1', '__proto__', '']).sum));
  });
});

describe('refusals', () => {
  const u = unitEmbedding(Float32Array.of(1, 2, 3));
  const sample: Sample[] = [{ group: 'a', u }];

  it('of another length', () => {
    expect(() => sumsOf(sample).add('b', Float32Array.of(1))).toThrow('embedding has 1 values, expected 3');
    expect(() => sumsOf(sample).merge(new ClassSums(4))).toThrow('class to merge has 4 values, expected 3');
  });

  it.each([
    [0.001, 'has 0.0010000000474974513 at position 1, which is no multiple of 2^-32'],
    [NaN, 'has NaN at position 1'],
    [Infinity, 'has length Infinity'],
    [0.5, 'has length 0.7071067811865476, expected 1'],
  ])('of a vector with %s that is no unit embedding', (value, message) => {
    expect(() => new ClassSums(3).add('a', Float32Array.of(0.5, value, 0))).toThrow(message);
  });

  it('to remove what is not there', () => {
    const absent = unitEmbedding(Float32Array.of(3, 2, 1));
    expect(() => sumsOf(sample).remove('b', u)).toThrow('no such group among 1');
    expect(() => sumsOf(sample).remove('a', absent)).toThrow('its only image is another one');
  });

  it('leave the sums as they were', () => {
    const sums = sumsOf(sample);
    expect(() => sums.remove('a', unitEmbedding(Float32Array.of(3, 2, 1)))).toThrow();
    expect(JSON.stringify(sums)).toBe(JSON.stringify(sumsOf(sample)));
  });
});
