/** @file Class means of raw embeddings, and how near images are to them. Runs in the engine and in tests. */
import { tf } from '../backbone/tensorflow';
import { tensorScorer } from '../guessing/tensorScorer';
import { squaredLength } from '../imprinting/vectors';
import type { LabelledSet } from './method';
import { rawOf } from './support';
import type { GroupRows } from './turns';

/** Shots of a class by group name: the mean raw embedding [D] of each group's images. */
export type RawShots = ReadonlyMap<string, Float64Array>;

/** By class, as the groups are. */
export function rawShots(set: LabelledSet, groups: readonly GroupRows[]): RawShots[] {
  return groups.map(
    (rows) => new Map([...rows].map(([name, some]) => [name, meanOf(some.map((row) => rawOf(set, row)))])),
  );
}

/** c_k [C, D], means of the shots of these names. */
export function centresOf(shots: readonly RawShots[], names: readonly string[][]): Float64Array {
  const means = names.map((some, k) => meanOf(some.map((name) => shots[k]!.get(name)!)));
  const centres = new Float64Array(means.length * means[0]!.length);
  means.forEach((mean, k) => centres.set(mean, k * mean.length));
  return centres;
}

/** 2a·c_k - |c_k|² = |a|² - |a - c_k|² [rows, C]: what distances tell of classes. */
export function nearness(set: LabelledSet, rows: readonly number[], centres: Float64Array): Float32Array {
  const { dimension } = set;
  const count = centres.length / dimension;
  const images = new Float32Array(rows.length * dimension);
  rows.forEach((row, at) => images.set(rawOf(set, row), at * dimension));
  const prepared = tensorScorer(tf).prepare({ rows: Float32Array.from(centres), count, dimension });
  try {
    const squares = Array.from({ length: count }, (_, k) =>
      squaredLength(centres.subarray(k * dimension, (k + 1) * dimension)),
    );
    return prepared.products(images).map((product, at) => 2 * product - squares[at % count]!);
  } finally {
    prepared.dispose();
  }
}

function meanOf(vectors: readonly Float64Array[]): Float64Array {
  const mean = new Float64Array(vectors[0]!.length);
  for (const vector of vectors) for (let i = 0; i < mean.length; i++) mean[i] = mean[i]! + vector[i]!;
  return mean.map((value) => value / vectors.length);
}
