/**
 * @file What may be said of a guess in place of a percentage: 'likely', 'unsure', 'unlike anything'. Pure: runs in the
 * engine and in tests. Source: METHODS 1b asks for the words; the rules are ours.
 *
 * [Note: rules for words]
 * All rules are about the mean cosine of an image to the shots of a class, cosine·|x̄_c|: unlike the cosine to their
 * mean it does not grow with the number of shots. Between images that have nothing in common it is about `unrelated`
 * (.24 for EfficientNet-Lite0), within a class about `related` (ρ₀ = .53). An image that has come less than a quarter
 * of the way up from `unrelated` is unlike anything. It is likely from half-way on, if it also leads the next class
 * by a fifth of the way; otherwise unsure. Measured with one shot per class on photos, clip art and emoji: of known
 * images 'likely' took 60 to 93 % and was right in 88 to 99 % of cases at 2 to 10 classes, 92 % at 20 classes of
 * emoji; 'unsure' was right in 43 to 95 %. At 2 to 5 classes of photos and clip art a half to four fifths of the foreign
 * images were called unlike anything, and 8 to 13 % of the known ones; among emoji, which are all alike, nearly none.
 */
import type { GuessWord } from '../../contract/model';
import type { ClassStatistics } from './sums';
import { squaredLength } from './vectors';

/** Mean cosines, -1 to 1, between images that have nothing in common and between images of one class. */
export interface Likeness {
  readonly unrelated: number;
  readonly related: number;
}

const UNLIKE_BELOW = 1 / 4;
const LIKELY_FROM = 1 / 2;
const LIKELY_LEAD = 1 / 5;
/** From this confidence on a calibrated guess is called likely. */
const LIKELY_CONFIDENCE = 0.8;

/** |x̄_c|, which turns a cosine to the class's prototype into the mean cosine to its shots. */
export function meanLength({ shots, sum }: ClassStatistics): number {
  return Math.sqrt(squaredLength(sum)) / shots;
}

/** The mean cosine below which an image is unlike anything. */
export function unlikeBelow({ unrelated, related }: Likeness): number {
  return unrelated + UNLIKE_BELOW * (related - unrelated);
}

/**
 * The word where no percentage may be shown.
 * @param best mean cosine to the shots of the best class
 * @param next of the next class, or -1 where there is only one class
 */
export function wordForCosine(best: number, next: number, likeness: Likeness): GuessWord {
  const way = likeness.related - likeness.unrelated;
  if (best < unlikeBelow(likeness)) return 'unlike anything';
  const likely = best >= likeness.unrelated + LIKELY_FROM * way && best - next >= LIKELY_LEAD * way;
  return likely ? 'likely' : 'unsure';
}

/** The word beside a percentage; `unlike` says whether the image was rejected. */
export function wordForConfidence(confidence: number, unlike: boolean): GuessWord {
  if (unlike) return 'unlike anything';
  return confidence >= LIKELY_CONFIDENCE ? 'likely' : 'unsure';
}
