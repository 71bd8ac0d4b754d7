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

/**
 * @param background whether the nearest class is the background
 * @param above whether the cosine to it reaches the threshold; null where there is none
 */
export function knownOf(background: boolean, above: boolean | null): Known {
  if (background) return { known: false, none: 'background' };
  return { known: above, none: above === false ? 'below threshold' : null };
}
