/** @file Sentences about the background: the class of what is none of the others. */
import { sameName } from '../../main/contract/names';
import { plural } from './plural';

const NONE = 'none of these';

export const background = {
  none: NONE,
  /** What a guess of it says where there is room; its own name is kept. */
  guess: (name: string) => (sameName(name, NONE) ? NONE : `${NONE} (${name})`),
  sign: 'None of these: for what shows none of the other classes',
  guessHint: (name: string) =>
    sameName(name, NONE)
      ? 'Most like what you labelled as none of your classes.'
      : `Most like what you labelled ${name}, which is none of your classes.`,
  told: (prototypes: number) => `Told by ${plural(prototypes, 'prototype')}.`,
  countsAs: 'Counts as',
  kinds: { class: 'A class', background: 'None of these' },
  explained: {
    class: 'What its images show, and no other class does.',
    background: 'For images that show none of your classes. They need not look alike.',
  },
  field: 'Counts as ‘none of these’',
  instead: (former: string) => `${former} is ‘none of these’ now and will be a class.`,
  ask: (name: string, former: string) => `Make ${name} ‘none of these’ instead of ${former}?`,
  askText: (former: string) =>
    `There is one such class. ${former} becomes a class like the others and keeps its labels. You can undo this.`,
  change: 'Change',
};
