/** @file Sentences of what the tool looks for: doubtful and similar images, certain guesses, classes by their letters. */
import { percent } from '../format';
import { plural } from './plural';

export const search = {
  noDoubtful: 'Nothing doubtful to look at: every guess is a likely one, or there are no guesses yet',
  selectFirst: 'Select an image first',
  notRead: 'This image has not been read yet, so nothing can be compared with it',
  blind:
    'Images of the blind check are compared with nothing until they are labelled: what they are like stays hidden',
  withoutCheck: (images: number) =>
    `${plural(images, 'image')} of the blind check ${images === 1 ? 'is' : 'are'} left out until labelled`,
  mislabelled: 'Possibly mislabelled',
  noMislabelled:
    'No label looks wrong; each class needs labelled images of two groups before that can be told',
  whyWrong: 'Why the label looks wrong',
  byImprinting: 'By likeness to the images of the classes, without the fine-tuned head.',
  looksLike: (name: string) => `Looks more like ${name}, as these do`,
  similarTo: (images: number, name: string) =>
    images === 1 ? `Similar to ${name}` : `Similar to ${plural(images, 'image')}`,
};

export const arranging = {
  title: 'Putting images that look alike beside each other',
  done: 'Images that look alike lie beside each other now',
  notRead: 'No image has been read yet, so nothing can be compared',
  couldNotCancel: 'It could not be stopped',
};

export const confident = {
  name: (name: string) => `Accept the certain guesses of ${name}`,
  title: (name: string, threshold: number | null) =>
    threshold === null ? `likely ${name}` : `${name}, at least ${percent(threshold)}`,
  atLeast: 'At least',
  likely: 'Guesses that are likely; percentages need more labels',
  order: 'The least certain come first. Label those that are wrong as what they are, or exclude them.',
  none: 'No guess is that certain. A lower percentage shows more.',
  accept: (images: number, name: string) =>
    images === 1 ? `Label this 1 as ${name}` : `Label these ${images} as ${name}`,
  noGuesses: 'There are no guesses yet: label a few images of each class first',
  menu: 'Accept its certain guesses…',
};

export const finder = {
  title: 'Find a class',
  classes: 'Classes',
  placeholder: (selected: number) => (selected > 1 ? `Label ${plural(selected, 'image')} as…` : 'Label as…'),
  create: (name: string) => `New class ‘${name}’`,
  nothing: 'Type the name of a new class.',
};
