/** @file What an export says to the person. Pure; runs in main. */
import type { ExportComparison } from '../contract/exporting';
import type { Framing } from '../contract/model';
import { plural as count } from '../../strings/en/plural';

export interface Verdict extends ExportComparison {
  passed: boolean;
  /** Whether the file names the classes that the app exported. */
  labels: boolean;
  /** Whether the file states the scale that the app exported. */
  scale: boolean;
  /** Images that could not be read as they were. */
  leftOut: number;
  /** With images as the format's own loader takes them, where it takes them otherwise. */
  ownCrop: ExportComparison | null;
  /** That the model was made with. */
  framing: Framing;
}

/** One sentence to three: what the check found. */
export function sentenceOf(verdict: Verdict): string {
  const { leftOut, ownCrop, framing } = verdict;
  const sentences = [verdictSentence(verdict)];
  if (leftOut > 0) sentences.push(`${count(leftOut, 'image')} could not be read again and did not count.`);
  if (ownCrop) sentences.push(ownCropSentence(ownCrop, framing));
  return sentences.join(' ');
}

const SEEN = {
  stretch: 'the whole picture',
  region: 'another part of it',
  centreCrop: 'its centre',
} as const;

function ownCropSentence({ images, maxAbsDiff, top1Agreement }: ExportComparison, { kind }: Framing): string {
  const same = Math.round(top1Agreement * images);
  const reader = `This format's own reader always takes the centre of a picture, and the model was made with ${SEEN[kind]}`;
  return `${reader}: seen so, ${same} of ${count(images, 'image')} keep their class, and a probability changes by up to ${twoDigits(maxAbsDiff)}.`;
}

const twoDigits = (value: number): string => String(Number(value.toPrecision(2)));

function verdictSentence(verdict: Verdict): string {
  const { images } = verdict;
  return verdict.passed
    ? `Read back from the disk, the model gave the app's own answers for ${count(images, 'image')}.`
    : failure(verdict);
}

function failure({ images, maxAbsDiff, top1Agreement, labels, scale }: Verdict): string {
  if (!labels) return 'Read back from the disk, the model names other classes than the app.';
  const away = Math.round((1 - top1Agreement) * images);
  if (away > 0)
    return `Read back from the disk, the model calls ${away} of ${count(images, 'image')} by another class.`;
  if (!(maxAbsDiff <= 1)) return 'Read back from the disk, the model gives no numbers.';
  if (!scale) return "Read back from the disk, the model states another scale than the app's.";
  return `Read back from the disk, the model's probabilities are off by up to ${maxAbsDiff.toPrecision(2)}.`;
}

export const NOT_FOR_USE = 'The model must not be used, and its folder says so in its name.';

export const ONE_CLASS =
  'A model of your own classes needs two classes with at least one image each that has been read. Nothing was exported.';

export const ENGINE_ENDED =
  'The engine ended during the export. Nothing was exported, and your labels are safe. Try again.';

export const NOT_CHECKED = 'The export could not be checked, so nothing was exported.';

export const NOTHING_TO_CHECK_WITH =
  'The export could not be checked, because none of the image files can be read as they were. Nothing was exported. ' +
  'Connect their disk or rescan the folder, and export again.';

export const NOT_NOTED = 'The model was exported, but the project could not note that it was:';

export const STEPS = {
  prepare: 'Preparing the model',
  write: 'Writing the model',
  check: 'Checking it with your images',
} as const;
