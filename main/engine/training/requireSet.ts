/** @file What every method asks of a labelled set before it begins. Runs in the engine and in tests. */
import { requireLength } from '../imprinting/checks';
import type { LabelledSet } from './method';
import { emptyClass, notFinite, oneClass, oneImage } from './sentences';

/**
 * @param least classes needed: two, but one where it is to stand beside base classes
 * @throws {PersonError} for a set that nobody can learn from
 * @throws RangeError where its parts do not fit together
 */
export function requireSet(set: LabelledSet, least: 1 | 2 = 2): void {
  requireParts(set);
  const { classes, labels } = set;
  const perClass = imagesPerClass(set);
  const empty = perClass.filter((count) => count === 0).length;
  if (classes === 0 || empty > 0) throw emptyClass(Math.max(1, empty));
  if (classes < least) throw labels.length === 1 ? oneImage() : oneClass(labels.length);
  const broken = brokenRows(set);
  if (broken > 0) throw notFinite(broken, labels.length);
}

/** [C] images of each class. */
export function imagesPerClass({ classes, labels }: LabelledSet): number[] {
  const counts = Array.from({ length: classes }, () => 0);
  for (const label of labels) counts[label] = (counts[label] ?? 0) + 1;
  return counts;
}

function requireParts({ dimension, classes, units, lengths, labels, groups }: LabelledSet): void {
  requireLength('units of the set', units.length, labels.length * dimension);
  requireLength('lengths of the set', lengths.length, labels.length);
  requireLength('groups of the set', groups.length, labels.length);
  const outside = labels.find((label) => label < 0 || label >= classes);
  if (outside !== undefined) throw new RangeError(`the set has a label ${outside} among ${classes} classes`);
}

/** Rows with a value, or a length, that is NaN or infinite. */
function brokenRows({ dimension, units, lengths }: LabelledSet): number {
  return lengths.filter((length, row) => {
    let sum = length;
    for (let i = row * dimension; i < (row + 1) * dimension; i++) sum += units[i]!;
    return !Number.isFinite(sum);
  }).length;
}
