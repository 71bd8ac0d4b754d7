/**
 * @file How far a share that was counted on a random sample may be off. Pure: runs in the engine and in tests.
 *
 * [Note: interval of a share]
 * Wilson's score interval (Wilson 1927, JASA 22) holds for items that were drawn independently. Items of one group (burst, scene)
 * are right or wrong together, so there the sample counts for less: n is replaced by an effective n (Kish, 'Survey
 * Sampling', 1965; in Wilson's interval: Korn, Graubard, Survey Methodology 24, 1998). With m_g items in group g of G, r_g of them
 * right, p = r/n:
 *
 *   v     = G/(G-1) · Σ_g (r_g - m_g·p)² / n²      variance of p, by groups
 *   deff  = v / (p(1-p)/n)                         Kish's design effect
 *   n_eff = min(n/deff, n²/Σ m_g²)
 *
 * n²/Σ m_g² is Kish's effective number of groups, what n_eff would be if a group told no more than one item: the interval is
 * never narrower than with that. With few groups, or where all are right, v says too little to be trusted above it.
 */

/** Lower and upper end, fractions within [0, 1]. */
export type Interval = [low: number, high: number];

/** Items of one group that were looked at, and how many of them were right. */
export interface Tally {
  readonly items: number;
  readonly right: number;
}

/** 97.5 % quantile of the standard normal distribution. */
const Z = 1.959963984540054;

/**
 * Wilson's 95 % interval.
 * @param share fraction that was right
 * @param n items it was counted on, above 0; need not be whole
 */
export function wilson(share: number, n: number): Interval {
  const weight = Z ** 2 / n;
  const centre = (share + weight / 2) / (1 + weight);
  const half = (Z / (1 + weight)) * Math.sqrt((share * (1 - share)) / n + weight / (4 * n));
  return [Math.max(0, centre - half), Math.min(1, centre + half)];
}

/** How many independent items the groups' items are worth, see [Note: interval of a share]; 0 without items. */
export function effectiveItems(groups: readonly Tally[]): number {
  const n = sum(groups, ({ items }) => items);
  if (groups.length === n) return n;
  const share = sum(groups, ({ right }) => right) / n;
  const variance =
    ((groups.length / (groups.length - 1)) *
      sum(groups, ({ items, right }) => (right - items * share) ** 2)) /
    n ** 2;
  const wholeGroups = n ** 2 / sum(groups, ({ items }) => items ** 2);
  const byVariance = (share * (1 - share)) / variance;
  // NaN with one group, or where all items were right or all wrong.
  return byVariance < wholeGroups ? byVariance : wholeGroups;
}

/** 95 % interval of the share of items that are right; null without items. */
export function intervalOf(groups: readonly Tally[]): Interval | null {
  const n = sum(groups, ({ items }) => items);
  return n === 0 ? null : wilson(sum(groups, ({ right }) => right) / n, effectiveItems(groups));
}

function sum(groups: readonly Tally[], of: (group: Tally) => number): number {
  return groups.reduce((total, group) => total + of(group), 0);
}
