/** @file Sentences about images that show the same. */
import { plural } from './plural';

export const duplicates = {
  title: 'Images that show the same',
  why: 'The same file twice, or pictures that are all but equal and lie in one folder or were taken within minutes of each other. Nothing is deleted: what is not kept is only excluded, and everything can be undone.',
  dialog: 'Find images that show the same…',
  couldNot: 'The images could not be compared',
  distance: 'May differ in',
  distanceIs: (bits: number) => (bits === 0 ? 'nothing that can be seen' : `${bits} of 64 parts`),
  minutes: 'In other folders, taken within',
  minutesIs: (minutes: number) => (minutes === 0 ? 'the same second' : plural(minutes, 'minute')),
  searching: 'Comparing images…',
  found: (sets: number, images: number) =>
    sets === 0 ? 'No two images show the same' : `${plural(sets, 'set')} with ${plural(images, 'image')}`,
  noneToFilter: 'No two images show the same',
  unread: (images: number) =>
    `Not all yet: ${plural(images, 'image')} ${images === 1 ? 'is' : 'are'} still to be read. It is looked again when that is done.`,
  none: 'No two images are that near to each other. Allow a larger difference, or close this.',
  list: 'Sets of images that show the same',
  kept: 'Kept',
  /** Before a file's name. */
  keep: 'Keep ',
  same: 'same file',
  distanceOf: (bits: number) =>
    bits === 0 ? 'looks the same' : bits === 1 ? '1 part differs' : `${bits} parts differ`,
  pixels: (width: number, height: number) => `${width} × ${height}`,
  keepOne: (others: number) => `Keep one, exclude ${others}`,
  labelAll: (images: number, name: string) => `Label ${images} more as ${name}`,
  conflict: (names: readonly string[]) => `Labelled differently: ${names.join(', ')}`,
  group: 'Count as one',
  grouped: 'Counts as one',
  all: 'All sets',
  keepAll: (others: number) => `Keep one of each, exclude ${others}`,
  labelEach: (images: number) => `Label ${images} like the labelled one`,
  groupAll: 'Each counts as one',
  show: 'Show in the grid',
  set: 'Show the same',
};
