/**
 * @file Groups that look alike, for the several prototypes of a class: seeded k-means. Pure: runs in the engine and
 * in tests. Source: METHODS 1c; k-means++ starts, Arthur, Vassilvitskii (SODA 2007), of the package ml-kmeans.
 *
 * [Note: k-means in few dimensions]
 * k-means needs distances only, and n vectors of any dimension lie in n dimensions: the rows of the Cholesky factor of
 * their Gram matrix have the same inner products. For 64 vectors of 1280 values that is twenty times less to compute.
 */
import { kmeans } from 'ml-kmeans';
import { writeNormalised } from './unit';
import { dot } from './vectors';

/** Any would do; a project's clusters are the same on every machine. */
const SEED = 20180618;
/** Clusters are found among so many vectors at most; eight for each of eight prototypes. */
export const MOST_CLUSTERED = 64;
const MOST_STEPS = 50;
/** A vector that lies this near (squared) to the span of those before it adds no dimension. */
const LEAST_PIVOT = 1e-12;

/** Order by content, so that neither the order in which vectors come nor their names matter. */
export function byContent(x: Float32Array, y: Float32Array): number {
  for (let i = 0; i < x.length; i++) if (x[i] !== y[i]) return x[i]! - y[i]!;
  return 0;
}

/**
 * Unit centres [≤ count, D] of vectors [n, D], n ≥ count, in no particular order; of more than {@link MOST_CLUSTERED} an
 * even selection is clustered. The same for the same vectors in any order. Fewer where vectors are equal.
 */
export function centresOf(vectors: readonly Float32Array[], count: number): Float32Array[] {
  const chosen = evenly([...vectors].sort(byContent));
  const { clusters } = kmeans(coordinates(chosen), count, { seed: SEED, maxIterations: MOST_STEPS });
  const members = Array.from({ length: count }, (_, k) => chosen.filter((__, i) => clusters[i] === k));
  return members.filter(({ length }) => length > 0).map(centreOf);
}

/** Position of the centre with the largest inner product, the first of equals. */
export function nearest(centres: readonly Float32Array[], vector: Float32Array): number {
  let [found, most] = [-1, -Infinity];
  centres.forEach((centre, k) => {
    const product = dot(centre, vector);
    if (product > most) [found, most] = [k, product];
  });
  return found;
}

function evenly(vectors: readonly Float32Array[]): readonly Float32Array[] {
  const { length } = vectors;
  if (length <= MOST_CLUSTERED) return vectors;
  return Array.from(
    { length: MOST_CLUSTERED },
    (_, i) => vectors[Math.floor((i * length) / MOST_CLUSTERED)]!,
  );
}

/** See [Note: k-means in few dimensions]. [n][n] */
function coordinates(vectors: readonly Float32Array[]): number[][] {
  const rows = vectors.map(() => new Array<number>(vectors.length).fill(0));
  rows.forEach((row, i) => {
    for (let j = 0; j <= i; j++) {
      const other = rows[j]!;
      let rest = dot(vectors[i]!, vectors[j]!);
      for (let k = 0; k < j; k++) rest -= row[k]! * other[k]!;
      if (j === i) row[j] = rest > LEAST_PIVOT ? Math.sqrt(rest) : 0;
      else row[j] = other[j]! > 0 ? rest / other[j]! : 0;
    }
  });
  return rows;
}

function centreOf(members: readonly Float32Array[]): Float32Array {
  const sum = new Float64Array(members[0]!.length);
  for (const member of members) for (let i = 0; i < sum.length; i++) sum[i] = sum[i]! + member[i]!;
  const centre = new Float32Array(sum.length);
  writeNormalised(sum, centre);
  return centre;
}
