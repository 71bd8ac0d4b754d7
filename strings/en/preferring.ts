/** @file Sentences of the preferences. */
import { bytes, count } from '../format';
import { plural } from './plural';

export const preferring = {
  title: 'Preferences',
  lead: 'For all projects on this machine. Changes apply at once.',
  appearance: 'Appearance',
  theme: 'Theme',
  themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
  language: 'Language',
  languageOfSystem: 'As the system',
  languageHint: 'Numbers and dates follow. The window is drawn anew.',
  engine: 'Engine',
  threads: 'Threads for TensorFlow',
  allThreads: (processors: number) => `Automatic (${count(processors)})`,
  threadsHint:
    'Fewer leave more of the machine to other programs. A change starts the engine anew, which ends training and comparisons that run.',
  backbone: 'Backbone for new projects',
  backboneHint: 'Projects that there are keep theirs.',
  cache: 'Cache',
  place: 'Place',
  /** What is in it. */
  thumbnails: (size: number) => `Thumbnails: ${bytes(size)}`,
  models: (size: number) => `Backbones as TensorFlow reads them: ${bytes(size)}`,
  measuring: 'Looking…',
  limit: 'Thumbnails may take',
  limitOf: (size: number) => bytes(size),
  limitHint: (thumbnails: number) =>
    `Room for about ${plural(thumbnails, 'thumbnail')}. What was looked at least recently goes first.`,
  move: 'Move it…',
  moveTitle: 'Where should the cache be?',
  moveText:
    'It gets a folder ‘imprint-studio’ of its own in the one that you choose. The former one is removed.',
  takeAlong: 'Take along what is in it',
  startEmpty: 'Begin with an empty one',
  usual: 'Back to the usual place',
  chooseFolder: 'Choose a folder…',
  working: 'Working…',
  empty: 'Empty the cache',
  emptyTitle: 'Empty the cache?',
  emptyText:
    'Labels, projects and images stay. Each thumbnail is made again when its image is next looked at, which reads the file once more; the backbone is written again when the engine next starts, within seconds.',
  couldNot: 'The preferences could not be read',
  couldNotChange: 'That was not changed',
  couldNotMove: 'The cache was not moved',
  couldNotEmpty: 'The cache could not be emptied',
};
