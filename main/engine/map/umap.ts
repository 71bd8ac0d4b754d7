/**
 * @file UMAP (McInnes, Healy, Melville, 2018) by umap-js, from neighbours that are known and a plane to begin with. Runs in the
 * engine's worker and in tests.
 *
 * Begun from the principal plane and not from chance: what is far apart stays so, and the layout looks like the one that was
 * shown before it (Kobak, Linderman, Nature Biotechnology 39, 2021). Its only source of chance is seeded.
 */
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { UMAP } from 'umap-js';
import type { Neighbours } from './neighbours';

export interface LayoutTask {
  neighbours: Neighbours;
  /** [n, 2] where points begin. */
  plane: Float32Array;
  seed: number;
}

/** Width of the plane that umap-learn begins from, and enough noise to part points that are equal. */
const WIDTH = 20;
const NOISE = 1e-3;

/** Yields after each epoch how many there are and were; returns the points [n, 2]. */
export function* layout({
  neighbours,
  plane,
  seed,
}: LayoutTask): Generator<{ done: number; total: number }, Float32Array> {
  const random = xoroshiro128plus(seed);
  const umap = new UMAP({ nNeighbors: neighbours.k, random: () => uniformFloat64(random) });
  umap.setPrecomputedKNN(byItem(neighbours.places, neighbours.k), byItem(neighbours.distances, neighbours.k));
  // It asks of the data only how many there are, once neighbours are known.
  const total = umap.initializeFit(Array.from({ length: plane.length / 2 }, () => []));
  const points = umap.getEmbedding();
  begin(points, plane, () => uniformFloat64(random));
  for (let done = 0; done < total; done = umap.step()) yield { done, total };
  return Float32Array.from(points.flat());
}

/** Puts the points where the plane has them, scaled to the usual width. */
function begin(points: number[][], plane: Float32Array, random: () => number): void {
  const widest = plane.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const scale = widest > 0 ? WIDTH / 2 / widest : 0;
  points.forEach((point, i) => {
    for (const axis of [0, 1]) point[axis] = scale * plane[2 * i + axis]! + NOISE * (random() - 0.5);
  });
}

function byItem(values: Int32Array | Float32Array, k: number): number[][] {
  return Array.from({ length: values.length / k }, (_, item) => [
    ...values.subarray(item * k, (item + 1) * k),
  ]);
}
