/** @file What saving labels for other programs says. */
import type { SaveFormat } from '../../../main/contract/exchange';
import { count } from '../../format';

export const savingLabels = {
  underWay: 'Labels are being saved already. Wait for that, or cancel it.',
  nothingSaved: (directory: string, what: string, advice: string): string =>
    `Nothing was saved in ${directory}: ${what}. ${advice} What was begun was removed.`,
  nothingToSave:
    'There is nothing to save: no image has a label. Label some, or save images without a label too.',
  noLinks:
    'Links are not possible there: the folder is on another disk than the images, or its disk knows none. Nothing was saved. Choose copies, or a folder on the same disk.',
  cancelled: 'Saving was cancelled. Nothing was left behind.',
  tooLargeAZip:
    'A zip holds 4 GB and 65,535 images, and there are more. Nothing was saved. Save class folders instead, or the labels as CVAT XML.',
  excluded: (left: number): string =>
    left === 1 ? 'One excluded item is left out.' : `${count(left)} excluded items are left out.`,
  boxes: (left: number): string =>
    left === 1
      ? 'One box is left out: this format holds whole images.'
      : `${count(left)} boxes are left out: this format holds whole images.`,
  filesGone: (left: number): string =>
    left === 1
      ? 'One image is left out because its file is not there.'
      : `${count(left)} images are left out because their files are not there.`,
  filesUnread: (left: number): string =>
    left === 1
      ? 'One image is left out because its file could not be read.'
      : `${count(left)} images are left out because their files could not be read.`,
  noEmbedding: (left: number): string =>
    left === 1
      ? 'One item has no embedding: it was not read.'
      : `${count(left)} items have no embedding: they were not read.`,
  noSize: (left: number): string =>
    left === 1
      ? 'One image is left out because its size is not known: it was not read.'
      : `${count(left)} images are left out because their size is not known: they were not read.`,
  noGuess: (left: number): string =>
    left === 1
      ? 'One item has no guess: it was not read.'
      : `${count(left)} items have no guess: they were not read.`,
  folders: {
    csv: 'labels',
    folders: 'class folders',
    fiftyone: 'FiftyOne',
    'label-studio': 'Label Studio',
    'cvat-images': 'CVAT',
    'cvat-xml': 'CVAT',
    embeddings: 'embeddings',
    guesses: 'guesses',
  } satisfies Record<SaveFormat, string>,
  resultsBy: (folder: string, project: string): string => `${folder} by ${project}`,
};
