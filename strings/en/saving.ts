/** @file Sentences about labels that are saved for other programs. */
import type { SaveFormat } from '../../main/contract/exchange';
import { count } from '../format';
import { plural } from './plural';

const formats: Record<SaveFormat, [string, string]> = {
  csv: ['CSV', 'Paths, labels, boxes, groups, stations, times and roles. Can be imported again.'],
  folders: ['Class folders', 'One folder of images per class, as most training programs read them.'],
  fiftyone: ['FiftyOne', 'Images and labels.json of an image classification dataset.'],
  'label-studio': ['Label Studio', 'Tasks with labels, boxes and guesses. Images stay where they are.'],
  'cvat-images': ['CVAT, images', 'A zip of the labelled images, in ImageNet’s layout.'],
  'cvat-xml': ['CVAT, XML', 'Labels and boxes. Images stay where they are.'],
  embeddings: ['Embeddings', 'What the backbone makes of each image, as NumPy file, and a CSV of the rows.'],
  guesses: ['Guesses', 'CSV of what is guessed, by image and by group, with ‘none of these’.'],
};

export const saving = {
  menu: 'Save labels as…',
  title: 'Save labels as',
  resultsTitle: 'Save results as',
  text: 'Into a new folder. Your images and your project stay as they are.',
  formats: 'Format',
  format: (format: SaveFormat) => formats[format],
  options: 'Options',
  unlabelled: 'Images without a label too',
  link: 'Hard links instead of copies: no space is needed, but editing one changes both',
  run: 'Choose a folder and save…',
  running: 'Saving',
  choosing: 'Choosing a folder…',
  progress: (done: number, total: number) => `${count(done)} of ${count(total)} images`,
  cancel: 'Cancel saving',
  close: 'Close',
  done: (items: number) => `${plural(items, 'item')} saved`,
  in: (folder: string) => `In ${folder}`,
  files: (files: string[]) => files.slice(0, 12).join(', ') + (files.length > 12 ? ', …' : ''),
  show: 'Show in file manager',
  couldNot: 'Nothing was saved',
  couldNotShow: 'The folder could not be shown',
};
