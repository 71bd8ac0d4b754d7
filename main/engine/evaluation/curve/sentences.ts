/** @file What a curve says in plain words. Pure: runs in the engine and in tests. */
import { points } from '../contest/sentences';
import type { Spread } from '../statistics/estimates';

export const NO_CURVE =
  'A curve takes two classes with two independent images each: at least one to learn from and one to ask. Label some more.';

/** Where some class has several looks, or is the background. */
export const ONE_PROTOTYPE =
  'Here every class has one prototype, also those to which guesses give several, so these figures may be lower than the estimate.';

/** Below it a rise is not worth the labelling, above it it is; fractions. */
const HARDLY = 0.03;
const PLAINLY = 0.01;

/** @param rise by which the estimate at `to` images per class is above that at `from` */
export function curveSentence(from: number, to: number, { value, interval: [low, high] }: Spread): string {
  if (from === to)
    return 'With two independent images per class nothing can be said about more of them yet: label a third of each.';
  const change = value < 0 ? `falls by ${points(-value)}` : `rises by ${points(value)}`;
  const range = value < 0 ? `${points(-high)} to ${points(-low)}` : `${points(low)} to ${points(high)}`;
  const images = from === 1 ? 'From 1 to' : `From ${from} to`;
  return `${images} ${to} images per class the estimate ${change} ${isOne(value) ? 'point' : 'points'} (${range}): ${advice(low, high)}.`;
}

const isOne = (value: number): boolean => points(Math.abs(value)) === '1';

function advice(low: number, high: number): string {
  if (high < HARDLY) return 'more images of the same kind will hardly help';
  if (low > PLAINLY) return 'more images will probably help, though each further one by less';
  return 'whether more images help cannot be told from these';
}
