/**
 * @file When to say 'none of these': a conformal threshold on cosines, and how many foreign images pass it all the
 * same. Pure: runs in the engine and in tests. Source: METHODS 1b.
 */
import { dotScores, statisticsOf, type HeldOut, type Score, type SupportClass } from './folds';
import { imprint, type ImprintOptions } from './imprint';
import { argmax } from './vectors';

/** Cosine below which an image is rejected, or why there is none. */
export type Rejection =
  | { readonly possible: true; readonly threshold: number }
  | { readonly possible: false; readonly groups: number; readonly needed: number };

/**
 * One score per held-out group: the cosine of its first scored image to its true class. One image stands for its
 * group as one draw, since a mean or a least of several would not be exchangeable with a single new image. A background
 * class has none: to reject what is none of the classes is no mistake.
 */
export function trueClassScores(
  heldOut: readonly HeldOut[],
  support: readonly Pick<SupportClass, 'background'>[] = [],
): number[] {
  return heldOut
    .filter(({ class: own }) => support[own]?.background !== true)
    .map(({ class: own, cosines }) => cosines[0]![own]!);
}

/**
 * The floor(α(N+1))-th smallest of N scores: at most a share α of new images of known classes falls below it.
 * Not possible below N = 1/α - 1.
 * @param alpha share of known images that may be rejected, above 0 and below 1
 */
export function conformalThreshold(scores: readonly number[], alpha: number): Rejection {
  if (!(alpha > 0 && alpha < 1))
    throw new RangeError(`the share of false rejections must be within (0, 1), got ${alpha}`);
  const rank = floorOf(alpha * (scores.length + 1));
  const threshold = [...scores].sort((a, b) => a - b)[rank - 1];
  if (threshold !== undefined) return { possible: true, threshold };
  return { possible: false, groups: scores.length, needed: groupsNeeded(alpha) };
}

/** The least N for which a threshold is possible, 1/α - 1 rounded up. */
export function groupsNeeded(alpha: number): number {
  return -floorOf(1 - 1 / alpha);
}

/** Share of scores below the threshold, a fraction; null without scores. */
export function rejectedShare(scores: readonly number[], threshold: number): number | null {
  return scores.length === 0 ? null : scores.filter((score) => score < threshold).length / scores.length;
}

/**
 * Share of foreign images that the threshold accepts: each class in turn is taken out of the support set, the others
 * are imprinted without it, and its scored images come as strangers. Every group weighs the same; a fraction, null
 * with fewer than two classes or without images to score. The background stays: what it takes was not accepted.
 */
export function foreignAccepted(
  support: readonly SupportClass[],
  threshold: number,
  options: ImprintOptions,
  score: Score = dotScores,
): number | null {
  const classes = support.filter(({ background }) => background !== true);
  if (classes.length < 2) return null;
  const shares = classes.flatMap((foreign) => {
    const others = support.filter((one) => one !== foreign);
    const accepted = (cosines: Float32Array): boolean => {
      const best = argmax(cosines);
      return cosines[best]! >= threshold && others[best]!.background !== true;
    };
    const cosines = (images: readonly Float32Array[]) =>
      score(images, imprint(others.map(statisticsOf), options));
    return acceptedShares(foreign, accepted, cosines);
  });
  return shares.length === 0 ? null : shares.reduce((sum, share) => sum + share) / shares.length;
}

/** Per scored group of a class the share of its images that are accepted. */
function acceptedShares(
  { scored }: SupportClass,
  isAccepted: (cosines: Float32Array) => boolean,
  score: (images: readonly Float32Array[]) => Float32Array,
): number[] {
  const groups = [...scored.values()].filter((images) => images.length > 0);
  const images = groups.flat();
  if (images.length === 0) return [];
  const scores = score(images);
  const width = scores.length / images.length;
  let at = 0;
  const accepted = () => isAccepted(scores.subarray(at, (at += width)));
  return groups.map((group) => group.filter(accepted).length / group.length);
}

/** floor, forgiving the last bits: .29·100 is a little less than 29. */
function floorOf(value: number): number {
  return Math.floor(value + 1e-9);
}
