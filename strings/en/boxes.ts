/** @file Sentences about boxes in images. */
import { count } from '../format';
import { plural } from './plural';

export const boxWords = {
  layer: (file: string) => `Boxes in ${file}`,
  title: 'Boxes',
  label: 'Label of this box',
  draw: 'Draw a box',
  drawHint:
    'Draw a box around what matters where the image shows more: it gets a label and a guess of its own. Enter puts one in the middle.',
  drawing: 'Drag over the image, or press Enter for a box in the middle. Esc ends drawing.',
  numbered: (number: number, all: number) => `box ${count(number)} of ${count(all)}`,
  chosen: (name: string) => `${name} chosen`,
  name: (number: number, what: string) => `Box ${count(number)}${what === '' ? '' : `, ${what}`}`,
  remove: (number: number) => `Delete box ${count(number)}`,
  waiting: 'not read yet',
  noGuess: 'no guess yet',
  copy: 'Copy to the next image',
  copied: (boxes: number) =>
    boxes === 0
      ? 'The next image has these boxes already'
      : `${plural(boxes, 'box', 'boxes')} copied to the next image`,
  nothingToCopy: 'This image has no boxes to copy',
  noNext: 'There is no further image in the list',
  inCell: (boxes: number) => plural(boxes, 'box', 'boxes'),
};
