/** @file Sentences about the backbone of a project. */
import { bytes, rate as speed } from '../format';
import { KINDS } from './ownBackbones';
import { plural } from './plural';
import { timeLeft } from './timeLeft';

const about = (seconds: number): string => (seconds < 10 ? timeLeft(seconds) : `about ${timeLeft(seconds)}`);

/** What is said of those that are shipped; of others their size alone is. */
const PURPOSES: Readonly<Record<string, string>> = {
  'efficientnet-lite0': 'Fast, and good enough for most folders. What new projects begin with.',
  'efficientnet-lite2':
    'More accurate on photos, and takes two to three times as long. Not for small drawings: on emoji it was right less often.',
};

/** Measured as docs/backbone.md, 'Lite2 beside Lite0', says; in percent, by images of each class that teach. */
const ESTIMATES: Readonly<Record<string, string>> = {
  'efficientnet-lite0': '86 % of photos by one image per class, 94 % by two, 97 % by three',
  'efficientnet-lite2': '87 % of photos by one image per class, 96 % by two, 98 % by three',
};

export const backbones = {
  menu: 'Backbone…',
  title: 'Backbone',
  why: 'The network that turns each image into what classes are told apart by. The choice is the whole project’s.',
  choices: 'Backbone of this project',
  purpose: (id: string): string | null => PURPOSES[id] ?? null,
  estimate: (id: string): string => ESTIMATES[id] ?? 'Not measured by us.',
  estimateName: 'Estimate',
  estimateOf: 'of 13 classes of photos that we measured both on; yours will differ.',
  facts: (side: number, size: number): string => `Gets ${side} × ${side} pixels; ${bytes(size)} of weights.`,
  speedName: 'Here',
  /** @param trial when it was added, on the sample photos; null: it was not measured then */
  speed: (rate: number | null, trial: number | null): string => {
    if (rate !== null) return `${speed(rate)} images a second, measured in this project`;
    return trial === null
      ? 'not measured yet in this project'
      : `${speed(trial)} images a second on the sample photos, when it was added`;
  },
  present: 'in use',
  tuned: 'in use, tuned on your labels',
  now: 'This is how it is now.',
  nowTuned: 'This one is in use, tuned on your labels. To put the tuning away, go to Fine-tune.',
  asking: 'Counting what would be read…',
  reads: (items: number | null, rate: number | null): string => {
    if (items === null) return 'How many images must be read again cannot be told at the moment.';
    if (items === 0) return 'Nothing will be read again: all images were seen by it before.';
    const takes =
      rate === null
        ? 'How long that takes is not measured yet.'
        : `At the ${speed(rate)} a second measured here that takes ${about(items / rate)}.`;
    return `${plural(items, 'image')} will be read again. ${takes}`;
  },
  keeps:
    'Labels, classes, groups and check images stay; guesses come back as images are read. Trained heads and tuned backbones rest until you come back to the one they were trained on, and figures measured before are of the one before.',
  undo: 'Undo (Ctrl Z) goes back without reading anything.',
  apply: 'Apply',
  done: (name: string): string => `Images are now seen by ${name}`,
  /** @param called with its quotes */
  missing: (called: string): string => `The backbone ${called} of this project is not installed here.`,
  missingOwn: (kind: keyof typeof KINDS, side: number): string =>
    `It is a model of your own, a ${KINDS[kind]} that gets ${side} × ${side} pixels: added from the same files and fed likewise, it is this backbone again.`,
  missingText:
    'So there are no guesses. All labels are as they were, new ones are saved, and what was read by it before is kept. Open the project where it is installed, or choose another one.',
  another: 'Choose another',
};
