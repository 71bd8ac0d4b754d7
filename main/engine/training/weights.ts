/** @file How much each image weighs where all classes, and all shots of a class, shall weigh the same. Runs in the engine and in tests. */
import type { LabelledSet } from './method';

/** [N] 1/(C·n_c·images of the group): they sum to 1, a burst weighs what a single image does. */
export function balancedWeights(set: LabelledSet): Float64Array {
  const images = groupSizes(set);
  const shots = new Float64Array(set.classes);
  set.labels.forEach((label, row) => (shots[label]! += 1 / images[row]!));
  return images.map((count, row) => 1 / (set.classes * shots[set.labels[row]!]! * count));
}

/** [N] images of each row's group, itself included. */
export function groupSizes({ labels, groups }: LabelledSet): Float64Array {
  const name = (row: number): string => `${labels[row]} ${groups[row]}`;
  const counts = new Map<string, number>();
  for (let row = 0; row < labels.length; row++) counts.set(name(row), (counts.get(name(row)) ?? 0) + 1);
  return Float64Array.from(labels, (_, row) => counts.get(name(row))!);
}
