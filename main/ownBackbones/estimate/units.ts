/** @file The unit embeddings of some labelled images, by class. Pure; the process that tries a model. */
import { unitEmbedding } from '../../engine/imprinting/unit';

export interface Labelled {
  /** [D], raw. */
  embedding: Float32Array;
  /** null: of no class. */
  class: string | null;
}

/** Rows of each class with at least two images, classes in the order in which they come. */
export type Units = readonly (readonly Float32Array[])[];

/** @throws RangeError where an embedding is zero or not finite */
export function unitsByClass(images: readonly Labelled[]): Units {
  const classes = new Map<string, Float32Array[]>();
  for (const { embedding, class: name } of images) {
    if (name === null) continue;
    const units = classes.get(name) ?? [];
    classes.set(name, units);
    units.push(unitEmbedding(embedding));
  }
  return [...classes.values()].filter(({ length }) => length > 1);
}

/** [D] in float64. */
export function sumOf(rows: readonly Float32Array[]): Float64Array {
  const sum = new Float64Array(rows[0]?.length ?? 0);
  for (const row of rows) for (let i = 0; i < sum.length; i++) sum[i] = sum[i]! + row[i]!;
  return sum;
}

/** Σ x·y */
export function product(x: ArrayLike<number>, y: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += x[i]! * y[i]!;
  return sum;
}

/** Mean cosine of two different images of a class: |Σu|² holds every pair twice and n ones. */
export function classCosine(rows: readonly Float32Array[]): number {
  const [n, sum] = [rows.length, sumOf(rows)];
  return (product(sum, sum) - n) / (n * (n - 1));
}

export const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
