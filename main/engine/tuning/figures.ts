/** @file What tuning came to, asked of held-out items before and after. Pure: runs in the engine and in tests. */
import type { TuningReport } from '../../contract/areas/tuning';
import type { Figure, Interval } from '../../contract/evaluation';
import { effectiveItems, intervalOf, type Tally } from '../evaluation/intervals';
import { told } from '../../../strings/words';

/** Of each asked item, by its group: whether it was told right before and after, and whether its base class stayed. */
export interface Asked {
  readonly group: string;
  readonly before: boolean;
  readonly after: boolean;
  readonly same: boolean;
}
/** 97.5 % quantile of the standard normal distribution. */
const Z = 1.959963984540054;

/** Share of the items for which something holds. */
export function figureOf(asked: readonly Asked[], holds: (one: Asked) => boolean): Figure {
  const groups = talliesOf(asked, holds);
  const counts = { n: asked.length, groups: groups.length };
  if (asked.length === 0) return { value: null, interval: null, ...counts, why: told().engine.noneHeldOut };
  const value = asked.filter(holds).length / asked.length;
  return { value, interval: intervalOf(groups), ...counts, why: null };
}

/**
 * after - before with Agresti and Min's 95 % interval for matched pairs (Statistics in Medicine 24, 2005): half a pair is added to
 * each cell. Items that share groups count as {@link effectiveItems} of the larger of both changes; null without items.
 */
export function differenceOf(asked: readonly Asked[]): { value: number; interval: Interval } | null {
  if (asked.length === 0) return null;
  const [won, lost] = [
    asked.filter(({ before, after }) => after && !before).length / asked.length,
    asked.filter(({ before, after }) => before && !after).length / asked.length,
  ];
  const changed = talliesOf(asked, ({ before, after }) => before !== after);
  const n = effectiveItems(changed);
  const [b, c, all] = [n * won + 0.5, n * lost + 0.5, n + 2];
  const centre = (b - c) / all;
  const half = (Z * Math.sqrt(b + c - (b - c) ** 2 / all)) / all;
  return { value: won - lost, interval: [Math.max(-1, centre - half), Math.min(1, centre + half)] };
}

/** @param best epoch whose weights are asked about; 0: none was better than none */
export function reportOf(asked: readonly Asked[], best: number): TuningReport {
  const difference = differenceOf(asked);
  return {
    before: figureOf(asked, ({ before }) => before),
    after: figureOf(asked, ({ after }) => after),
    difference,
    agreement: figureOf(asked, ({ same }) => same),
    better: best > 0,
    sentence: sentenceOf(difference, asked.length, best),
  };
}

function sentenceOf(difference: TuningReport['difference'], n: number, best: number): string {
  if (best === 0) return told().engine.noEpochBetter;
  if (!difference) return told().engine.noneHeldOut;
  const [low, high] = difference.interval;
  const points = (share: number): number => Math.round(100 * share);
  if (low > 0) return told().engine.tunedMore(points(low), points(high));
  if (high < 0) return told().engine.tunedFewer(points(-high), points(-low));
  return told().engine.noDifference(n);
}

function talliesOf(asked: readonly Asked[], holds: (one: Asked) => boolean): Tally[] {
  const tallies = new Map<string, { items: number; right: number }>();
  for (const one of asked) {
    const tally = tallies.get(one.group) ?? { items: 0, right: 0 };
    tallies.set(one.group, { items: tally.items + 1, right: tally.right + Number(holds(one)) });
  }
  return [...tallies.values()];
}
