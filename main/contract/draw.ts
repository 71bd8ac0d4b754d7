/** @file The one way in which anything here is drawn by chance: the first steps of a shuffle by Fisher and Yates. Pure. */
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';

/** Values of an array or a typed array. */
interface Values<T> {
  readonly length: number;
  [at: number]: T;
}

/**
 * Brings `count` values to the front, drawn from all, each order equally likely; the others follow in no order.
 * @param values changed in place, in an order that is the same every time
 * @param count at most as many as there are
 * @param random moves on by one draw for each
 */
export function drawToFront<T>(values: Values<T>, count: number, random: RandomGenerator): void {
  for (let i = 0; i < count; i++) {
    const chosen = uniformInt(random, i, values.length - 1);
    const value = values[i]!;
    values[i] = values[chosen]!;
    values[chosen] = value;
  }
}

/** `count` of the values, or all where there are fewer, in the order drawn. */
export function drawn<T>(values: readonly T[], count: number, random: RandomGenerator): T[] {
  const left = [...values];
  const some = Math.min(count, left.length);
  drawToFront(left, some, random);
  return left.slice(0, some);
}
