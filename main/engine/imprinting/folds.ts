/**
 * @file Leave-one-out folds over a support set, 'with one image fewer per class'. Pure: runs in the engine and in
 * tests. Source: METHODS 1.
 *
 * [Note: pairing of folds]
 * Fold f takes one group out of every class that has two or more: of a class's groups in the order of their names the
 * one at f mod n_c. So there are as many folds as the largest class has groups, a smaller class starts again from its
 * first group, and a class of one group stays whole in all of them. What came as sums (docs/class-files.md) stays in every
 * fold, since nobody can take an image out of it. Taking from one class only would hand it a
 * disadvantage of one shot. Each group is scored once, in the fold of its own position, so that it counts once and all
 * scoring together is O(N·C·D); everything that depends on shots (x̄, m, ρ, τ², λ) is computed anew in each fold.
 * Since sums are exact, a fold is to the bit what imprinting from the remaining images would give.
 */
import { squareOf } from './groups';
import { bestOfEach, imprint, prototype, type ImprintOptions, type Prototypes } from './imprint';
import type { Mixture } from './mixture';
import { Scratch } from './scratch';
import type { ClassStatistics, ClassSums } from './sums';
import { dot } from './vectors';

/** One class of the support set: its sums, and which of its images are scored (not those accepted in bulk). */
export interface SupportClass {
  readonly sums: ClassSums;
  /** Where it has several prototypes. */
  readonly mixture?: Mixture | null;
  /** 'None of the others': see METHODS 1c for what that changes. */
  readonly background?: boolean;
  /** Unit embeddings u [D] by group; a group without any is taken out in its turn but not scored. */
  readonly scored: ReadonlyMap<string, readonly Float32Array[]>;
}

/** A group that was held out, and what the images scored in it said of the classes imprinted without it. */
export interface HeldOut {
  readonly class: number;
  readonly group: string;
  /** Per scored image [C] cosines to all prototypes, -1 to 1. */
  readonly cosines: readonly Float32Array[];
}

/** What a class teaches. */
export const statisticsOf = ({ sums, mixture }: SupportClass): ClassStatistics => mixture?.all ?? sums;

/** Cosines [n, C] of unit embeddings u [D] to the best prototype of each class. */
export type Score = (images: readonly Float32Array[], prototypes: Prototypes) => Float32Array;

/** The plain way to score; the engine has a faster one for many images. */
export const dotScores: Score = (images, prototypes) => {
  const rows = prototypes.rows.length / prototypes.dimension;
  const scores = new Float32Array(images.length * rows);
  for (let r = 0; r < rows; r++) {
    const row = prototype(prototypes, r);
    images.forEach((image, i) => (scores[i * rows + r] = dot(image, row)));
  }
  return bestOfEach(scores, prototypes);
};

/**
 * The folds one by one, so that a caller can stop or pause between them; none where there is a single class.
 * @throws RangeError as {@link imprint} does.
 */
export function* folds(
  support: readonly SupportClass[],
  options: ImprintOptions,
  score = dotScores,
): Generator<HeldOut[]> {
  if (support.length < 2) return;
  const names = support.map(({ sums }) => (sums.shots < 2 ? [] : sums.groupNames()));
  const [sums, scratch] = [new Scratch(dimensionOf(support)), new Scratch(dimensionOf(support))];
  const count = names.reduce((most, { length }) => Math.max(most, length), 0);
  for (let fold = 0; fold < count; fold++) {
    const scored = scoredGroups(support, names, fold);
    if (scored.length === 0) continue;
    const remaining = support.map((one, c) => withoutTurn(one, names[c]!, fold, sums.vector(c)));
    yield scoreGroups(scored, imprint(remaining, options, scratch), score);
  }
}

/** All folds at once: every held-out group that has images to score, by fold and then by class. */
export function holdOut(
  support: readonly SupportClass[],
  options: ImprintOptions,
  score = dotScores,
): HeldOut[] {
  return [...folds(support, options, score)].flat();
}

type Scored = { class: number; group: string; images: readonly Float32Array[] };

function scoredGroups(support: readonly SupportClass[], names: readonly string[][], fold: number): Scored[] {
  return support.flatMap(({ scored }, c) => {
    const group = names[c]?.[fold];
    const images = group === undefined ? undefined : scored.get(group);
    return group !== undefined && images && images.length > 0 ? [{ class: c, group, images }] : [];
  });
}

function withoutTurn(
  one: SupportClass,
  names: readonly string[],
  fold: number,
  rest: Float64Array,
): ClassStatistics {
  return names.length === 0 ? statisticsOf(one) : without(one, [names[fold % names.length]!], rest);
}

const dimensionOf = (support: readonly SupportClass[]): number => support[0]?.sums.dimension ?? 0;

/**
 * A class without some of its groups, of which one must stay; to the bit what the others alone would give (of several
 * prototypes see [Note: parts without a held-out group]).
 * @param sum [D] where the rest's sum is written
 */
export function without(
  { sums, mixture }: SupportClass,
  groups: readonly string[],
  sum: Float64Array = new Float64Array(sums.dimension),
): ClassStatistics {
  sum.set(sums.sum);
  const rest = { shots: sums.shots, sum, squares: sums.squares, given: sums.given };
  for (const group of groups) {
    const shot = sums.shot(group);
    for (let i = 0; i < shot.length; i++) rest.sum[i] = rest.sum[i]! - shot[i]!;
    rest.shots -= 1;
    rest.squares -= squareOf(shot);
  }
  return mixture && groups.length > 0 ? mixture.without(groups, rest) : rest;
}

function scoreGroups(scored: readonly Scored[], prototypes: Prototypes, score: Score): HeldOut[] {
  const images = scored.flatMap((group) => group.images);
  const scores = score(images, prototypes);
  let at = 0;
  const next = () => scores.subarray(at, (at += prototypes.classes));
  return scored.map(({ class: own, group, images: { length } }) => ({
    class: own,
    group,
    cosines: Array.from({ length }, next),
  }));
}
