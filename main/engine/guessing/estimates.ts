/**
 * @file The estimate in the contract's words. Runs in the engine and in tests.
 */
import type { SumsName } from '../../classFiles/format';
import type { Estimate, GivenQuality, GuessTable } from '../../contract/model';
import { checkOf } from '../evaluation/check';
import type { GivenClasses } from './given';
import type { Lesson, LessonHead } from './lesson';
import type { Taught } from './taught';

interface Known {
  taught: Taught | null;
  guesses: GuessTable;
  /** By position. */
  given?: ReadonlyMap<number, GivenQuality>;
  /** The head that guesses come from; none: imprinting. */
  kept?: LessonHead | null;
}

/** What classes have as sums, by their position, and whether it counts. */
export function givenOf(
  { given = [] }: Lesson,
  known: GivenClasses,
  space: SumsName,
): Map<number, GivenQuality> {
  const found = new Map<number, GivenQuality>();
  for (const one of given) {
    const sums = known.find(one, space);
    const so = found.get(one.class) ?? { images: 0, shots: 0, why: null };
    if (typeof sums === 'string') found.set(one.class, { ...so, why: so.why ?? sums });
    else found.set(one.class, { ...so, images: so.images + one.images, shots: so.shots + one.shots });
  }
  return found;
}

/**
 * Per class of the lesson what its images are and what leave-one-out says, or the folds of the kept head that guesses come from;
 * `total` counts all classes.
 */
export function estimateOf(lesson: Lesson, { taught, guesses, given, kept }: Known): Estimate {
  const known = new Map(taught?.classes.map((one, c) => [one.position, { one, c }]));
  const classes = lesson.classes.map(({ id }, position) => {
    const found = known.get(position);
    const sums = given?.get(position);
    const came = sums && { given: sums };
    if (!found) return { class: id, images: 0, groups: 0, prototypes: 0, leaveOneOut: null, ...came };
    const { images, sums: all } = found.one;
    return {
      ...{ class: id, images, groups: all.shots - all.given, ...came },
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
