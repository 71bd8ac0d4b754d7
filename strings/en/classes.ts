/** @file Sentences of the class panel. */
import { count, percent } from '../format';
import { plural } from './plural';

export const classes = {
  name: 'Classes',
  row: (name: string, key: string | null, labelled: number, guessed: number, sign = '') =>
    `${name}${sign ? `, ${sign}` : ''}${key ? `, key ${key}` : ''}, ${count(labelled)} labelled, ${count(guessed)} guessed`,
  labelKey: (name: string, key: string | null) =>
    `Label as ${name}${key ? `, key ${key.toUpperCase()}` : ''}`,
  clickLabels: (selected: number, name: string) => `Label ${plural(selected, 'image')} as ${name}`,
  clickShows: (name: string) => `Show images of ${name}`,
  only: (name: string) => `Show only ${name}`,
  /** What the numbers of a class are called: they lead to its images. */
  numbers: (shown: string, name: string) => `${shown} images of ${name}: show only these`,
  actions: (name: string) => `Actions for ${name}`,
  add: 'New class',
  addHint: (selected: number) =>
    selected === 0 ? 'Name, then Enter' : `Name, then Enter; ${plural(selected, 'image')} will get it`,
  nameField: 'Name of the new class',
  renameField: (name: string) => `New name of ${name}`,
  taken: (name: string) => `There is a class ${name} already`,
  first:
    'Select a few images that belong together, press N and give them a name. Shift S lists images that look alike beside each other.',
  rename: 'Rename',
  colour: 'Colour',
  colourNumber: (colour: number) => `Colour ${colour + 1}`,
  key: 'Key',
  noKey: 'No key',
  merge: 'Merge into',
  remove: 'Delete',
  columns: { counts: 'labelled + guessed', estimate: 'estimate' },
  labelled: (labels: number) => `${plural(labels, 'image')} labelled`,
  guessed: (guesses: number) => `${plural(guesses, 'image')} guessed`,
  notEstimable: 'No estimate: it needs a second image that is not from the same group',
  estimateOf: (fraction: number, name: string) =>
    `${percent(fraction)} of the learning images of ${name} found again, with one image fewer per class`,
  estimateByHead: (fraction: number, name: string) =>
    `${percent(fraction)} of the learning images of ${name} told right when they were held out of the head’s training`,
  confirmMerge: (from: string, into: string) => `Merge ${from} into ${into}?`,
  mergeText: (from: string, into: string, labels: number) =>
    `${plural(labels, 'label')} of ${from} will say ${into}, and ${from} will be gone. You can undo this.`,
  confirmRemove: (name: string) => `Delete ${name}?`,
  removeText: (labels: number) =>
    `${plural(labels, 'image')} will lose this label. The images stay. You can undo this.`,
};

export const base = {
  name: 'Guess among',
  own: 'My classes',
  both: '+ ImageNet’s',
  hint: 'Beside my classes, the 1000 that the backbone knows already, shown apart',
};

export const estimate = {
  title: 'Estimate',
  none: 'No estimate yet: a class needs two images.',
  noBackbone: 'No estimate without the project’s backbone.',
  text: 'from the learning images, with one image fewer per class',
  byHead: (method: string) => `from learning images held out when the head was trained (${method})`,
  estimable: (estimable: number, total: number) =>
    `${count(estimable)} of ${plural(total, 'class', 'classes')} estimable`,
};
