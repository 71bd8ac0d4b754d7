/** @file What the check of an export found. */
import type { Verdict } from '../../../main/exporting/verdict';
import type { ExportComparison } from '../../../main/contract/exporting';
import type { Framing } from '../../../main/contract/model';
import { plural } from '../plural';

/** One sentence to three: what the check found. */
function sentenceOf(verdict: Verdict): string {
  const { leftOut, ownCrop, framing } = verdict;
  const sentences = [verdictSentence(verdict)];
  if (leftOut > 0) sentences.push(`${plural(leftOut, 'image')} could not be read again and did not count.`);
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
  return `${reader}: seen so, ${same} of ${plural(images, 'image')} keep their class, and a probability changes by up to ${twoDigits(maxAbsDiff)}.`;
}

const twoDigits = (value: number): string => String(Number(value.toPrecision(2)));

function verdictSentence(verdict: Verdict): string {
  const { images } = verdict;
  return verdict.passed
    ? `Read back from the disk, the model gave the app's own answers for ${plural(images, 'image')}.`
    : failure(verdict);
}

function failure({ images, maxAbsDiff, top1Agreement, labels, scale }: Verdict): string {
  if (!labels) return 'Read back from the disk, the model names other classes than the app.';
  const away = Math.round((1 - top1Agreement) * images);
  if (away > 0)
    return `Read back from the disk, the model calls ${away} of ${plural(images, 'image')} by another class.`;
  if (!(maxAbsDiff <= 1)) return 'Read back from the disk, the model gives no numbers.';
  if (!scale) return "Read back from the disk, the model states another scale than the app's.";
  return `Read back from the disk, the model's probabilities are off by up to ${maxAbsDiff.toPrecision(2)}.`;
}

export const verdicts = { sentenceOf };
