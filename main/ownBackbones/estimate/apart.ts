/**
 * @file How well classes of photos are told apart by embeddings: an estimate on these photos, to choose between ways of feeding
 * a model. Pure; the process that tries a model.
 */
import { classCosine, meanOf, product, sumOf, unitsByClass, type Labelled, type Units } from './units';

export interface Apart {
  /** Images whose own class's mean, made without them, is the nearest by its cosine; of equals the first class counts. */
  right: number;
  images: number;
  /** Mean over classes of the cosine within them, less the mean over pairs of classes of that between them. */
  margin: number;
}

/** @throws RangeError where an embedding is zero or not finite */
export function apartOf(images: readonly Labelled[]): Apart {
  const units = unitsByClass(images);
  const sums = units.map(sumOf);
  const right = units.map((rows, own) => rows.filter((u) => isRight(u, own, sums)).length);
  const between = units.flatMap((_, a) =>
    units.slice(a + 1).map((_, i) => betweenOf(units, sums, a, a + 1 + i)),
  );
  return {
    right: right.reduce((sum, each) => sum + each, 0),
    images: units.reduce((sum, { length }) => sum + length, 0),
    margin: meanOf(units.map(classCosine)) - meanOf(between),
  };
}

function isRight(u: Float32Array, own: number, sums: readonly Float64Array[]): boolean {
  let [best, place] = [-Infinity, -1];
  sums.forEach((sum, k) => {
    const cosine = k === own ? cosineWithout(u, sum) : product(u, sum) / Math.sqrt(product(sum, sum));
    if (cosine > best) [best, place] = [cosine, k];
  });
  return place === own;
}

function cosineWithout(u: Float32Array, sum: Float64Array): number {
  const others = sum.map((value, i) => value - u[i]!);
  return product(u, others) / Math.sqrt(product(others, others));
}

const betweenOf = (units: Units, sums: readonly Float64Array[], a: number, b: number): number =>
  product(sums[a]!, sums[b]!) / (units[a]!.length * units[b]!.length);
