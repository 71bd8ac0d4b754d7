/**
 * @file What a lesson makes of a support set: prototypes, scale, estimate, threshold. Runs in the engine and in tests.
 */
import { leaveOneOut, type LeaveOneOut } from '../imprinting/estimate';
import { folds, statisticsOf, type HeldOut, type Score } from '../imprinting/folds';
import { imprint, type ImprintOptions, type Prototypes } from '../imprinting/imprint';
import { conformalThreshold, trueClassScores, type Rejection } from '../imprinting/rejection';
import { confidenceScale, expectedScale } from '../imprinting/scale';
import { marksOf, type Likeness, type Marks } from '../imprinting/words';
import type { Lesson } from './lesson';
import type { TaughtClass } from './lessonSupport';
import type { Pause } from './pace';

/** Share of images of known classes that may be called 'unlike anything' once folds can say where that is. */
export const FALSE_REJECTIONS = 0.05;

export interface Taught {
  readonly lesson: Lesson;
  /** Classes that have prototypes, in the order of their rows. */
  readonly classes: readonly TaughtClass[];
  readonly prototypes: Prototypes;
  /** How they were imprinted. */
  readonly options: ImprintOptions;
  readonly heldOut: readonly HeldOut[];
  /** s where percentages may be shown, else null. */
  readonly scale: number | null;
  /** s for a head: `scale`, or what is to be expected of it. */
  readonly headScale: number;
  readonly estimate: LeaveOneOut;
  readonly rejection: Rejection;
  /** [C] cosine to a prototype below which an image is unlike the class; nothing is unlike the background. */
  readonly unlikeBelow: readonly number[];
  /** [C] rules for words. */
  readonly marks: readonly Marks[];
}

export interface TeachingOptions {
  readonly imprint: ImprintOptions;
  readonly effectiveDimension: number;
  readonly likeness: Likeness;
  readonly score: Score;
  readonly pause: Pause;
}

/** Imprints the classes, of which there must be one at least, and learns from held-out groups what may be said. */
export async function learn(
  lesson: Lesson,
  classes: readonly TaughtClass[],
  options: TeachingOptions,
): Promise<Taught> {
  const statistics = classes.map(statisticsOf);
  const prototypes = imprint(statistics, options.imprint);
  const heldOut: HeldOut[] = [];
  for (const fold of folds(classes, options.imprint, options.score)) {
    heldOut.push(...fold);
    await options.pause();
  }
  const scale = confidenceScale(statistics, heldOut, options.effectiveDimension)?.scale ?? null;
  const rejection = conformalThreshold(trueClassScores(heldOut, classes), FALSE_REJECTIONS);
  const marks = marksOf(prototypes, options.likeness).map((rules, c) =>
    classes[c]!.background ? { ...rules, unlikeBelow: -Infinity } : rules,
  );
  return {
    lesson,
    classes,
    prototypes,
    options: options.imprint,
    heldOut,
    scale,
    headScale: scale ?? expectedScale(statistics, options.effectiveDimension),
    estimate: leaveOneOut(heldOut, classes.length),
    rejection,
    unlikeBelow: marks.map((mark, c) =>
      rejection.possible && !classes[c]!.background ? rejection.threshold : mark.unlikeBelow / mark.length,
    ),
    marks,
  };
}
