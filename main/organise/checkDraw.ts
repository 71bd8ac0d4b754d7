/**
 * @file Draws the items of a blind check: at random from all that have no label, so that the share of right guesses
 * among them is that of the whole folder. The generator is named because whoever repeats a draw needs the same one:
 * xoroshiro128+ of the package pure-rand, seeded with the given number. Pure; runs in main.
 */
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { drawn } from '../contract/draw';

/**
 * `count` of the items, or all where there are fewer, in the order drawn.
 * @param pool in an order that is the same every time
 */
export function drawCheck<T>(pool: readonly T[], count: number, seed: number): T[] {
  return drawn(pool, count, xoroshiro128plus(seed | 0));
}
