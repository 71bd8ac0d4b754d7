/** @file Which rows each step sees. Runs in the engine and in tests. Randomness: pure-rand's xoroshiro128+. */
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { drawToFront } from '../../../contract/draw';

export interface Batches {
  /** Steps of one epoch. */
  readonly perEpoch: number;
  /** Rows of the next step. Every row comes once in an epoch. */
  readonly next: () => Int32Array;
}

/** Batches of at most `size` of `count` rows, as equal as can be, shuffled anew in each epoch; one batch needs no chance. */
export function batches(count: number, size: number, seed: number): Batches {
  const perEpoch = Math.max(1, Math.ceil(count / size));
  const order = Int32Array.from({ length: count }, (_, row) => row);
  const random = xoroshiro128plus(seed);
  let at = 0;
  const next = (): Int32Array => {
    if (perEpoch === 1) return order;
    if (at % perEpoch === 0) drawToFront(order, count, random);
    const part = at++ % perEpoch;
    return order.slice(Math.round((part * count) / perEpoch), Math.round(((part + 1) * count) / perEpoch));
  };
  return { perEpoch, next };
}
