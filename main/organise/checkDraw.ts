/**
 * @file Draws the items of a blind check: at random from all that have no label, so that the share of right guesses
 * among them is that of the whole folder. The generator is named because whoever repeats a draw needs the same one:
 * xoroshiro128+ of the package pure-rand, seeded with the given number. Pure; runs in main.
 */
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/**
 * `count` of the items, or all where there are fewer, in the order drawn: by the first steps of a Fisher-Yates shuffle.
 * @param pool in an order that is the same every time
 */
export function drawCheck<T>(pool: readonly T[], count: number, seed: number): T[] {
  const random = xoroshiro128plus(seed | 0);
  const left = [...pool];
  return Array.from({ length: Math.min(count, left.length) }, (_, i) => {
    const chosen = uniformInt(random, i, left.length - 1);
    [left[i], left[chosen]] = [left[chosen]!, left[i]!];
    return left[i];
  });
}
