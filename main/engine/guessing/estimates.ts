/**
 * @file The estimate in the contract's words. Runs in the engine and in tests.
 */
import type { Estimate, GuessTable } from '../../contract/model';
import { checkOf } from '../evaluation/check';
import type { Lesson } from './lesson';
import type { Taught } from './taught';

/** Per class of the lesson what its images are and what leave-one-out says; `total` counts all classes. */
export function estimateOf(lesson: Lesson, taught: Taught | null, guesses: GuessTable): Estimate {
  const known = new Map(taught?.classes.map((one, c) => [one.position, { one, c }]));
  const classes = lesson.classes.map(({ id }, position) => {
    const found = known.get(position);
    if (!found) return { class: id, images: 0, groups: 0, prototypes: 0, leaveOneOut: null };
    const { images, sums } = found.one;
    return {
      ...{ class: id, images, groups: sums.shots },
      prototypes: taught?.prototypes.counts?.[found.c] ?? 1,
      leaveOneOut: taught?.estimate.classes[found.c] ?? null,
    };
  });
  return {
    revision: lesson.revision,
    leaveOneOut: taught?.estimate.accuracy ?? null,
    estimable: taught?.estimate.estimable ?? 0,
    total: lesson.classes.length,
    classes,
    check: checkOf(lesson, guesses),
  };
}
