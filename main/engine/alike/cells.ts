/**
 * @file Very many items in cells of items that are alike: k-means by Lloyd's steps on a drawn sample, then each item to its nearest
 * centroid, by native products. Runs in the engine and in tests.
 */
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { drawToFront } from '../../contract/draw';
import { BLOCK_ROWS } from '../guessing/embeddings';
import type { Scorer } from '../guessing/scorer';
import type { CentredUnits } from './centred';

/** Items drawn to find the centroids by: some eighty for each at 50,000. */
const SAMPLE = 8192;
const STEPS = 6;

export interface CellParts {
  readonly units: CentredUnits;
  readonly scorer: Scorer;
  readonly seed: number;
  /** Awaited between two products; told of how many rows one was. */
  readonly step: (rows: number) => Promise<void>;
}

export interface Cells {
  /** [k, D] */
  readonly centroids: Float32Array;
  /** Rows of each, in the order they came; none is empty. */
  readonly rows: readonly Uint32Array[];
}

/** @param k how many cells are wanted; there may be fewer, one where all items are the same */
export async function cellsOf(rows: Uint32Array, k: number, parts: CellParts): Promise<Cells> {
  const left = rows.slice();
  const size = Math.min(SAMPLE, rows.length);
  drawToFront(left, size, xoroshiro128plus(parts.seed));
  const sample = left.subarray(0, size);
  let centroids = parts.units.of(sample.slice(0, k));
  for (let i = 0; i < STEPS; i++) {
    const nearest = await assigned(sample, centroids, { ...parts, step: () => parts.step(0) });
    centroids = await moved(centroids, sample, nearest, parts);
  }
  const nearest = await assigned(rows, centroids, parts);
  const { dimension } = parts.units;
  const all = Array.from({ length: k }, (_, cell) => rows.filter((_row, i) => nearest[i] === cell));
  const full = [...all.keys()].filter((cell) => all[cell]!.length > 0);
  const kept = new Float32Array(full.length * dimension);
  full.forEach((cell, i) =>
    kept.set(centroids.subarray(cell * dimension, (cell + 1) * dimension), i * dimension),
  );
  return { centroids: kept, rows: full.map((cell) => all[cell]!) };
}

/** [n] nearest centroid of each row: ‖x - c‖² is least where x·c - ‖c‖²/2 is largest. */
async function assigned(rows: Uint32Array, centroids: Float32Array, parts: CellParts): Promise<Int32Array> {
  const { units, scorer, step } = parts;
  const { dimension } = units;
  const count = centroids.length / dimension;
  const bias = Float32Array.from({ length: count }, (_, cell) => {
    let squares = 0;
    for (let i = cell * dimension; i < (cell + 1) * dimension; i++) squares += centroids[i]! ** 2;
    return -squares / 2;
  });
  const nearest = new Int32Array(rows.length);
  const prepared = scorer.prepare({ rows: centroids, count, dimension, bias });
  try {
    for (let from = 0; from < rows.length; from += BLOCK_ROWS) {
      const some = rows.subarray(from, from + BLOCK_ROWS);
      nearest.set(prepared.best(units.of(some), null).row, from);
      await step(some.length);
    }
  } finally {
    prepared.dispose();
  }
  return nearest;
}

/** Each centroid to the mean of its rows; one without rows stays. */
async function moved(
  before: Float32Array,
  rows: Uint32Array,
  nearest: Int32Array,
  { units, step }: CellParts,
): Promise<Float32Array> {
  const { dimension } = units;
  const sums = new Float64Array(before.length);
  const counts = new Uint32Array(before.length / dimension);
  for (let from = 0; from < rows.length; from += BLOCK_ROWS) {
    const values = units.of(rows.subarray(from, from + BLOCK_ROWS));
    for (let at = 0, i = from; at < values.length; at += dimension, i++) {
      const to = nearest[i]! * dimension;
      counts[nearest[i]!]!++;
      for (let d = 0; d < dimension; d++) sums[to + d] = sums[to + d]! + values[at + d]!;
    }
    await step(0);
  }
  return before.map((value, at) => {
    const count = counts[Math.floor(at / dimension)]!;
    return count === 0 ? value : sums[at]! / count;
  });
}
