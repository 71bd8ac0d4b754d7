/** @file Whether a kept head's own threshold for 'none of these' holds for the classes of now. Pure; engine and tests. */
import type { HeadRejection } from '../heads/noneOfThese';
import type { Lesson, LessonHead } from './lesson';

/** With a threshold. */
export type KeptRejection = HeadRejection & { readonly threshold: number };

const NOT_MEASURED =
  'The head was trained before a threshold for ‘none of these’ was measured with it. Train it again to have one.';
const OTHER_KINDS =
  'Since the head was trained a class has become the background, or has ceased to be it; its threshold for ‘none of these’ was not measured so. Train it again to have one.';

/** What the head's folds said of 'none of these', or in a sentence why nothing can be told by it. */
export function keptRejection(
  { rejection, classes }: Pick<LessonHead, 'rejection' | 'classes'>,
  lesson: Pick<Lesson, 'classes'>,
): KeptRejection | string {
  if (!rejection) return NOT_MEASURED;
  const { threshold, groups, needed, background } = rejection;
  const then = new Set(background.map((place) => classes[place]));
  const now = new Set(lesson.classes.filter(({ kind }) => kind === 'background').map(({ id }) => id));
  if (classes.some((id) => then.has(id) !== now.has(id))) return OTHER_KINDS;
  if (threshold === null)
    return `A threshold needs ${needed} held-out groups of images; when the head was trained there were ${groups}.`;
  return { ...rejection, threshold };
}

/** Logit of the best own class, γ apart, below which an image is none of them; null: that goes by imprinting's cosines. */
export function keptThreshold(about: LessonHead, lesson: Pick<Lesson, 'classes'>): number | null {
  const found = keptRejection(about, lesson);
  return typeof found === 'string' ? null : found.threshold;
}
