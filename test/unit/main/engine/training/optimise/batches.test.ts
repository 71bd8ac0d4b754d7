/** @file Which rows each step sees, and what they weigh. */
import { describe, expect, it } from 'vitest';
import { batches } from '../../../../../../main/engine/training/optimise/batches';
import { balancedWeights } from '../../../../../../main/engine/training/weights';
import { setOf } from '../sets';

describe('batches', () => {
  it('show every row once in an epoch, in parts as equal as can be, in another order each time', () => {
    const drawn = batches(1000, 256, 7);
    const epoch = () => Array.from({ length: drawn.perEpoch }, () => drawn.next());
    const [one, two] = [epoch(), epoch()];
    expect(one.map(({ length }) => length)).toEqual([250, 250, 250, 250]);
    const rows = (parts: Int32Array[]) => parts.flatMap((part) => [...part]);
    for (const parts of [one, two])
      expect(rows(parts).sort((a, b) => a - b)).toEqual(Array.from({ length: 1000 }, (_, row) => row));
    expect(rows(one)).not.toEqual(rows(two));
  });

  it('are everything in order where it fits', () => {
    const drawn = batches(3, 256, 7);
    expect([drawn.perEpoch, [...drawn.next()], [...drawn.next()]]).toEqual([1, [0, 1, 2], [0, 1, 2]]);
  });

  it('are the same for the same seed', () => {
    const of = (seed: number) => Array.from({ length: 9 }, batches(50, 20, seed).next);
    expect(of(3)).toEqual(of(3));
    expect(of(3)).not.toEqual(of(4));
  });
});

it('images weigh the same by class, by shot and by image of a shot, and 1 together', () => {
  const a = Float32Array.of(1, 2);
  const labelled = [
    [0, 5],
    [0, 5],
    [0, 6],
    [1, 5],
  ].map(([label, group]) => ({ a, label: label!, group: group! }));
  expect([...balancedWeights(setOf(labelled))]).toEqual([1 / 8, 1 / 8, 1 / 4, 1 / 2]);
});
