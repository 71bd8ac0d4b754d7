/** @file When a difference between two methods is said to be real: the one rule for sentences, charts and words. Pure. */
import type { Difference } from './evaluation';

/** From here on it may well be chance. */
const LEVEL = 0.05;

/** Whether its interval leaves out zero and p, made larger for the number of methods that were tried, is below 0.05. */
export function isBeyondChance({ interval, pHolm }: Difference): boolean {
  return interval !== null && leavesOutZero(interval) && pHolm !== null && pHolm < LEVEL;
}

const leavesOutZero = ([low, high]: [number, number]): boolean => low > 0 || high < 0;
