/**
 * @file Classes of a lesson as class files have them: what each of their prototypes is imprinted from, in both spaces. Runs in the
 * engine and in tests.
 */
import type { SummedClass } from '../../classFiles/format';
import { statisticsOf } from '../imprinting/folds';
import { partsOf, type ClassStatistics } from '../imprinting/sums';
import type { GivenClasses } from './given';
import type { Lesson } from './lesson';
import type { TaughtClass } from './lessonSupport';

export interface SummedLesson {
  /** Id of each class, in the order of `classes`. */
  ids: string[];
  /** Those that have an image with an embedding, or sums that count; without previews. */
  classes: SummedClass[];
  /** Sums that do not count here, and so are in none of them: id of the class, and why, a sentence. */
  leftOut: { class: string; why: string }[];
}

/**
 * @param taught classes of the lesson by what they were summed from
 * @param given what they were given, which has been loaded
 */
export function summedLesson(
  lesson: Lesson,
  taught: Record<'unit' | 'centred', readonly TaughtClass[]>,
  given: GivenClasses,
): SummedLesson {
  const centred = new Map(taught.centred.map((one) => [one.position, one]));
  const found: SummedLesson = { ids: [], classes: [], leftOut: [] };
  for (const one of taught.unit) {
    const { id, name, kind, severalLooks = false } = lesson.classes[one.position]!;
    const { images, shots } = one.sums;
    const other = centred.get(one.position);
    const whole = other && other.sums.images === images ? partsIn(other) : null;
    found.ids.push(id);
    found.classes.push({
      ...{ name, kind, severalLooks, images, shots, preview: null },
      sums: { unit: partsIn(one), centred: whole },
    });
  }
  for (const one of lesson.given ?? []) {
    const sums = given.find(one, 'unit');
    if (typeof sums === 'string') found.leftOut.push({ class: lesson.classes[one.class]!.id, why: sums });
  }
  return found;
}

/** Copies: the next lesson changes the sums in place. */
const partsIn = (one: TaughtClass): ClassStatistics[] =>
  partsOf(statisticsOf(one)).map(({ shots, squares, sum }) => ({ shots, squares, sum: sum.slice() }));
