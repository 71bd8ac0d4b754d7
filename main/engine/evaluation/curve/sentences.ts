/** @file What a curve says in plain words. Pure: runs in the engine and in tests. */
import type { Spread } from '../statistics/estimates';
import { told } from '../../../../strings/words';

/** Below it a rise is not worth the labelling, above it it is; fractions. */
const HARDLY = 0.03;
const PLAINLY = 0.01;

/** @param rise by which the estimate at `to` images per class is above that at `from` */
export function curveSentence(from: number, to: number, { value, interval: [low, high] }: Spread): string {
  if (from === to) return told().curves.tooShort;
  return told().curves.change(from, to, { value, interval: [low, high] }, advice(low, high));
}

function advice(low: number, high: number): 'hardly' | 'probably' | 'unknown' {
  if (high < HARDLY) return 'hardly';
  return low > PLAINLY ? 'probably' : 'unknown';
}
