/** @file How far a quantity may be from what was counted, with so much certainty. Pure: runs in the engine and in tests. */
import jstat from 'jstat';

/**
 * Upper end of the one-sided interval of Clopper and Pearson (Biometrika 26, 1934).
 * @param k how many of n; neither need be whole (see [Note: interval of a share]), n above 0
 */
export function shareAtMost(k: number, n: number, certainty = 0.95): number {
  return n - k <= 0 ? 1 : jstat.jStat.beta.inv(certainty, k + 1, n - k);
}

/** Half of the 95 % interval over the standard error, where that is known from so many degrees of freedom only. */
export function widthOf(freedom: number): number {
  return jstat.jStat.studentt.inv(0.975, Math.min(1e6, Math.max(1, freedom)));
}
