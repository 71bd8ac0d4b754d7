/** @file What comparisons of methods, and of a head before and after, say. */
import { points } from '../../format';

interface Counted {
  readonly n: number;
  readonly groups: number;
}

const range = (low: number, high: number): string => `${points(low)} to ${points(high)} points`;

function counted({ n, groups }: Counted): string {
  const images = n === 1 ? '1 image' : `${n} images`;
  return groups < n ? `${images} in ${groups} groups` : images;
}

export const contests = {
  noInterval: 'The difference has no interval: too little was drawn.',
  noDifference: (images: Counted, low: number, high: number): string =>
    `No difference that ${counted(images)} can show (${range(low, high)}).`,
  perhapsChance: (method: string, low: number, high: number): string =>
    `${method} looks ${low > 0 ? 'better' : 'worse'} than imprinting (${range(low, high)}), but among so many methods one does so by chance.`,
  better: (method: string, least: number, most: number): string =>
    `${method} is better than imprinting by ${range(least, most)}.`,
  worse: (method: string, least: number, most: number): string =>
    `${method} is worse than imprinting by ${range(least, most)}.`,
  noImprinting: 'Imprinting did not take part, so there is nothing to compare the methods with.',
  imprintingAlone: 'Imprinting was not compared with any other method.',
  noneDiffers: (images: Counted): string => `No difference that ${counted(images)} can show.`,
  noneBetter: (sentences: readonly string[]): string =>
    `No method is better than imprinting. ${sentences.join(' ')}`,
  severalPrototypes: (names: readonly string[], others: boolean, anew: boolean): string =>
    `${names.join(', ')}: several prototypes with imprinting and balanced imprinting, as in guesses, wherever four independent images or more teach${others ? '; with the other methods no different from any class.' : '.'}${anew ? ' They are found anew in every fold, so the share of right answers may be a few points from the estimate that guesses have.' : ''}`,
  contradictions: (images: number): string =>
    `${images} images have a copy with another label: no method can have both right.`,
  flattering: (images: number): string =>
    `${images} images are copies of each other and not in one group: a copy is easily recognised, so all estimates are too high. Put copies into one group.`,
  noHeldOut: (images: number): string =>
    `No difference that ${images === 1 ? '1 held-out image' : `${images} held-out images`} can show.`,
  headBetter: (least: number, most: number, images: number): string =>
    `Better than imprinting by ${range(least, most)} on ${images} held-out images.`,
  headWorse: (least: number, most: number, images: number): string =>
    `Worse than imprinting by ${range(least, most)} on ${images} held-out images: discard it.`,
};
