/**
 * @file Draws the images that teach, so that the others can measure. The generator is named because whoever repeats a
 * measurement needs the same one: xoroshiro128+ of the package pure-rand, seeded with the given number. Pure; runs in main.
 */
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/**
 * Of each class `shots` items, or all where it has fewer. One generator serves all classes in their order, by the
 * first steps of a Fisher-Yates shuffle.
 * @param classes their items in an order that is the same every time
 */
export function drawShots<T>(classes: readonly (readonly T[])[], shots: number, seed: number): T[][] {
  const random = xoroshiro128plus(seed | 0);
  return classes.map((items) => {
    const left = [...items];
    return Array.from({ length: Math.min(shots, left.length) }, (_, i) => {
      const chosen = uniformInt(random, i, left.length - 1);
      [left[i], left[chosen]] = [left[chosen]!, left[i]!];
      return left[i];
    });
  });
}
