/** @file Whether a kept head's own threshold for 'none of these' holds for the classes of now. Pure; engine and tests. */
import type { HeadRejection } from '../heads/noneOfThese';
import type { Lesson, LessonHead } from './lesson';
import { told } from '../../../strings/words';

/** With a threshold. */
export type KeptRejection = HeadRejection & { readonly threshold: number };

/** What the head's folds said of 'none of these', or in a sentence why nothing can be told by it. */
export function keptRejection(
  { rejection, classes }: Pick<LessonHead, 'rejection' | 'classes'>,
  lesson: Pick<Lesson, 'classes'>,
): KeptRejection | string {
  if (!rejection) return told().engine.noThreshold;
  const { threshold, groups, needed, background } = rejection;
  const then = new Set(background.map((place) => classes[place]));
  const now = new Set(lesson.classes.filter(({ kind }) => kind === 'background').map(({ id }) => id));
  if (classes.some((id) => then.has(id) !== now.has(id))) return told().engine.backgroundChanged;
  if (threshold === null) return told().engine.thresholdNeeded(needed, groups);
  return { ...rejection, threshold };
}

/** Logit of the best own class, γ apart, below which an image is none of them; null: that goes by imprinting's cosines. */
export function keptThreshold(about: LessonHead, lesson: Pick<Lesson, 'classes'>): number | null {
  const found = keptRejection(about, lesson);
  return typeof found === 'string' ? null : found.threshold;
}
