/**
 * @file What was right among images whose class is known. 'All-way': among all classes that the head has, base ones
 * included where it has them (METHODS 2). Pure; runs in main.
 */
import type { GuessTable } from '../../contract/model';

export interface Tally {
  right: number;
  of: number;
}

/** An image and the class that it truly shows. */
export interface Known {
  /** Its row in the table of guesses. */
  index: number;
  /** Position among the table's own classes, or number of the base class. */
  class: number;
}

export function novelTally({ top, k, baseWins }: GuessTable, images: readonly Known[]): Tally {
  const right = images.filter(({ index, class: own }) => top[index * k] === own && baseWins[index] !== 1);
  return { right: right.length, of: images.length };
}

export function baseTally({ base, baseWins }: GuessTable, images: readonly Known[]): Tally {
  const right = images.filter(({ index, class: own }) => base[index] === own && baseWins[index] === 1);
  return { right: right.length, of: images.length };
}

export interface Accuracies {
  novelAccuracy: number | null;
  baseAccuracy: number | null;
  harmonicMean: number | null;
  allAccuracy: number | null;
}

/** In percent; null where nothing was measured. `allAccuracy` counts every image once, of either kind. */
export function accuracies(novel: Tally | null, base: Tally | null): Accuracies {
  const both = novel && base && novel.of > 0 && base.of > 0 ? { novel, base } : null;
  const novelAccuracy = percentage(novel);
  const baseAccuracy = percentage(base);
  return {
    novelAccuracy,
    baseAccuracy,
    harmonicMean: both && harmonicMean(novelAccuracy ?? 0, baseAccuracy ?? 0),
    allAccuracy:
      both && percentage({ right: both.novel.right + both.base.right, of: both.novel.of + both.base.of }),
  };
}

function percentage(tally: Tally | null): number | null {
  return tally === null || tally.of === 0 ? null : (100 * tally.right) / tally.of;
}

/** 0 where either is 0: a head that has lost one side is worth nothing there. */
function harmonicMean(a: number, b: number): number {
  return a + b === 0 ? 0 : (2 * a * b) / (a + b);
}
