/**
 * @file A labelled set as imprinting sees it: exact sums by class and group, and what folds say of the scale. Runs in the
 * engine and in tests.
 */
import { tf } from '../backbone/tensorflow';
import { foldScores } from '../guessing/foldScores';
import { pace } from '../guessing/pace';
import { tensorScorer } from '../guessing/tensorScorer';
import { folds, statisticsOf, type HeldOut, type SupportClass } from '../imprinting/folds';
import type { ImprintOptions } from '../imprinting/imprint';
import { mixtureOf } from '../imprinting/mixture';
import { confidenceScale, expectedScale } from '../imprinting/scale';
import { ClassSums } from '../imprinting/sums';
import type { FitContext, LabelledSet } from './method';
import { throwIfAborted } from './optimise/abort';

export interface SetClass extends SupportClass {
  readonly scored: Map<string, Float32Array[]>;
}

/** What is imprinted of a row: u itself unless told otherwise. */
export type UnitOf = (row: number) => Float32Array;

/** u [D] of a row, a view. */
export function unitOf({ units, dimension }: LabelledSet, row: number): Float32Array {
  return units.subarray(row * dimension, (row + 1) * dimension);
}

/** a [D] of a row, to float32 precision. */
export function rawOf(set: LabelledSet, row: number): Float64Array {
  const length = set.lengths[row]!;
  return Float64Array.from(unitOf(set, row), (value) => value * length);
}

/** Names whose order is that of the numbers: folds pair groups in the order of their names. */
export const groupName = (group: number): string => String(group + 2 ** 31).padStart(10, '0');

/** The set's classes in their order, one prototype each; rows in theirs. */
export function supportOf(set: LabelledSet, unit: UnitOf = (row) => unitOf(set, row)): SetClass[] {
  const support = Array.from({ length: set.classes }, () => ({
    sums: new ClassSums(set.dimension),
    scored: new Map<string, Float32Array[]>(),
  }));
  set.labels.forEach((label, row) => {
    const { sums, scored } = support[label]!;
    const [group, u] = [groupName(set.groups[row]!), unit(row)];
    sums.add(group, u);
    if (set.asked?.[row] === 0) return;
    const others = scored.get(group);
    if (others) others.push(u);
    else scored.set(group, [u]);
  });
  return support;
}

/** The same with several prototypes for the classes that have them, as guesses are made from. */
export function partedSupportOf(set: LabelledSet, unit?: UnitOf): SetClass[] {
  const support = supportOf(set, unit);
  return support.map((one, c) => (set.several?.[c] ? { ...one, mixture: mixtureOf(one.sums) } : one));
}

/** s of METHODS 1b: by held-out groups where they may have a say, else what is to be expected. */
export async function scaleOf(
  support: readonly SetClass[],
  how: ImprintOptions,
  { options, signal }: FitContext,
): Promise<number> {
  const pause = pace(() => false, 'a fit');
  const heldOut: HeldOut[] = [];
  for (const fold of folds(support, how, foldScores(tensorScorer(tf)))) {
    heldOut.push(...fold);
    await pause();
    throwIfAborted(signal);
  }
  const statistics = support.map(statisticsOf);
  const scale = confidenceScale(statistics, heldOut, options.effectiveDimension)?.scale;
  return scale ?? expectedScale(statistics, options.effectiveDimension);
}
