/** @file Sentences of the Export view. */
import { count, percent } from '../../logic/format';
import { plural } from './plural';

export const exporting = {
  title: 'Export the model',
  lead: 'Writes the classifier as it is now, for other programs. Images and labels stay here.',
  formats: 'Formats',
  format: {
    tfjs: ['TensorFlow.js LayersModel', 'For web pages and Node: model.json with its weights'],
    'teachable-machine': [
      'Teachable Machine image model',
      'For pages and apps made for models of Teachable Machine: a drop-in for its library',
    ],
    savedmodel: ['TensorFlow SavedModel', 'For Python and TensorFlow Serving'],
    onnx: ['ONNX', 'For ONNX Runtime, OpenVINO and OpenCV, in most languages and on most devices'],
    tflite: ['TensorFlow Lite', 'For phones and small computers: one file, labels inside'],
    'tflite-float16': ['TensorFlow Lite, half the size', 'The same with weights of 16 bits'],
  } as const,
  classes: 'Classes in the model',
  own: (classes: number) => `Only mine (${count(classes)})`,
  withBase: (classes: number) => `Mine and ImageNet’s 1000 (${count(classes + 1000)})`,
  inside: 'What will be written',
  model: (format: string) => `${format}: the backbone and your classes as one model`,
  labels: (classes: number) => `labels.txt: ${plural(classes, 'name')}, in the order of the outputs`,
  metadata: 'metadata.json: input size, framing, scale and how it was made',
  check:
    'Then each model is loaded as another program would load it, run on up to 100 of your image files, and compared with the guesses shown here.',
  left: (names: string[]) => `Not in the model, since no image is labelled so: ${names.join(', ')}.`,
  unknownToHead: (names: string[]) =>
    `Not in the model, since the fine-tuned head does not know them: ${names.join(', ')}. Train again to have them in it.`,
  run: 'Choose a folder and export',
  choosing: 'Choosing a folder…',
  cancel: 'Cancel export',
  progress: 'Export progress',
  done: 'Exported',
  failed: 'The export check failed',
  result: 'Result',
  written: (folder: string) => `Written to ${folder}`,
  showFolder: 'Show in file manager',
  checkTitle: 'Export check',
  passed: 'Passed',
  notPassed: 'Failed',
  images: 'Images compared',
  difference: 'Largest difference of a probability',
  agreement: 'Same first class',
  agreementOf: (fraction: number) => percent(fraction),
  meaning:
    'This shows that the exported model answers as this window does, not how often either of them is right.',
  formatNeeded: 'Choose at least one format.',
  toLabel: 'Go to Label',
  tooFew: {
    none: 'A model of your own classes needs two classes with at least one labelled image each.',
    imagenet: 'A model beside ImageNet’s classes needs one class with at least one labelled image.',
  } as const,
};
