/** @file One method looked at closely, as a report has it. */
import { counted } from './counted';

export const methods = {
  title: 'Method by method',
  /** Where a paper's method is run on embeddings that stay as they are: its network is not trained here. */
  frozen: (name: string) => `${name} (frozen features)`,
  /** Behind the method's name. */
  closer: 'by class, and what it takes for what',
  byClass: 'By class: of its own images found, and of those called so right.',
  classColumns: ['Class', 'Images', 'Groups', 'Found', 'Right when named', 'F1'],
  matrix: 'Rows are what images show, columns what they were called.',
  matrixCorner: 'is, called',
  base: 'one of ImageNet’s',
  pairs: 'Most often confused.',
  pairColumns: ['Is', 'was called', 'Images'],
  pairOf: (n: number, of: number) => `${n} of ${of}`,
  /** @param share as text */
  calibration: (share: string, images: number) =>
    `Calibration error ${share}, from ${counted(images, 'image')}.`,
  calibrationColumns: ['Percentage said', 'Images', 'Said on average', 'Were right'],
  /** Whole percents. */
  bin: (from: number, to: number) => `${from} to ${to} %`,
};
