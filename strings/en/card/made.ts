/** @file The model card's section on how a model was made. Pure. */
import { methodWords } from '../../../main/contract/methodWords';
import type { Framing } from '../../../main/contract/model';
import type { Metadata } from '../../../main/engine/modelFile/metadata';
import { bullets, plain } from './markdown';

export function madeSection(metadata: Metadata): string {
  const { backbone, preprocessing, scale, calibration } = metadata;
  return `## How it was made

${bullets([
  `**Method:** ${methodOf(metadata)}`,
  `**Backbone:** ${plain(backbone.name)}, licence ${plain(backbone.licence)} (LICENCES.txt). It turns an image into numbers; what it saw before it came here is its own.`,
  `**What it sees of an image:** ${seen(preprocessing.framing)}, reduced to ${metadata.input.size} × ${metadata.input.size} pixels. \`preprocess.py\` and \`preprocess.mjs\` do it exactly; other ways move probabilities.${boxes(metadata)}`,
  ...joined(metadata),
  ...(scale === null
    ? []
    : [`**Scale:** a class's logit is ${scale.toFixed(2)} times the cosine to its weights.`]),
  calibration.calibrated
    ? '**Percentages:** its probabilities are the percentages that the program showed, fitted to images held out in turn.'
    : `**Percentages:** its probabilities are an order, not percentages. ${calibration.reason ?? ''}`,
])}`;
}

const BALANCED =
  'Balanced imprinting. A class is the mean of its images, drawn towards the mean of all classes where it has few of them; nothing is trained.';

function methodOf({ method, imprinting }: Metadata): string {
  const used = method ?? (imprinting === 'balanced' ? 'balanced' : 'imprinting');
  const { name, what, paper } = methodWords[used];
  return `${used === 'balanced' ? BALANCED : `${name}. ${what}`} (${paper})`;
}

function seen(framing: Framing): string {
  if (framing.kind === 'stretch') return 'the whole frame, stretched to a square';
  if (framing.kind === 'centreCrop') return 'the largest square in its middle';
  const { x, y, width, height } = framing.box;
  const shares = [x, y, width, height].map((side) => side.toFixed(3));
  return `always the same part of it (left ${shares[0]}, top ${shares[1]}, width ${shares[2]}, height ${shares[3]} of the whole)`;
}

const boxes = ({ preprocessing }: Metadata): string =>
  preprocessing.boxes
    ? ` It learnt from boxes in images as well, with ${100 * preprocessing.boxes.margin} % of their sides around them.`
    : '';

function joined({ base, join, offset, leftOut = [] }: Metadata): string[] {
  if (base === 'none') return [];
  const left = leftOut.length > 0 ? ` ${leftOut.length} of them are left out.` : '';
  const gamma = offset ? ` Own classes have γ = ${offset} added to their logits.` : '';
  return [
    `**Beside ImageNet's classes:** the 1000 that the backbone was trained for come before the own ones (join \`${join}\`).${left}${gamma}`,
  ];
}
