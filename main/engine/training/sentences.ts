/** @file What methods say when they cannot learn from what they are given. Runs in the engine and in tests. */
import { PersonError } from '../../contract/errors';

const images = (count: number): string => (count === 1 ? '1 image' : `${count} images`);

export const oneImage = (): PersonError =>
  new PersonError(
    'There is only one labelled image, so there is nothing to tell apart. Nothing was changed. Label images of at least two classes.',
  );

export const oneClass = (count: number): PersonError =>
  new PersonError(
    `All ${images(count)} belong to one class, so there is nothing to tell apart. Nothing was changed. Label images of a second class.`,
  );

/** @param empty number of classes without an image */
export const emptyClass = (empty: number): PersonError =>
  new PersonError(
    `${empty === 1 ? '1 class has' : `${empty} classes have`} no image to learn from. Nothing was changed. Label an image of each class, or remove the class.`,
  );

export const notFinite = (broken: number, of: number): PersonError =>
  new PersonError(
    `The embeddings of ${broken} of ${images(of)} are not numbers, so nothing can be learnt from them. What was learnt before stays. ` +
      'Read these images again; if that changes nothing, the backbone is damaged.',
  );

/** @param method as it is called in a sentence, with a capital */
export const noJoin = (method: string, join: 'replace' | 'append'): PersonError =>
  new PersonError(
    join === 'append'
      ? `${method} cannot be appended to the backbone's own classifier: only plain imprinting can. Choose the join 'replace', or no base classes.`
      : `${method} cannot stand beside classes it has no images of. Nothing was changed. Choose another method, or no base classes.`,
  );

export const lossNotFinite = (step: number): PersonError =>
  new PersonError(
    `The loss was no number any more after ${step} steps, so training was ended. What was learnt before stays. Try fewer steps.`,
  );
