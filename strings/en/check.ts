/** @file Sentences of the blind check. The only place that says 'accuracy'. */
import type { CheckDrawn } from '../../main/projects/schema';
import { count, moment, percent } from '../format';
import { plural } from './plural';

const interval = ([low, high]: readonly [number, number]): string =>
  `${Math.round(low * 100)} to ${percent(high)}`;

export const check = {
  drawn: ({ at, seed }: CheckDrawn, draws: number) =>
    draws === 1
      ? `Drawn ${moment(at)}, by seed ${seed}.`
      : `Drawn in ${count(draws)} draws, the last ${moment(at)}, by seed ${seed}.`,
  title: 'Blind check',
  what: 'Label some images drawn at random, without seeing the guess: how often the guess was right there is its accuracy on this folder, and these images never teach.',
  why: 'The estimate beside the classes cannot say that, since it asks only about images that you chose to label.',
  noClasses: 'First label a few images of each class. Then there are guesses to check.',
  draw: 'Draw a check',
  drawMore: 'Draw more',
  howMany: 'How many images',
  gives: (points: number, n: number) => `about ±${points} points with ${count(n)}`,
  pool: (n: number, boxes: boolean) =>
    `Drawn from the ${plural(n, boxes ? 'box' : 'image', boxes ? 'boxes' : 'images')} without a label.`,
  emptyPool:
    'Nothing is left to draw from: every image that was read has a label, is in the check, or is excluded.',
  drawIt: (n: number) => `Draw ${count(n)} and begin`,
  couldNotDraw: 'The check could not be drawn',
  progress: 'Checked',
  done: (done: number, total: number) => `${count(done)} of ${count(total)} checked`,
  all: (total: number) => `All ${count(total)} checked`,
  cannotTold: (n: number) => `${count(n)} could not be told, and are left out`,
  takeUp: 'Go on',
  lookAgain: 'Look through them again',
  leave: 'Leave; go on later',
  place: (at: number, total: number) => `${count(at)} of ${count(total)}`,
  picture: 'Image of the check',
  isIt: 'What is it?',
  labelled: (name: string) => `You said: ${name}`,
  outOf: 'Left out: cannot tell',
  cannotTell: 'Cannot tell',
  takeIn: 'Take in again',
  back: 'Back',
  forward: 'Forward',
  newClass: 'Another class…',
  newClassName: 'Name of the new class',
  hidden: 'This image belongs to the blind check. Its guess stays hidden until it is labelled.',
  chip: 'check',
  hiddenName: 'belongs to the check, guess hidden',
  result: 'Accuracy on this folder',
  measuring: 'Comparing with the guesses…',
  tooFew: (n: number, fewest: number) =>
    `Not measured yet: ${plural(n, 'image')} checked. With fewer than ${fewest} the answer could be almost anything.`,
  accuracy: (fraction: number) => percent(fraction),
  range: (low: number, high: number) => `95\u00a0% interval: ${interval([low, high])}`,
  right: (right: number, n: number) => `${count(right)} of ${count(n)} guesses were right`,
  groups: (groups: number) => `from ${plural(groups, 'independent group')}`,
  frequencies:
    'Each class counts as often as it occurs in the folder. This speaks of the images that had no label when the check was drawn, and of the model as it is now.',
  unread: (n: number) => `${plural(n, 'image')} of the check ${n === 1 ? 'has' : 'have'} no guess yet.`,
  stale: (n: number) =>
    `${plural(n, 'image')} came after this check was drawn and could not be in it. Draw more, or give it back and draw anew.`,
  classes: 'By class',
  columns: { class: 'Class', checked: 'Checked', right: 'Guessed right', interval: '95\u00a0% interval' },
  classRight: (right: number, n: number) => `${count(right)} of ${count(n)}`,
  classRange: (low: number, high: number) => interval([low, high]),
  classFew: 'too few to say',
  unchecked: (names: readonly string[]) =>
    `Not among the images drawn, so not measured: ${names.join(', ')}.`,
  confusions: 'What was taken for what',
  noConfusions: 'Every guess was right.',
  isConfused: 'Is',
  takenFor: 'Guessed',
  imageNet: 'one of ImageNet’s',
  times: 'Images',
  confused: (own: string, guessed: string, n: number) =>
    `${plural(n, 'image')} of ${own} guessed ${guessed}: show in the grid`,
  confusedTitle: (own: string, guessed: string) => `${own} guessed ${guessed}`,
  giveBack: 'Use them for learning',
  giveBackTitle: 'Use the checked images for learning?',
  giveBackText: (labelled: number) =>
    `${plural(labelled, 'label')} will teach, and the accuracy is no longer measured: it would be asked of images the model has learnt from. You can draw a new check from images without a label, and undo this.`,
};
