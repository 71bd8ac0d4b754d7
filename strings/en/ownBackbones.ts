/** @file Sentences of the dialog that adds a backbone of the person's own. */
import { bytes, count, fixed, percent, rate } from '../format';
import { plural } from './plural';

export const KINDS = {
  savedmodel: 'TensorFlow SavedModel',
  'tfjs-layers': 'TensorFlow.js LayersModel',
  'tfjs-graph': 'TensorFlow.js GraphModel',
} as const;

/** [images, 224, 224, 3] */
const shapeText = (shape: readonly number[]): string =>
  `[${shape.map((side, i) => (i === 0 ? 'images' : side < 0 ? 'any' : count(side))).join(', ')}]`;

export const ownBackbones = {
  add: 'Add a model of your own…',
  title: 'Add a model of your own',
  why: 'A network for pictures that has an embedding among its outputs: values by which pictures can be told apart.',
  accepted: [
    'A TensorFlow SavedModel: a folder with saved_model.pb',
    'A LayersModel or GraphModel of TensorFlow.js: a folder with model.json and its weights',
  ],
  safe: 'The folder is copied, and the copy is looked at before anything of it is loaded: a model that could read or write files, or run code, is refused. Then it is tried in a process of its own, so that nothing happens to your work if it fails. Up to 1 GB; nothing leaves this computer.',
  choose: 'Choose its folder…',
  another: 'Choose another folder…',
  cancel: 'Cancel',
  close: 'Close',
  progressName: 'Progress',
  step: {
    copy: 'Copying the model',
    look: 'Looking at the copy',
    load: 'Loading it in a process of its own',
    read: 'Reading the sample photos',
    compare: 'Comparing on sample photos',
    try: 'Running it on the sample photos',
    keep: 'Adding it',
  } as const,
  ofBytes: (done: number, total: number): string => `${bytes(done)} of ${bytes(total)}`,
  ofImages: (done: number, total: number): string => `${count(done)} of ${count(total)} images`,
  waiting: 'In the system’s dialog…',

  found: 'What was found',
  kind: (kind: keyof typeof KINDS): string => KINDS[kind],
  size: (files: number, size: number): string => `${plural(files, 'file')}, ${bytes(size)}`,
  known: (names: readonly string[]): string =>
    `These files are in the list already, as ${names.map((name) => `‘${name}’`).join(' and ')}. Fed in another way, or with another output, it is another backbone.`,
  takes: 'Takes',
  input: (dtype: string, shape: readonly number[] | null): string =>
    shape === null ? `${dtype}; its file does not say which shape` : `${dtype} ${shapeText(shape)}`,
  output: 'Embedding',
  outputs: 'Output that is the embedding',
  use: {
    vector: 'one list of values to each picture',
    map: 'a map of values, which is averaged over its places',
    unsaid: 'its file does not say its shape: trying tells',
  } as const,
  likeClasses: 'looks like scores of classes: made for another purpose, usually worse',
  shape: (shape: readonly number[] | null): string => (shape === null ? '' : shapeText(shape)),
  side: 'Side',
  sideFixed: (side: number): string => `${side} × ${side} pixels, as the model says`,
  sideFree: (least: number, most: number): string =>
    `pixels. The model takes squares of any side from ${least} to ${count(most)}; the one that it was trained with is best.`,

  feeding: 'How pixels are fed',
  feedingWhy:
    'Its documentation says which; fed otherwise a model still answers, only worse. The comparison helps where nobody knows.',
  whole: 'The model takes whole numbers from 0 to 255 and does the rest itself.',
  normalisations: 'Normalisation',
  normalisation: {
    bytes: ['0 to 255', 'as they are: Keras’s EfficientNet, MobileNet v3'],
    unit: ['0 to 1', 'divided by 255: most models of TensorFlow Hub'],
    signed: ['−1 to 1', '(pixel − 127.5) / 127.5: MobileNet, Inception, Xception, Teachable Machine'],
    imagenet: ['ImageNet’s mean and spread', 'most models that come from PyTorch; Keras’s DenseNet'],
    caffe: ['ImageNet’s mean alone', '0 to 255 less the mean, usually BGR: Keras’s ResNet and VGG'],
  } as const,
  order: 'Order of colours',
  orders: { RGB: 'RGB, as nearly all', BGR: 'BGR' } as const,
  compare: 'Compare on sample photos',
  compareAgain: 'Compare again',
  compareWhy: 'Runs 50 photos of 10 classes in every way.',
  told: (right: number, photos: number): string => `${right} of ${photos}`,
  margin: (value: number): string => `margin ${fixed(value, 2)}`,
  notNumbers: 'no numbers',
  figureName: 'Told apart',
  figureWhy:
    'An estimate on the sample photos: how many have their own class’s mean nearest, made without them, and by how much cosines within classes exceed those between them. A few photos more or less are chance.',
  best: 'most',

  trial: 'Trial',
  trialWhy: (photos: number): string =>
    `${count(photos)} sample photos are run, to see that it works, how fast it is here, and what it finds alike.`,
  try: 'Try it',
  tryAgain: 'Try again',
  outdated: 'Of what was chosen before. Try again to add it as it is chosen now.',
  values: 'Values to a picture',
  speed: 'Speed here',
  speedOf: (perSecond: number, batch: number): string =>
    `${rate(perSecond)} images a second, ${batch === 1 ? 'one at a time' : `${batch} at once`}`,
  apart: 'Told apart',
  apartOf: (right: number, photos: number): string =>
    `${right} of ${photos} photos (${percent(right / photos)}), an estimate`,
  constants: 'Estimated',
  constantsOf: (cosine: number, dimension: number): string =>
    `cosine ${fixed(cosine, 2)} within classes, effective dimension ${fixed(dimension, 0)}`,
  constantsWhy:
    'From these few photos alone, so percentages of guesses are rougher than with a backbone that comes with the program, until a project has labels of its own.',
  alone: {
    'takes one': 'It takes one picture at a time, which is slower.',
    'depends on others':
      'Its values for a picture change with the pictures beside it, so each one is run alone, which is slower.',
  } as const,
  shares:
    'These values are shares that add up to 1, as a classifier has them for its classes. An output before the last layer tells more apart, if the model has one.',
  there: (name: string): string => `This is the backbone ‘${name}’, which is in the list already.`,
  nearest: 'What it finds alike',
  nearestWhy: 'Photos beside those nearest to them, by their cosine.',
  photoOf: (name: string | null): string =>
    name === null ? 'A photo of none of the classes' : `A photo of ${name}`,
  near: (name: string | null, cosine: number): string =>
    `${name ?? 'none of the classes'}, cosine ${fixed(cosine, 2)}`,
  shown: 'Photo',
  cosine: (value: number): string => fixed(value, 2),

  name: 'Name',
  nameHint: 'As lists show it',
  licence: 'Licence',
  licenceHint: 'As you know it, for model cards; may stay empty',
  keep: 'Add to the list',
  keepFirst: 'Try it first.',
  nameFirst: 'Give it a name.',
  kept: (name: string): string => `${name} is in the list of backbones`,
  couldNot: {
    choose: 'The model could not be added',
    compare: 'The comparison did not end',
    try: 'The model could not be tried',
    keep: 'The model was not added',
    remove: 'The backbone was not removed',
  } as const,
  stopped: 'Stopped. Nothing was added.',
  own: 'your own',
  removeOf: (name: string): string => `Remove ${name}…`,
  damaged: 'One of your own is damaged.',
  damagedWhy: (reason: string): string =>
    `${reason.replace(/\.$/, '')}. Add the same model again, which mends it, or remove it.`,
  removed: (name: string): string => `${name} was removed from the list of backbones`,
};
