/**
 * @file The leave-one-out estimate from held-out groups. Pure: runs in the engine and in tests. Source: METHODS 1.
 */
import type { HeldOut } from './folds';
import { argmax } from './vectors';

/** 'With one image fewer per class'. An estimate from the learning images, never called accuracy. */
export interface LeaveOneOut {
  /** Fraction of right guesses, every held-out group weighing the same; null where no class is estimable. */
  readonly accuracy: number | null;
  /** [C] the same within each class; null for a class of one group, or of none that may be scored. */
  readonly classes: readonly (number | null)[];
  /** Classes that have an estimate, of `total`. */
  readonly estimable: number;
  readonly total: number;
}

/** Share of a held-out group's scored images that are nearest to their own class; of equals the first class wins. */
export function groupAccuracy({ class: own, cosines }: HeldOut): number {
  return cosines.filter((row) => argmax(row) === own).length / cosines.length;
}

/** Sums up what {@link HeldOut} groups of a support set of `total` classes say. */
export function leaveOneOut(heldOut: readonly HeldOut[], total: number): LeaveOneOut {
  const right = new Float64Array(total);
  const groups = new Float64Array(total);
  for (const held of heldOut) {
    right[held.class]! += groupAccuracy(held);
    groups[held.class]! += 1;
  }
  const classes = Array.from(right, (value, c) => (groups[c]! > 0 ? value / groups[c]! : null));
  const sum = right.reduce((a, b) => a + b, 0);
  const estimable = classes.filter((value) => value !== null).length;
  return { accuracy: estimable > 0 ? sum / heldOut.length : null, classes, estimable, total };
}
