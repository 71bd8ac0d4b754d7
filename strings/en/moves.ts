/** @file Sentences about files and folders that are not where they were. */
import { count } from '../format';
import { plural } from './plural';

export const moves = {
  seemMoved: (images: number) =>
    images === 1 ? '1 image seems to have moved.' : `${count(images)} images seem to have moved.`,
  keepLabels: 'Their labels can go along.',
  show: 'Show…',
  missing: (path: string) => `The folder ${path} is not there.`,
  missingImages: (images: number) => `What is known of its ${plural(images, 'image')} is kept.`,
  whereNow: 'Where is it now…',
  title: (images: number) => `Move ${plural(images, 'image')} to where they are now?`,
  text: 'These files have other names now, and the same content. Labels, boxes, groups and everything else go along. You can undo this.',
  list: 'From where to where',
  to: 'is now',
  more: (images: number) => `and ${count(images)} more`,
  unclear: (images: number) => `${plural(images, 'image')} not moved`,
  apply: 'Move',
  cancel: 'Cancel',
  nothing: 'No image is to be moved any more.',
  moved: (images: number) =>
    `${plural(images, 'image')} moved with what was decided about ${images === 1 ? 'it' : 'them'}`,
  undoTakesBack: 'Undo takes this back.',
  couldNotLook: 'It could not be found out what has moved',
  couldNotMove: 'The images were not moved',
  couldNotRelink: 'The folder was not taken',
};
