/**
 * @file What may be said of a guess in place of a percentage: 'likely', 'unsure', 'unlike anything'. Pure: runs in the
 * engine and in tests. Source: METHODS 1b asks for the words; the rules are ours.
 *
 * [Note: rules for words]
 * All rules are about the mean cosine of an image to the shots of a class, which is cosine·|x̄_c|: unlike the cosine to
 * their mean it does not grow with the number of shots. Between images that have nothing in common it is about `unrelated`
 * (.24 for EfficientNet-Lite0), within a class about `related` (ρ₀ = .53). An image that has come less than a quarter
 * of the way up from `unrelated` is unlike anything. It is likely from half-way on, if it also leads the next class
 * by a fifth of the way; otherwise unsure. Rows that balanced imprinting drew towards the mean of all classes have come
 * closer to each other: the way and the lead are shortened as theirs were.
 *
 * Measured with one shot per class on photos, clip art and emoji, 2 to 10 classes: 'likely' took 54 to 93 % of known
 * images and was right in 83 to 99 % of cases, 'unsure' in 41 to 95 %. Of foreign photos and clip art a third to four fifths
 * were called unlike anything, and 7 to 14 % of the known ones; among emoji, which are all alike, nearly none.
 */
import type { GuessWord } from '../../contract/model';
import type { Imprinted } from './imprint';

/** Mean cosines, -1 to 1, between images that have nothing in common and between images of one class. */
export interface Likeness {
  readonly unrelated: number;
  readonly related: number;
}

/** The rules for one class. */
export interface Marks {
  /** Times this, a cosine to the class's prototype is what the other values are compared with. */
  readonly length: number;
  readonly unlikeBelow: number;
  readonly likelyFrom: number;
  readonly lead: number;
}

const UNLIKE_BELOW = 1 / 4;
const LIKELY_FROM = 1 / 2;
const LIKELY_LEAD = 1 / 5;
/** From this confidence on a calibrated guess is called likely. */
const LIKELY_CONFIDENCE = 0.8;

/** The rules for each class; of several prototypes those of its first. */
export function marksOf(imprinted: Imprinted, { unrelated, related }: Likeness): Marks[] {
  const { lengths, kept, counts } = imprinted;
  const rules = kept.map((share, r) => {
    // m holds each row's own mean to 1/R, so an image of the class is related to that part of m as well.
    const way = (related - unrelated) * (share + (1 - share) / kept.length);
    return {
      length: lengths[r]!,
      unlikeBelow: unrelated + UNLIKE_BELOW * way,
      likelyFrom: unrelated + LIKELY_FROM * way,
      lead: LIKELY_LEAD * (related - unrelated) * share,
    };
  });
  let row = 0;
  return counts?.map((count) => rules[(row += count) - count]!) ?? rules;
}

/**
 * The word where no percentage may be shown.
 * @param best cosine to the best class times its `length`
 * @param next the same for the next class, -1 where there is only one
 * @param marks of the best class
 */
export function wordForCosine(best: number, next: number, marks: Marks): GuessWord {
  if (best < marks.unlikeBelow) return 'unlike anything';
  return best >= marks.likelyFrom && best - next >= marks.lead ? 'likely' : 'unsure';
}

/** The word beside a percentage; `unlike` says whether the image was rejected. */
export function wordForConfidence(confidence: number, unlike: boolean): GuessWord {
  if (unlike) return 'unlike anything';
  return confidence >= LIKELY_CONFIDENCE ? 'likely' : 'unsure';
}
