/**
 * @file check.json: what the export check found, under which conditions, and what the app says of each image, so that
 * whoever has the images can repeat it elsewhere. Pure; runs in main.
 */
import { FORMAT_CHECKS, type ExportFormat } from '../contract/exportFormats';
import type { Checked } from './check';
import { SEED } from './sample';

/** What the app says of one image. */
export interface CheckAnswer {
  /** Of the image file's bytes, lower-case hex. */
  sha256: string;
  /** [C], in the order of the labels. */
  probabilities: readonly number[];
}

/** What the app says of each image that was compared. */
export interface AppAnswers {
  /** The lines of labels.txt as they were checked: whoever has other ones has another order. */
  labels: readonly string[];
  images: readonly CheckAnswer[];
}

/** Far below any limit, and beside ImageNet's classes most of a file. */
const DECIMALS = 9;

/** A line for the labels and for each image: indented, a thousand classes were a thousand lines of each. */
export function checkText(format: ExportFormat, { check, answers }: Omit<Checked, 'metadata'>): string {
  const { tie } = FORMAT_CHECKS[format];
  const { labels, images } = answers;
  const found = { ...check, tie, seed: SEED, checkedAt: new Date().toISOString() };
  const rows = images.map(({ sha256, probabilities }) =>
    JSON.stringify({ sha256, probabilities: probabilities.map((value) => Number(value.toFixed(DECIMALS))) }),
  );
  const facts = JSON.stringify(found, null, 2).replace(/\n\}$/, '');
  const list = rows.length === 0 ? '[]' : `[\n    ${rows.join(',\n    ')}\n  ]`;
  return `${facts},\n  "labels": ${JSON.stringify(labels)},\n  "answers": ${list}\n}\n`;
}
