/** @file Classes that have two shots, from which pairs can be made. Pure: runs in the engine and in tests. */
import type { LabelledSet } from '../method';
import { noPairs } from './sentences';

/**
 * The images of classes of two shots or more. Classes keep their numbers, so some may have no image here.
 * @param method as it is called in a sentence, with a capital
 * @throws {PersonError} where fewer than two classes are left
 */
export function withPartners(set: LabelledSet, method: string): LabelledSet {
  const shots = shotsOf(set);
  if (shots.filter((count) => count > 1).length < 2) throw noPairs(method);
  const kept = Array.from(set.labels.keys()).filter((row) => shots[set.labels[row]!]! > 1);
  if (kept.length === set.labels.length) return set;
  const { dimension, classes } = set;
  const units = new Float32Array(kept.length * dimension);
  kept.forEach((row, at) =>
    units.set(set.units.subarray(row * dimension, (row + 1) * dimension), at * dimension),
  );
  return {
    dimension,
    classes,
    units,
    lengths: Float64Array.from(kept, (row) => set.lengths[row]!),
    labels: Int32Array.from(kept, (row) => set.labels[row]!),
    groups: Int32Array.from(kept, (row) => set.groups[row]!),
  };
}

/**
 * The set, where some class has two shots: classes of one are what others are told from.
 * @throws {PersonError} where none has
 */
export function withAPair(set: LabelledSet, method: string): LabelledSet {
  if (!shotsOf(set).some((count) => count > 1)) throw noPairs(method);
  return set;
}

/** [C] groups of each class. */
function shotsOf({ classes, labels, groups }: LabelledSet): number[] {
  const found = Array.from({ length: classes }, () => new Set<number>());
  labels.forEach((label, row) => found[label]!.add(groups[row]!));
  return found.map(({ size }) => size);
}
