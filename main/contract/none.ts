/**
 * @file When an image is none of the classes, and why. Pure; main, engine and window.
 */

/** The background took it, or it is too unlike the class that is nearest. */
export type NoneReason = 'background' | 'below threshold';

export interface Known {
  /** false: none of the classes; null where that cannot be told. */
  known: boolean | null;
  none: NoneReason | null;
}

/** How an image is told to be none of the classes: below a cosine, by the word of its guess, or not at all. */
export type NoneRule = number | 'word' | null;

/** @param report where there is one */
export function noneRuleOf(
  report: { readonly on: 'cosine' | 'logit'; readonly threshold: number | null } | null,
): NoneRule {
  return report?.on === 'logit' ? 'word' : (report?.threshold ?? null);
}

/**
 * @param background whether the nearest class is the background
 * @param above whether it reaches the threshold; null where there is none
 */
export function knownOf(background: boolean, above: boolean | null): Known {
  if (background) return { known: false, none: 'background' };
  return { known: above, none: above === false ? 'below threshold' : null };
}
