/** @file What training a head, keeping it and going on with it say. */
import type { Figure } from '../../../main/contract/evaluation';

const learntFrom = (images: number): string =>
  images === 1 ? 'An image that it learnt from was' : `${images} images that it learnt from were`;

function ownEstimate({ value, interval, n, groups }: Figure): string {
  if (value === null) return ' It has no estimate of its own, because nothing could be held out.';
  const range = interval
    ? `, 95 % interval ${whole(interval[0])} to ${whole(interval[1])} %`
    : ', too few groups for an interval';
  const counted = n === groups ? images(n) : `${images(n)} of ${groups} groups`;
  return ` When it was trained, its own folds named ${whole(value)} % of ${counted} rightly${range}.`;
}

const whole = (share: number): number => Math.round(100 * share);
const images = (n: number): string => (n === 1 ? '1 held-out image' : `${n} held-out images`);

export const heads = {
  onlyRead: 'This project is only read here, so no head can be kept in it.',
  couldNotBeKept: (what: string, advice: string): string =>
    `The head could not be kept: ${what}. ${advice} What was in use before still is.`,
  engineEnded:
    'The engine ended during the training, and nothing came of it. Your labels are safe, and what was in use before still is. Train again.',
  nothingToKeep: 'There is no trained head to keep. Train one first.',
  filesGone:
    'The files of the fine-tuned head are not there any more. Train again to have it back: the same labels and the same seed give the same head.',
  otherBackbone: 'It was trained on another backbone.',
  otherFraming:
    'It was trained on what another framing shows of the images; with that framing it is used again.',
  regrouped: 'Images that it learnt from were put into other groups.',
  lost: (missing: number, otherwise: number): string =>
    otherwise > 0
      ? `${learntFrom(missing + otherwise)} taken away or labelled otherwise.`
      : `${learntFrom(missing)} taken away, or ${missing === 1 ? 'is' : 'are'} not there any more.`,
  relabelled: (images: number): string => `${learntFrom(images)} labelled otherwise.`,
  cannotBeKept: (why: string): string => `${why} This head cannot be kept; train again.`,
  givenSince: (labels: number): string =>
    `${labels === 1 ? '1 label was' : `${labels} labels were`} given since it began, and it does not learn from them.`,
  /** @param own what the head in use came to; null: there is none */
  guessesFrom: (own: Figure | null): string =>
    `Guesses come from a fine-tuned head.${own ? ownEstimate(own) : ''} The estimate here, by class and by pairs of classes, is that of imprinting; the list of classes in Label has the head’s own, class by class.`,
};
