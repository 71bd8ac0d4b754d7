/** @file Class-balanced batches. */
import { describe, expect, it } from 'vitest';
import { batches, type Batch } from '../../../../../../main/engine/training/projection/batches';

const labelsOf = (counts: readonly number[]): Int32Array =>
  Int32Array.from(counts.flatMap((count, label) => Array.from({ length: count }, () => label)));

function perClass({ labels }: Batch): Map<number, number> {
  const counts = new Map<number, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return counts;
}

describe('a batch', () => {
  it('holds 32 classes of four shots, none twice, others the next time', () => {
    const labels = labelsOf(Array.from({ length: 50 }, (_, c) => 4 + (c % 3)));
    const draw = batches(labels, 1);
    const [first, second] = [draw(), draw()];
    for (const batch of [first, second]) {
      expect([...perClass(batch).values()]).toEqual(Array.from({ length: 32 }, () => 4));
      expect(new Set(batch.shots).size).toBe(128);
      batch.shots.forEach((shot, i) => expect(labels[shot]).toBe(batch.labels[i]));
    }
    expect([...first.shots]).not.toEqual([...second.shots]);
  });

  it('lets classes weigh the same, whatever they have', () => {
    const batch = batches(labelsOf([1, 2, 9]), 1)();
    expect([...perClass(batch)].sort()).toEqual([
      [0, 1],
      [1, 2],
      [2, 4],
    ]);
    const sums = [0, 0, 0];
    batch.labels.forEach((label, i) => (sums[label]! += batch.weights[i]!));
    sums.forEach((sum) => expect(sum).toBeCloseTo(1 / 3, 6));
  });

  it('is everything where everything fits', () => {
    const draw = batches(labelsOf(Array.from({ length: 100 }, () => 1)), 1);
    for (let i = 0; i < 3; i++)
      expect([...draw().shots].sort((a, b) => a - b)).toEqual([...Array(100).keys()]);
  });

  it('is drawn by seed', () => {
    const labels = labelsOf(Array.from({ length: 60 }, () => 6));
    const drawn = (seed: number) => {
      const draw = batches(labels, seed);
      return [draw(), draw()].map(({ shots }) => [...shots]);
    };
    expect(drawn(4)).toEqual(drawn(4));
    expect(drawn(4)).not.toEqual(drawn(5));
  });
});
