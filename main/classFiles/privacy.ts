/**
 * @file Which sums show a single picture. The sum of one image is that image's embedding, and of one group of images that look alike
 * nearly so: whoever has it can tell whether a picture they have is that one, and guess at what it shows. Pure.
 */
import type { ClassStatistics } from '../engine/imprinting/sums';

interface Summed {
  name: string;
  /** What each of its prototypes was imprinted from. */
  parts: readonly Pick<ClassStatistics, 'shots'>[];
}

/** Names of the classes of which a sum is that of one image, or of one group. */
export function onePicture(classes: readonly Summed[]): string[] {
  return classes.filter(({ parts }) => parts.some(({ shots }) => shots === 1)).map(({ name }) => name);
}
