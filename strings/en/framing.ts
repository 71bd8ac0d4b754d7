/** @file Sentences about what of each image the model sees. */
import type { FramingCost } from '../../main/contract/areas/framing';
import type { Box, Framing } from '../../main/contract/model';
import { count, percent, rate as speed } from '../format';
import { plural } from './plural';
import { timeLeft } from './timeLeft';

const names: Record<Framing['kind'], string> = {
  stretch: 'Whole frame',
  centreCrop: 'Centre crop',
  region: 'Fixed region',
};

const about = (seconds: number): string => (seconds < 10 ? timeLeft(seconds) : `about ${timeLeft(seconds)}`);

export const framing = {
  title: 'What the model sees',
  why: (side: number | null) =>
    `The model gets a square${side === null ? '' : ` of ${side} × ${side} pixels`} of every image. Choose what goes into it; the choice is the whole project’s.`,
  choices: 'What of each image goes into the square',
  names,
  texts: {
    stretch:
      'All of the image, squeezed into the square. Nothing is cut off: on 4:3 photos it was right 3 to 5 points more often than the centre crop.',
    centreCrop: 'The largest square in the middle, in its true shape. What is at the edges is never seen.',
    region: 'The same part of every image, drawn once: for a camera that does not move.',
  } satisfies Record<Framing['kind'], string>,
  recommended: 'recommended',
  example: (file: string, place: number, examples: number) =>
    `${file} · ${count(place)} of ${plural(examples, 'example')}`,
  previous: 'Previous example',
  next: 'Next example',
  noExample: 'No image has been read yet. The choice can be made all the same.',
  picture: (file: string, dims: boolean) =>
    dims ? `${file}; what is dimmed is not seen` : `${file}, all of it`,
  dimmed: 'What is dimmed is not seen.',
  all: 'All of this image is seen.',
  square: 'What the model gets',
  squareOf: (file: string) => `${file} as the model gets it`,
  draw: 'Drag over the image, or press Enter for a region in the middle.',
  change: 'Drag it, its edges, or beside it for a new one. Keys: arrows, Shift arrows.',
  layer: (box: Box | null) => (box ? `Region: ${place(box)}` : 'Region: none drawn yet'),
  place,
  now: 'This is how it is now.',
  undrawn: 'No region is drawn yet.',
  reads: ({ images }: FramingCost, rate: number | null): string => {
    if (images === null) return 'How many images must be read again cannot be told at the moment.';
    if (images === 0) return 'Nothing will be read again: all images were seen this way before.';
    const takes =
      rate === null
        ? 'How long that takes is not measured yet.'
        : `At the ${speed(rate)} a second measured here that takes ${about(images / rate)}.`;
    return `${plural(images, 'image')} will be read again. ${takes}`;
  },
  keeps: 'Labels and groups stay; guesses come back as images are read. Boxes are not affected.',
  undo: 'Undo (Ctrl Z) goes back without reading anything.',
  apply: 'Apply',
  done: (kind: Framing['kind']) => `The model now sees: ${names[kind].toLowerCase()}`,
  sees: 'Model sees',
  edit: 'Change',
  editName: 'Change what the model sees',
};

function place({ x, y, width, height }: Box): string {
  const said = (fraction: number): string => percent(Math.round(fraction * 100) / 100);
  return `${said(x)} to ${said(x + width)} across, ${said(y)} to ${said(y + height)} down`;
}
