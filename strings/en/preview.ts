/** @file Sentences of the large view of one image. */
import { count } from '../format';

export const preview = {
  name: 'Preview',
  place: (place: number, images: number) => `${count(place)} of ${count(images)}`,
  zoom: (percent: string, isFitted: boolean) => (isFitted ? `Fit · ${percent}` : percent),
  previous: 'Previous image',
  next: 'Next image',
  in: 'Closer',
  out: 'Further away',
  full: 'Fit, or pixel for pixel',
  space: 'Space',
  close: 'Close the preview',
  gone: 'This file is no longer in its folder. Its label is kept.',
};
