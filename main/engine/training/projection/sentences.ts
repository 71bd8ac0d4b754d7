/** @file What learning a projection says when it cannot. Runs in the engine and in tests. */
import { PersonError } from '../../../contract/errors';

export const noSpread = (): PersonError =>
  new PersonError(
    'All labelled images have the same embedding, so there is nothing to tell apart. What was learnt before stays. Label images that differ.',
  );

/** @param method as it is called in a sentence, with a capital */
export const noPairs = (method: string): PersonError =>
  new PersonError(
    `${method} needs pairs of independent images of one class, and there are too few of them. ` +
      'What was learnt before stays. Label a second image of each class, or let it learn from other labelled classes.',
  );
