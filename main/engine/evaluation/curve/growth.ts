/**
 * @file What imprinting has right at each number of shots of one draw. Pure: runs in the engine and in tests. Equal shots: plain
 * and balanced imprinting are the same (METHODS 1). See [Note: imprinting from products].
 */
import type { Shot } from '../splits/split';
import type { Draw } from './draws';
import type { Products } from './products';

/** [points] share of its images that are right, of each shot that was asked. */
export type Growth = ReadonlyMap<number, Float64Array>;

/** @param points numbers of shots, rising */
export function growthOf(
  draw: Draw,
  shots: readonly Shot[],
  products: Products,
  points: readonly number[],
): Growth {
  const { support, asked } = draw;
  const rows = [...asked.keys()].flatMap((shot) => shots[shot]!.asked);
  const classOf = new Map(support.map((order, position) => [shots[order[0]!]!.class, position]));
  const sums = support.map(() => new Float64Array(rows.length));
  const squares = new Float64Array(support.length);
  const growth = new Map([...asked.keys()].map((shot) => [shot, new Float64Array(points.length)]));
  let taught = 0;
  points.forEach((point, p) => {
    support.forEach((order, c) => {
      for (let n = taught; n < Math.min(point, order.length); n++)
        teach(order, n, rows, products, sums[c]!, squares, c);
    });
    taught = point;
    const guesses = guessesOf(sums, squares, rows.length);
    let at = 0;
    for (const shot of asked.keys()) {
      const { asked: images, class: own } = shots[shot]!;
      const position = classOf.get(own)!;
      for (let i = 0; i < images.length; i++)
        if (guesses[at++] === position) growth.get(shot)![p]! += 1 / images.length;
    }
  });
  return growth;
}

/** Adds the n-th shot of an order to the class's sums. */
function teach(
  order: readonly number[],
  n: number,
  rows: readonly number[],
  { withImages, withShots, images, shots }: Products,
  sums: Float64Array,
  squares: Float64Array,
  c: number,
): void {
  const shot = order[n]!;
  const from = shot * images;
  for (let i = 0; i < rows.length; i++) sums[i]! += withImages[from + rows[i]!]!;
  for (let before = 0; before < n; before++) squares[c]! += 2 * withShots[shot * shots + order[before]!]!;
  squares[c]! += withShots[shot * shots + shot]!;
}

/** The class with the largest cosine for each image; of equals the first. */
function guessesOf(sums: readonly Float64Array[], squares: Float64Array, images: number): Int32Array {
  const best = new Float64Array(images).fill(-Infinity);
  const guesses = new Int32Array(images);
  sums.forEach((own, c) => {
    const length = Math.sqrt(squares[c]!);
    for (let i = 0; i < images; i++) {
      const cosine = own[i]! / length;
      if (cosine > best[i]!) [best[i], guesses[i]] = [cosine, c];
    }
  });
  return guesses;
}
