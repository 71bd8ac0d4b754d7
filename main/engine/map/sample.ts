/**
 * @file Where there are very many items: which of them are laid out, and where the others go. Runs in the engine and in tests.
 *
 * What umap-js keeps of 50,000 points takes 1.6 GB and a minute of preparation. So at most 15,000, drawn at random, are laid out,
 * and each of the others is put between the three of those that it is most alike, which is how UMAP itself begins with points
 * that come later.
 */
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { drawToFront } from '../../contract/draw';
import { nearestAmong, type NeighbourParts } from './neighbours';

const MOST = 15_000;
const NEAREST = 3;
/** Keeps the weight of an equal item finite. */
const SOFTENING = 1e-3;

/** Places below `count` that are laid out, and the others, both in their order. */
export function drawn(
  count: number,
  seed: number,
  most = MOST,
): { laidOut: Uint32Array; others: Uint32Array } {
  const places = Uint32Array.from({ length: count }, (_, i) => i);
  if (count <= most) return { laidOut: places, others: new Uint32Array(0) };
  drawToFront(places, most, xoroshiro128plus(seed));
  return { laidOut: places.slice(0, most).sort(), others: places.slice(most).sort() };
}

/**
 * @param rows [n] to be placed
 * @param laidOut rows that have points
 * @param points [laidOut, 2]
 * @returns [n, 2] the mean of the nearest ones' points, nearer ones weighing more
 */
export async function placeAmong(
  rows: Uint32Array,
  laidOut: Uint32Array,
  points: Float32Array,
  parts: NeighbourParts,
): Promise<Float32Array> {
  const k = Math.min(NEAREST, laidOut.length);
  const { places, distances } = await nearestAmong(rows, laidOut, k, parts);
  const placed = new Float32Array(2 * rows.length);
  rows.forEach((_, i) => {
    let [x, y, sum] = [0, 0, 0];
    for (let at = i * k; at < (i + 1) * k; at++) {
      const weight = 1 / (distances[at]! + SOFTENING);
      x += weight * points[2 * places[at]!]!;
      y += weight * points[2 * places[at]! + 1]!;
      sum += weight;
    }
    placed.set([x / sum, y / sum], 2 * i);
  });
  return placed;
}
