/** @file Sentences of the Label view: grid, toolbar and details. */
import { percent } from '../../logic/format';
import { plural } from './plural';

export const grid = {
  name: 'Images',
  images: (images: number) => plural(images, 'image'),
  waiting: 'not read yet',
  failed: 'could not be read',
  gone: 'no longer in its folder',
  excluded: 'excluded',
  labelled: (name: string) => `labelled ${name}`,
  guess: (name: string, certainty: string) => `guess ${name} ${certainty}`.trim(),
  base: (name: string) => `${name} (ImageNet)`,
  baseWins: (name: string) => `${name} (preferred, ImageNet)`,
  unlike: 'unlike anything',
  unlikeHint: 'Unlike every image labelled so far: perhaps none of your classes.',
  rejectedPercent: (certainty: string) => `${certainty} ?`,
  announceLabelled: (images: number, name: string) => `${plural(images, 'image')} labelled ${name}`,
  announceUnlabelled: (images: number) => `Label taken from ${plural(images, 'image')}`,
};

export const toolbar = {
  size: 'Thumbnail size',
  update: 'Update list',
  stale: (images: number) => `${plural(images, 'image')} would come or go`,
  unsorted: 'The order is from before the last change',
  autoAdvance: 'Go on to the next unlabelled image',
};

export const empty = {
  searching: ['Looking for images…', 'They appear here as soon as the folder has been looked through.'],
  all: ['No images in this folder', 'Add a folder that has photos in it, or look again after copying some.'],
  unlabelled: ['Every image has a label', 'Look at the doubtful ones, or export the model.'],
  doubtful: [
    'No doubtful guesses',
    'Either every guess is a likely one, or there are none yet: label a few images of each class first.',
  ],
  failed: ['Every image could be read', 'Nothing to do here.'],
  excluded: ['No image is excluded', 'Press X on an image that should neither teach nor be counted.'],
  labelled: ['No image has a label', 'Select some and press the key of a class, or N for a new one.'],
  filtered: ['No image passes all filters', 'Remove one of them, or show all images.'],
  showAll: 'Show all images',
} as const;

export const details = {
  name: 'Selected image',
  nothing: ['Nothing selected', 'Click an image, or move to one with the arrow keys.'],
  several: (images: number) => `${plural(images, 'image')} selected; this is the one in focus`,
  label: 'Label',
  noLabel: 'No label yet',
  how: {
    hand: 'labelled by hand',
    accepted: 'guess accepted',
    bulk: 'accepted with others',
    imported: 'imported',
    folder: 'from the folder’s name',
  },
  acceptGuess: 'Accept the guess',
  accept: (name: string) => `Accept ${name}`,
  guesses: 'Guesses',
  noGuesses: 'No guesses yet. Label one image of each class, and every other image gets one.',
  waiting: 'This image has not been read yet. Its guess follows by itself.',
  noPercent: 'In order of similarity. Percentages need two classes, and a second image in one of them.',
  confidence: (fraction: number) => percent(fraction),
  base: 'ImageNet’s guesses',
  neighbours: 'Most similar labelled images',
  noNeighbours: 'No labelled image to compare with yet.',
  file: 'File',
  path: 'Path',
  folder: 'In folder',
  pixels: 'Pixels',
  size: 'Size',
  reveal: 'Show in file manager',
  exclude: 'Exclude',
  include: 'Include again',
  unlabel: 'Take label away',
  labelAs: 'Label as',
  failedTitle: 'This image could not be read',
  goneTitle: 'This file is no longer in its folder',
  goneText: 'Its label is kept. Put the file back and look for changed images in the project’s menu.',
  selectFirst: 'Select an image first',
  noGuess: 'No guess to accept here yet',
};
