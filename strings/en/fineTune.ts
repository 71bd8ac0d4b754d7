/** @file Sentences of the Fine-tune view. */
import type { TrainingComparison } from '../../main/contract/areas/training';
import { count, moment, percent, rate } from '../format';
import { plural } from './plural';
import { timeLeft } from './timeLeft';

export const fineTune = {
  name: 'Fine-tune',
  choices: 'What is trained',
  empty: [
    'Nothing to train on yet',
    'Label a few images of two classes or more. Guesses come at once, without any training; fine-tuning is for when that is not enough.',
  ],
  toLabel: 'Go to Label',
  method: 'Method',
  all: 'All methods',
  depths: {
    head: 'The head',
    deep: 'Deeper: the last convolution too',
  },
  depthHints: {
    head: 'Seconds. Images stay as they were read.',
    deep: 'A minute or more. If it is kept, every image is read again.',
  },
  options: 'Options',
  steps: 'Steps',
  stepsHint: 'How many small corrections are made. Empty: as many as the method takes by itself',
  byItself: 'by itself',
  epochs: 'Epochs at most',
  seed: 'Seed',
  seedHint: 'Of all that is left to chance. The same seed and the same labels give the same head',
  train: 'Train',
  again: 'Train again',
  cancel: 'Cancel',
  readOnly: 'This project is only read here, so nothing can be kept in it.',
  about: 'What is this?',
  headAbout:
    'Imprinting makes a class from the mean of its images and trains nothing. Fine-tuning begins there and corrects the classes’ weights, step by step, until they tell your images apart better; with few images it can also make things worse, which is why both are compared.',
  deepAbout:
    'The last layer of the backbone, which turns an image into the numbers that classes are made of, is trained on your images too. It can tell finer differences than a head alone, and other classes that the backbone knows may suffer.',
  papers: 'Paper:',
  ready: [
    'Ready to train',
    'Training takes a copy of your labels: go on labelling meanwhile. Nothing changes until you keep what came of it.',
  ],
  readyDeep:
    'The labelled images are read again in several views, then trained on. Nothing changes until you keep what came of it.',
  phase: {
    reading: 'Reading the labelled images again',
    'held-out': 'Training with some images left out, to compare before and after',
    final: 'Training on all of them',
    epochs: 'Training',
  },
  progress: 'Training',
  soFar: (done: number, total: number) => percent(done / total),
  perSecond: (value: number) => `${rate(value)} steps/s`,
  left: (seconds: number) => `${timeLeft(seconds)} left`,
  counts: ({ images, groups, classes }: { images: number; groups: number; classes: number }) =>
    `${plural(images, 'image')}${groups === images ? '' : ` in ${plural(groups, 'group')}`} of ${plural(classes, 'class', 'classes')}`,
  curves: 'Curves',
  loss: {
    Steps: 'Loss: how far the head still is from the labels it learns from',
    Epochs: 'Loss: how far the backbone still is from the labels it learns from',
  },
  heldOut: {
    Steps: 'Held-out images told right; dashed: by imprinting',
    Epochs: 'Held-out images told right; dashed: by the backbone as it was',
  },
  columns: (by: 'Steps' | 'Epochs') => [by, 'Loss', 'Held-out estimate'],
  compared: 'Before and after, on the same held-out images',
  before: 'Imprinting',
  beforeDeep: 'The backbone as it was',
  after: 'Fine-tuned',
  keep: 'Keep it',
  discard: 'Discard',
  kept: 'Guesses come from it as soon as you keep it; one click goes back.',
  keptDeep: 'Every image is read again once you keep it; going back reads nothing.',
  cancelled: ['Cancelled', 'Nothing was changed. What guesses came from before, they come from still.'],
  failed: 'The training ended without an outcome',
  source: 'Guesses come from',
  imprinting: 'Imprinting',
  imprintingText:
    'Each class is the mean of its images. Always up to date with the labels, and always there to go back to.',
  waiting:
    'The fine-tuned head is used as soon as the images it learnt from have been looked up. Until then: imprinting.',
  keptHead: (method: string) => `A fine-tuned head: ${method}`,
  trainedOn: (at: string, counts: string) => `Trained on ${counts}, ${moment(at)}`,
  unknown: (labels: number) =>
    `It does not know ${labels === 1 ? 'the one label' : `the ${count(labels)} labels`} given since.`,
  newClasses: (names: readonly string[]) =>
    `It does not know ${names.length === 1 ? 'the class' : 'the classes'} ${names.join(', ')}: nothing is guessed to be one of them, and exports leave them out.`,
  outOfUse: 'Imprinting: the fine-tuned head is out of use',
  back: 'Back to imprinting',
  shipped: 'The backbone as it was shipped',
  tuned: 'A backbone tuned on your images',
  tunedOut: 'The backbone as it was shipped: the tuned one is out of use',
  backToShipped: 'Back to the shipped backbone',
  estimateOf: ({ after }: Pick<TrainingComparison, 'after'>) =>
    after.value === null
      ? (after.why ?? '')
      : `Estimate ${percent(after.value)}, of ${plural(after.n, 'held-out image')}${after.interval ? `, between ${Math.round(100 * after.interval[0])} and ${percent(after.interval[1])}` : ''}.`,
  couldNot: {
    read: 'What guesses come from could not be found out',
    start: 'The training could not begin',
    cancel: 'The training could not be cancelled',
    keep: 'It was not kept',
    discard: 'It could not be discarded',
    back: 'Going back was not possible',
  },
};
