/** @file Where projections begin: shots, their principal components, a basis of their span (METHODS 4). */
import { describe, expect, it } from 'vitest';
import { tf } from '../../../../../../main/engine/backbone/tensorflow';
import { eigenvectors } from '../../../../../../main/engine/map/eigen';
import { orthonormalRows } from '../../../../../../main/engine/training/projection/orthonormal';
import { pointsOf, type Points } from '../../../../../../main/engine/training/projection/points';
import { startingProjection } from '../../../../../../main/engine/training/projection/start';
import { bytes, Synthetic } from '../../imprinting/synthetic';
import { setOf, synthetic } from '../sets';
import { product } from './reference';

const pause = () => Promise.resolve();
const start = (points: Points, most: number, seed = 1) => startingProjection(points, most, seed, pause);

/** Largest difference to the unit matrix of B·Bᵀ. */
function offOrthonormal(basis: Float32Array, dimension: number): number {
  const rows = basis.length / dimension;
  const gram = product(basis, basis, dimension);
  return gram.reduce(
    (most, value, at) => Math.max(most, Math.abs(value - (at % (rows + 1) === 0 ? 1 : 0))),
    0,
  );
}

/** The same part of the images in D directions of falling spread. */
function graded(count: number, dimension: number): Points {
  const space = new Synthetic(23);
  const images = Array.from({ length: count }, (_, group) => ({
    a: Float32Array.from({ length: dimension }, (_, i) => 10 + space.gaussian() * 0.7 ** i),
    label: group % 3,
    group,
  }));
  return pointsOf(setOf(images));
}

describe('shots', () => {
  it('are centred on the mean of class means, and one long on average', () => {
    const { set, images } = synthetic([1, 4, 2]);
    const points = pointsOf(set);
    expect([points.count, points.classes]).toEqual([7, 3]);
    const own = images.filter(({ label }) => label === 1);
    const x = (i: number) => [
      images[0]!.a[i]!,
      own.reduce((sum, { a }) => sum + a[i]! / 4, 0),
      (images[5]!.a[i]! + images[6]!.a[i]!) / 2,
    ];
    points.shift.forEach((value, i) => expect(value).toBeCloseTo(x(i).reduce((a, b) => a + b) / 3, 5));
    const lengths = Array.from({ length: 7 }, (_, m) =>
      Math.hypot(...points.values.subarray(m * set.dimension, (m + 1) * set.dimension)),
    );
    expect(lengths.reduce((a, b) => a + b) / 7).toBeCloseTo(1, 6);
  });

  it('are groups: a burst counts once', () => {
    const { images } = synthetic([2, 2]);
    const burst = Array.from({ length: 5 }, () => images[0]!);
    const points = pointsOf(setOf([...burst, ...images.slice(1)]));
    expect(points.count).toBe(4);
    expect(points.values).toEqual(pointsOf(setOf(images)).values);
  });
});

describe('the start of a projection', () => {
  it('is the principal components where there are more shots than dimensions', async () => {
    const [dimension, target] = [12, 4];
    const points = graded(200, dimension);
    const basis = await start(points, target);
    expect(basis).toHaveLength(target * dimension);
    expect(offOrthonormal(basis, dimension)).toBeLessThan(1e-6);
    const columns = Float64Array.from({ length: points.values.length }, (_, at) => {
      const [i, m] = [Math.floor(at / points.count), at % points.count];
      return points.values[m * dimension + i]!;
    });
    const exact = eigenvectors(product(columns, columns, points.count), dimension).slice(0, target);
    // Both spaces are the same where each exact component lies in the one found.
    for (const vector of exact) {
      const inside = Math.hypot(...product(vector, basis, dimension));
      expect(inside).toBeGreaterThan(1 - 1e-4);
    }
  });

  it('is a basis of the span otherwise, in which no distance is lost', async () => {
    const { set } = synthetic([3, 2, 1, 2], 5, 40);
    const points = pointsOf(set);
    const basis = await start(points, 8);
    expect(basis).toHaveLength(7 * 40);
    expect(offOrthonormal(basis, 40)).toBeLessThan(1e-6);
    const [before, after] = [points.values, product(points.values, basis, 40)];
    for (let m = 1; m < points.count; m++) {
      const distance = (of: ArrayLike<number>, d: number) =>
        Math.hypot(...Array.from({ length: d }, (_, i) => of[i]! - of[m * d + i]!));
      expect(distance(after, 7)).toBeCloseTo(distance(before, 40), 5);
    }
  });

  it('is drawn by seed: the same bytes again, other rows with another', async () => {
    for (const points of [graded(60, 12), graded(6, 12)]) {
      const first = bytes(await start(points, 6));
      expect(bytes(await start(points, 6))).toBe(first);
      expect(bytes(await start(points, 6, 2))).not.toBe(first);
    }
  });

  it('has as many rows as there are directions, and none where all shots are the same', async () => {
    const { images } = synthetic([2, 2], 5, 40);
    const again = images.map((one, i) => ({ ...one, group: 10 + i }));
    expect(await start(pointsOf(setOf([...images, ...again])), 20)).toHaveLength(3 * 40);
    expect(await start(pointsOf(setOf([...images, ...again])), 6)).toHaveLength(3 * 40);
    const same = images.map((one) => ({ ...one, a: images[0]!.a }));
    expect(await start(pointsOf(setOf(same)), 20)).toHaveLength(0);
    expect(await start(pointsOf(setOf(same)), 2)).toHaveLength(0);
  });

  it('leaves no tensor behind', async () => {
    const before = tf.memory().numTensors;
    await start(graded(60, 12), 6);
    expect(tf.memory().numTensors).toBe(before);
  });
});

describe('orthonormal rows', () => {
  it('span what they were made from, without what depends on rows before', async () => {
    const rows = Float64Array.from([1, 1, 0, 2, 2, 0, 1, -1, 0]);
    const basis = await orthonormalRows(rows, 3, pause);
    const half = Math.SQRT1_2;
    [half, half, 0, half, -half, 0].forEach((value, i) => expect(basis[i]).toBeCloseTo(value, 12));
    expect(basis).toHaveLength(6);
  });
});
