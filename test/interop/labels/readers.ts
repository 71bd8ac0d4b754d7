/** @file What reads labels and images that were saved, in a Python of its own. */
import path from 'node:path';
import { Programs, Python } from '../python';

const python = new Python('labels');
const script = path.join(import.meta.dirname, 'read.py');

export const readers = new Programs({
  numpy: { python, packages: ['numpy'] },
  pandas: { python, packages: ['pandas'] },
  datumaro: { python, packages: ['datumaro'] },
  'label-studio-sdk': { python, packages: ['label-studio-sdk'] },
  fiftyone: { python, packages: ['fiftyone'] },
});
export type Reader = (typeof readers.names)[number];

export const readWith = (reader: Reader, what: string, folder: string): Promise<unknown> =>
  readers.json(reader, [script, what, folder]);
