/**
 * @file The model card's sections on how good a model is, and when it says 'none of these'. 'Accuracy' is only what a blind check
 * measured; an estimate is called one, and neither is mixed into the other. Pure.
 */
import type { ExportFigures } from '../../../main/contract/exported';
import type { Metadata } from '../../../main/engine/modelFile/metadata';
import { isMeasured, inWords, percent } from './figures';

export function qualitySection(figures: ExportFigures, { base, method }: Metadata): string {
  const { accuracy, estimate } = figures;
  const among = base === 'none' ? '' : " Among its own classes only: ImageNet's were not in the way.";
  // Imprinting is asked about each image without it; a head that was trained has the estimate of its training.
  const imprinted = method === undefined || method === 'imprinting' || method === 'balanced';
  const how = imprinted ? 'with one image fewer per class' : 'held out in turn by its training';
  const said =
    estimate.value === null
      ? `**Estimate from the learning images:** not possible. ${estimate.why ?? ''}`
      : `**Estimate from the learning images, ${how}:** ${inWords(estimate)}.${among} Those images were chosen to be labelled, so it reads too high.`;
  return ['## How good it is', accuracyOf(accuracy, base), said].join('\n\n');
}

function accuracyOf(accuracy: ExportFigures['accuracy'], base: Metadata['base']): string {
  if (!isMeasured(accuracy))
    return '**Accuracy:** not measured. No blind check was made of it, so nobody knows how often it is right.';
  const all = base === 'none' ? 'all of its classes' : "all of its classes, ImageNet's among them";
  return `**Accuracy on this folder:** ${inWords(accuracy)}, among ${all}. The images were drawn at random from those without a label, labelled with no guess in sight, and taught nothing. It speaks of that folder, and of other images only as far as they are like it.`;
}

export function noneSection({ rejection, classes }: Metadata): string {
  const parts = ["## 'None of these'"];
  const background = classes.find(({ kind }) => kind === 'background');
  if (background)
    parts.push(
      'Where the class that is none of the others wins, the image is none of these, whatever its score.',
    );
  if (rejection.logit === null)
    parts.push(
      `There is no threshold. ${rejection.reason ?? ''} A softmax always names one of its classes, so this model names one for a picture of anything.`,
    );
  else {
    const { logit, falseRejectRate, foreignAccepted, reason } = rejection;
    const passed =
      foreignAccepted === null
        ? (reason ?? 'How many images of other things pass it all the same was not measured.')
        : `${percent(foreignAccepted)} of the images of a class that it was not taught passed it all the same.`;
    parts.push(
      `An image is none of the own classes where the logit of the winner is below ${logit.toFixed(4)}: the samples do this. It turned away ${percent(falseRejectRate)} of ${rejection.heldOutGroups} held-out groups of known images. ${passed}`,
    );
  }
  return parts.join('\n\n');
}
