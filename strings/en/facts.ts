/** @file Sentences about what is noted of images when they are read: capture time, camera, likeness. */
import { plural } from './plural';

export const facts = {
  couldNot: 'Images could not be read again',
  reading: (images: number) =>
    `${plural(images, 'image')} ${images === 1 ? 'is' : 'are'} read again: an older version did not note when and of what. Look again when the reading is done.`,
};
