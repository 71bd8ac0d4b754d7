/** @file Sentences of the Map view. */
import { count, percent } from '../format';
import { plural } from './plural';
import { timeLeft } from './timeLeft';

export const mapWords = {
  name: 'Map of images',
  title: 'Images by likeness',
  describe: (images: number, labelled: number) =>
    `${plural(images, 'image')}, ${count(labelled)} of them labelled, as dots. Dots that lie close together look alike. Arrow keys go from image to image, Space selects, class keys label.`,
  tools: 'Tool',
  tool: { move: 'Move', lasso: 'Lasso', rectangle: 'Rectangle' },
  toolHint: {
    move: 'Drag to move the map',
    lasso: 'Draw around images to select them',
    rectangle: 'Drag a rectangle over images to select them',
  },
  colourBy: 'Colours',
  colouring: {
    class: 'Label or guess',
    guess: 'Guess',
    confidence: 'Confidence',
    folder: 'Folder',
  },
  pictures: 'Pictures',
  picturesHint: 'Show pictures instead of dots where there is room',
  zoomIn: 'Closer',
  zoomOut: 'Further away',
  fit: 'Show all',
  showInGrid: 'Show in the grid',
  focusedAt: (name: string) => name,
  selected: (images: number) => (images === 0 ? 'Nothing selected' : `${plural(images, 'image')} selected`),
  set: (images: number) => `${plural(images, 'image')} chosen on the map`,
  endOfMap: 'No image further that way',
  arranging: 'Arranging by likeness',
  arrangingOf: (done: number, total: number) => `Arranging by likeness: ${percent(done / total)}`,
  left: (seconds: number) => `${timeLeft(seconds)} left`,
  cancel: 'Cancel',
  quick: 'A quick arrangement: what lies close together is alike, but groups may overlap.',
  arrange: 'Arrange by likeness',
  again: 'Arrange again',
  off: ({ waiting, fresh, failed }: { waiting: number; fresh: number; failed: number }) => {
    const parts = [
      ...(waiting > 0 ? [`${count(waiting)} not read yet`] : []),
      ...(fresh > 0 ? [`${count(fresh)} new since it was arranged`] : []),
      ...(failed > 0 ? [`${count(failed)} could not be read`] : []),
    ];
    return parts.length === 0 ? '' : `Not on the map: ${parts.join(', ')}.`;
  },
  moved: 'The map is arranged by likeness',
  empty: {
    none: ['Nothing to arrange yet', 'Images come onto the map once they have been read.'],
    few: ['A map needs three images', 'Add more images in the project’s menu.'],
    stopped: [
      'Reading was stopped',
      'Only images that were read can be arranged. Go on reading to see them here.',
    ],
    waiting: ['Arranging the images…', 'The first arrangement takes a moment.'],
    failed: ['The map could not be made', 'Labels and guesses are not affected. Try again.'],
  },
  tryAgain: 'Try again',
  toLabel: 'Back to the images',
  legend: {
    name: 'Legend',
    background: (name: string) => `${name} (none of these)`,
    none: 'No guess yet',
    labelled: 'Labelled',
    unlike: 'Unlike anything',
    percentages: ['90 % and more', '70 to 90 %', '50 to 70 %', 'Below 50 %'],
    certainties: ['Likely', 'Unsure'],
    top: 'At the top',
    otherFolders: (folders: number) => plural(folders, 'other folder'),
    disc: 'labelled',
    ring: 'guess',
    select: (name: string, key: string | null, labelled: number, others: number) =>
      `${name}${key === null ? '' : `, key ${key.toUpperCase()}`}, ${count(labelled)} labelled, ${count(others)} not: select them`,
    hint: (name: string) => `Select all on the map: ${name}`,
    hide: 'Hide the legend',
    show: 'Show the legend',
  },
  couldNot: { start: 'The map could not be arranged', cancel: 'Arranging could not be stopped' },
};
