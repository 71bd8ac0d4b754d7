/** @file Exact neighbours beside a plain search, and where items go that are not laid out. */
import { describe, expect, it } from 'vitest';
import { tf } from '../../../../../main/engine/backbone/tensorflow';
import { tensorScorer } from '../../../../../main/engine/guessing/tensorScorer';
import { dot } from '../../../../../main/engine/imprinting/vectors';
import { nearestAmong, nearestNeighbours } from '../../../../../main/engine/map/neighbours';
import { drawn, placeAmong } from '../../../../../main/engine/map/sample';
import { project } from '../guessing/project';

const COUNT = 1300;
const { matrix, raw } = project(COUNT);
const parts = { matrix, scorer: tensorScorer(tf), step: () => Promise.resolve() };
const rows = Uint32Array.from({ length: COUNT }, (_, row) => row);
const cosine = (one: number, other: number) => dot(matrix.unit(one), matrix.unit(other));

describe('the nearest neighbours', () => {
  it('are exact, begin with the item itself and grow farther', async () => {
    const { places, distances, k } = await nearestNeighbours(rows, 8, parts);
    for (let item = 0; item < COUNT; item += 37) {
      const found = [...places.subarray(item * k, (item + 1) * k)];
      const others = [...rows].filter((row) => row !== item);
      const expected = others.sort((one, other) => cosine(item, other) - cosine(item, one)).slice(0, k - 1);
      expect(found).toEqual([item, ...expected]);
      found
        .slice(1)
        .forEach((other, i) => expect(distances[item * k + i + 1]).toBeCloseTo(1 - cosine(item, other), 5));
      expect(distances[item * k]).toBe(0);
    }
  });

  it('have no distance where images are equal, and the item itself still comes first', async () => {
    const twins = project(40);
    for (const row of [3, 9, 20]) twins.matrix.set(row, twins.raw[3]!);
    const some = rows.subarray(0, 40);
    const { places, distances } = await nearestNeighbours(some, 3, { ...parts, matrix: twins.matrix });
    expect([...places.subarray(60, 63)]).toEqual([20, 3, 9]);
    expect([...distances.subarray(60, 63)]).toEqual([0, 0, 0]);
  });

  it('among others are those of the others', async () => {
    const others = rows.filter((row) => row % 3 === 0);
    const asked = Uint32Array.of(1, 3, 700);
    const { places, k } = await nearestAmong(asked, others, 2, parts);
    asked.forEach((row, i) => {
      const expected = [...others].sort((one, other) => cosine(row, other) - cosine(row, one)).slice(0, k);
      expect([...places.subarray(i * k, (i + 1) * k)].map((at) => others[at])).toEqual(expected);
    });
  });

  it('leave no tensor behind when they are given up', async () => {
    const before = tf.memory().numTensors;
    const step = (done: number) => (done === 2 ? Promise.reject(new Error('enough')) : Promise.resolve());
    await expect(nearestNeighbours(rows, 5, { ...parts, step })).rejects.toThrow('enough');
    expect(tf.memory().numTensors).toBe(before);
  });
});

describe('very many items', () => {
  it('are laid out in part, the same part for the same seed', () => {
    const { laidOut, others } = drawn(1000, 4, 300);
    expect([laidOut.length, others.length]).toEqual([300, 700]);
    expect(new Set([...laidOut, ...others]).size).toBe(1000);
    expect(drawn(1000, 4, 300)).toEqual({ laidOut, others });
    expect(drawn(1000, 5, 300).laidOut).not.toEqual(laidOut);
    expect(drawn(300, 4, 300).others).toHaveLength(0);
  });

  it('go between those that they are most alike, and onto an equal one', async () => {
    const twins = project(60);
    twins.matrix.set(50, raw[7]!);
    twins.matrix.set(7, raw[7]!);
    const laidOut = rows.subarray(0, 40);
    const points = Float32Array.from({ length: 80 }, (_, i) => Math.sin(i) * 10);
    const placed = await placeAmong(Uint32Array.of(50, 51), laidOut, points, {
      ...parts,
      matrix: twins.matrix,
    });
    expect(Math.hypot(placed[0]! - points[14]!, placed[1]! - points[15]!)).toBeLessThan(0.5);
    expect([...placed].every(Number.isFinite)).toBe(true);
  });
});
