/**
 * @file Draws the images that teach, so that the others can measure. The generator is named because whoever repeats a
 * measurement needs the same one: xoroshiro128+ of the package pure-rand, seeded with the given number. Pure; runs in main.
 */
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { drawn } from '../../contract/draw';

/**
 * Of each class `shots` items, or all where it has fewer. One generator serves all classes in their order.
 * @param classes their items in an order that is the same every time
 */
export function drawShots<T>(classes: readonly (readonly T[])[], shots: number, seed: number): T[][] {
  const random = xoroshiro128plus(seed | 0);
  return classes.map((items) => drawn(items, shots, random));
}
