/**
 * @file The estimate in the contract's words. Runs in the engine and in tests.
 */
import type { Estimate, GuessTable } from '../../contract/model';
import { checkOf } from '../evaluation/check';
import type { Lesson, LessonHead } from './lesson';
import type { Taught } from './taught';

/**
 * Per class of the lesson what its images are and what leave-one-out says, or the folds of the kept head that guesses come from;
 * `total` counts all classes.
 */
export function estimateOf(
  lesson: Lesson,
  taught: Taught | null,
  guesses: GuessTable,
  kept: LessonHead | null = null,
): Estimate {
  const known = new Map(taught?.classes.map((one, c) => [one.position, { one, c }]));
  const classes = lesson.classes.map(({ id }, position) => {
    const found = known.get(position);
    if (!found) return { class: id, images: 0, groups: 0, prototypes: 0, leaveOneOut: null };
    const { images, sums } = found.one;
    return {
      ...{ class: id, images, groups: sums.shots },
      prototypes: taught?.prototypes.counts?.[found.c] ?? 1,
      leaveOneOut: kept ? ofKept(kept, id) : (taught?.estimate.classes[found.c] ?? null),
    };
  });
  return {
    revision: lesson.revision,
    leaveOneOut: kept ? kept.estimate.share : (taught?.estimate.accuracy ?? null),
    estimable: kept
      ? kept.estimate.perClass.filter((share) => share !== null).length
      : (taught?.estimate.estimable ?? 0),
    ...(kept && { method: kept.method }),
    total: lesson.classes.length,
    classes,
    check: checkOf(lesson, guesses),
  };
}

const ofKept = ({ classes, estimate }: LessonHead, id: string): number | null =>
  estimate.perClass[classes.indexOf(id)] ?? null;
