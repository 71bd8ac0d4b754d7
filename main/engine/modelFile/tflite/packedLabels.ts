/**
 * @file The labels inside of a TFLite model are those beside it: TensorFlow's own classifiers read no others. Pure; runs
 * in the engine and in the process of the export check.
 */
import { unzipSync } from 'fflate';
import { LABELS_FILE } from '../metadata';
import { expect } from './expect';

const END = { length: 22, signature: 0x06054b50, disks: 4, entries: 8, comment: 20 } as const;

/**
 * @param model all of model.tflite, with the zip behind it
 * @param labels all of labels.txt
 * @throws Error where they differ, or what stands there is no zip of one stored file
 */
export function requireLabels(model: Uint8Array, labels: Uint8Array): void {
  requireOneFile(model);
  // Of a file that says it is another size nothing is read: what is stored as it is cannot grow.
  const packed = unzipSync(model, {
    filter: ({ name, compression, originalSize, size }) =>
      name === LABELS_FILE && compression === 0 && size === labels.length && originalSize === labels.length,
  })[LABELS_FILE];
  if (!packed || Buffer.compare(packed, labels) !== 0)
    throw new Error(`the labels inside of the model are not those of ${LABELS_FILE}`);
}

/** The zip ends the file, and names one file: a count that is made up would keep its reader busy. */
function requireOneFile(model: Uint8Array): void {
  const at = model.length - END.length;
  if (at < 0) throw new Error('the model is shorter than a zip');
  const view = new DataView(model.buffer, model.byteOffset + at, END.length);
  expect('how the zip behind the model ends', view.getUint32(0, true), END.signature);
  expect('the disks of that zip', view.getUint32(END.disks, true), 0);
  for (const field of [END.entries, END.entries + 2])
    expect('the number of files behind the model', view.getUint16(field, true), 1);
  expect('the comment of that zip', view.getUint16(END.comment, true), 0);
}
