/** @file Sentences of the Evaluate view. 'Accuracy' is only what a blind check measured. */
import type { Figure, Interval } from '../../../main/contract/evaluation';
import { count, fixed, moment, percent } from '../../format';
import { points } from '../../../renderer/logic/evaluate/figures';
import { plural } from '../plural';
import { range } from './range';

/** 'from 50 images', 'from 50 images in 31 groups'. */
const countedOn = ({ n, groups }: Pick<Figure, 'n' | 'groups'>): string =>
  `${plural(n, 'image')}${groups < n ? ` in ${plural(groups, 'group')}` : ''}`;

export const evaluate = {
  list: 'Questions',
  what: 'What is this?',
  paper: 'From',
  empty: [
    'Nothing to evaluate yet',
    'Label a few images of two or more classes first. From the second image of a class on there is an estimate.',
  ],
  aside: 'About this',
  waiting: 'Asking the engine…',
  waitingText: 'The figures come as soon as the newest labels are known to it.',
  toLabel: 'Go to Label',
  toCheck: 'Go to Check',
  stale: 'Labels have changed since. The figures are being counted anew.',
  couldNot: {
    overview: 'The figures could not be had',
    curve: 'The curve could not be made',
    operating: 'Misses and false alarms could not be counted',
    contest: 'The comparison could not be begun',
    cancel: 'That could not be cancelled',
    kept: 'The kept comparisons could not be read',
    base: 'ImageNet’s classes could not be asked about',
    save: 'The report could not be written',
  },
  sources: {
    name: 'Answers of',
    check: 'Blind check',
    estimate: 'Learning images',
    contest: (method: string) => `Comparison: ${method}`,
  },
  columns: {
    class: 'Class',
    images: 'Images',
    recall: 'Found',
    precision: 'Right when named',
    f1: 'F1',
  },
  countedOn,
  range,
  interval: (interval: [number, number]) => `95\u00a0% interval ${range(interval)}`,
  groups: (groups: number) => plural(groups, 'group'),

  accuracy: {
    title: 'Accuracy on this folder',
    lead: 'On images drawn at random and labelled blind, at the folder’s own frequencies.',
    missing: 'Not measured',
  },
  estimate: {
    title: 'Estimate from the learning images',
    lead: 'Each held out in its turn, with one image fewer per class. Images that were chosen to be labelled are seldom like the rest: read it as a direction.',
    missing: 'No estimate yet',
  },
  counted: (figure: Figure) => `Counted on ${countedOn(figure)}.`,
  macro: (recall: string, precision: string, f1: string) =>
    `Mean over the classes: found ${recall}, right when named ${precision}, F1 ${f1}.`,
  rejection: {
    title: 'Images of none of your classes',
    possible: (rejected: string, accepted: string) =>
      `A guess that is too unlike everything is marked ‘unlike anything’. That happens to ${rejected} of your own images, and ${accepted} of images of a class that the model does not know pass all the same.`,
    alone: (rejected: string, why: string) =>
      `A guess that is too unlike everything is marked ‘unlike anything’. That happens to ${rejected} of your own images. ${why}`,
    tooFew: (groups: number, needed: number) =>
      `‘Unlike anything’ cannot be told by a threshold yet: it needs ${count(needed)} held-out images or groups, and there are ${count(groups)}.`,
  },
  ownAlone: 'Among your own classes alone: what ImageNet’s beside them take is not counted here.',
  notes: 'About the labels',

  sortedBy: (column: string) => `Sort by ${column}`,
  missed: (name: string, n: number) => `${plural(n, 'image')} of ${name} not found: show in the grid`,
  missedColumn: 'Not found',
  missedTitle: (name: string) => `${name}, not found`,
  hardest: (name: string, recall: string, precision: string) =>
    `Hardest: ${name}, of which ${recall} were found and ${precision} of what was called so is right.`,
  noneHard: 'Every image that was asked about was called by its name.',
  noClasses: 'No class could be asked about yet.',

  matrix: 'Confusion matrix',
  matrixHelp: 'Arrow keys go from cell to cell, Enter shows its images in the grid.',
  isRow: 'Is',
  called: 'was called',
  base: 'one of ImageNet’s',
  all: 'All',
  cell: (n: number, own: string, guessed: string) =>
    own === guessed
      ? `${plural(n, 'image')} of ${own}, right`
      : `${plural(n, 'image')} of ${own} called ${guessed}`,
  cellTitle: (own: string, guessed: string) =>
    own === guessed ? `${own}, right` : `${own} called ${guessed}`,
  pairs: 'Most often confused',
  pair: (own: string, guessed: string) => `${own} called ${guessed}`,
  pairOf: (n: number, of: number) => `${count(n)} of ${count(of)}`,
  noPairs: 'No image was taken for one of another class.',
  summary: (own: string, guessed: string, n: number, of: number) =>
    `Most often ${own} is taken for ${guessed}: ${count(n)} of ${count(of)} images.`,
  chosenCell: 'Chosen cell',
  noneInCell: 'No image is in this cell.',
  showInGrid: (n: number) => (n === 1 ? 'Show it in the grid' : `Show ${count(n)} in the grid`),
  more: (n: number) => `and ${count(n)} more`,
  gone: (n: number) => `${plural(n, 'image')} of it ${n === 1 ? 'is' : 'are'} not in the project any more.`,

  calibration: {
    none: 'No answer yet',
    error: 'Calibration error',
    sentence: (error: number) =>
      `On average a percentage is ${count(Math.round(error * 100))} ${Math.round(error * 100) === 1 ? 'point' : 'points'} off.`,
    from: (n: number) => `Counted on ${plural(n, 'image')}.`,
    chart: 'Reliability: said and found',
    columns: ['Percentage said', 'Images', 'Said on average', 'Were right', '95\u00a0% interval'],
    bin: (from: number, to: number) => `${Math.round(from * 100)} to ${percent(to)}`,
  },

  curve: {
    none: 'No curve yet',
    how: 'It needs two classes of at least two images that are not from the same group.',
    chart: 'Estimate by images per class',
    columns: ['Images per class', 'Estimate', '95\u00a0% interval'],
    about: (classes: number, tooFew: readonly string[]) =>
      `About ${plural(classes, 'class', 'classes')}, the same at every point.${tooFew.length > 0 ? ` Left out, for too few images or groups: ${tooFew.join(', ')}.` : ''}`,
  },

  operating: {
    none: 'Cannot be promised yet',
    how: 'A pest, a crack, a rare species: choose the class whose images you must not miss, and how many of them may be missed.',
    class: 'Class that must not be missed',
    choose: 'Choose a class',
    miss: 'May be missed at most',
    chart: 'Misses against false alarms',
    columns: ['From', 'Missed', 'Missed at most', 'False alarms', 'False alarms at most'],
    counted: (cases: string, others: string) =>
      `Counted on ${cases} of the class and ${others} of others, from the blind check.`,
    needed: (needed: number, cases: number) =>
      `That needs ${plural(needed, 'independent image')} of the class in the check; there ${cases === 1 ? 'is' : 'are'} ${count(cases)}.`,
    chosen: 'Chosen',
    threshold: (value: number, scale: 'confidence' | 'cosine') =>
      scale === 'confidence' ? percent(value) : fixed(value, 3),
    upTo: (fraction: number) => `at most ${percent(fraction)}`,
    figures: { from: 'Call it so from', misses: 'Missed', alarms: 'False alarms' },
    noCheck: 'This is told from a blind check alone, and there is none yet.',
    all: (miss: number) => `Every class, missed at most ${percent(miss)}`,
    allColumns: ['Class', 'Checked', 'Call it so from', 'Missed at most', 'False alarms at most'],
    tooFew: (needed: number) => `needs ${plural(needed, 'independent image')}`,
    missesMore: 'no threshold is that safe',
  },

  intact: {
    none: 'Not measured',
    how: 'Choose a folder with a subfolder for each of some of ImageNet’s classes, named by the class’s label or number. A few hundred images that are not yours will do.',
    choose: 'Choose a folder and measure',
    again: 'Measure again',
    before: 'Before',
    beforeLead: 'The backbone alone',
    after: 'After',
    afterLead: 'With your classes beside it',
    at: (at: string, folder: string) => `Measured ${moment(at)} on ‘${folder}’.`,
    since: 'Labels have changed since then.',
    same: 'An image that goes to a class of yours which means the same is no loss. Fine-tune shows which of ImageNet’s classes are nearest to yours, and can leave them out.',
    progress: 'Measuring ImageNet’s classes',
    waiting: 'Looking for images…',
    off: 'Guesses are among your own classes alone at present. These figures are about guesses among yours and ImageNet’s together, and about exports with both.',
  },

  difference: (value: number, interval: Interval | null) =>
    interval ? `${points(value)} (${points(interval[0])} to ${points(interval[1])})` : points(value),
  table: 'As a table',
  drawing: 'As a chart',
};
