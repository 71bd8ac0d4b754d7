/**
 * @file All items in one row, those that look alike beside each other, by embeddings alone: what a person can label in
 * runs before there are guesses. Runs in the engine and in tests.
 *
 * Up to 1024 items are one dendrogram, whose leaves are the order. More are first divided into cells of alike items,
 * whose centroids are ordered in the same way, so that time and memory grow with the items and not with their square.
 */
import type { EmbeddingMatrix } from '../guessing/embeddings';
import type { Scorer } from '../guessing/scorer';
import { meanOf } from '../guessing/mean';
import { dot } from '../imprinting/vectors';
import { cellsOf } from './cells';
import { CentredUnits } from './centred';
import { ward } from './dendrogram';
import { leafOrder } from './leaves';

/** Most items of one dendrogram: 4 MB of distances and some 15 ms in one piece. */
const MOST = 1024;
/** Items of a cell, on average. */
const CELL = 512;
/** Items whose products are made in one piece: some 8 ms. */
const ASKED = 256;
const SEED = 1;

export interface ArrangeParts {
  readonly matrix: EmbeddingMatrix;
  readonly scorer: Scorer;
  /** Awaited between two pieces of work of 20 ms at most; told how much of `total` was done since, see {@link workOf}. */
  readonly step: (work: number) => Promise<void>;
}

/** In rows: each is ordered among its cell, and put into one where there are many. */
export const workOf = (rows: number): number => (rows <= MOST ? rows : 2 * rows);

/**
 * @param rows [n] rows with an embedding
 * @returns [n] the same rows; the same ones give the same order
 */
export async function arrange(rows: Uint32Array, parts: ArrangeParts): Promise<Uint32Array> {
  if (rows.length === 0) return rows;
  const pause = () => parts.step(0);
  const units = new CentredUnits(parts.matrix, await meanOf(rows, { matrix: parts.matrix, pause }));
  return new Arrangement(units, parts).of(rows, 0);
}

class Arrangement {
  constructor(
    private readonly units: CentredUnits,
    private readonly parts: ArrangeParts,
  ) {}

  async of(rows: Uint32Array, depth: number): Promise<Uint32Array> {
    if (rows.length <= MOST) {
      const order = await this.#leaves(this.units.of(rows), rows.length);
      await this.parts.step(rows.length);
      return order.map((at) => rows[at]!);
    }
    const k = Math.ceil(rows.length / CELL);
    // Only the first division counts as work: others are few.
    const step = (done: number) => this.parts.step(depth === 0 ? done : 0);
    const { units } = this;
    const cells = await cellsOf(rows, k, { units, scorer: this.parts.scorer, seed: SEED + depth, step });
    // Thousands of equal items cannot be divided by likeness, and need not be.
    if (cells.rows.length === 1) return this.#inTurn(pieces(rows), depth);
    const order = await this.#leaves(cells.centroids, cells.rows.length);
    return this.#inTurn(
      [...order].map((cell) => cells.rows[cell]!),
      depth,
    );
  }

  /** Each arranged, turned so that it begins with what is likest to the end of the one before. */
  async #inTurn(lists: readonly Uint32Array[], depth: number): Promise<Uint32Array> {
    const all = new Uint32Array(lists.reduce((sum, list) => sum + list.length, 0));
    let length = 0;
    for (const list of lists) {
      const arranged = await this.of(list, depth + 1);
      if (length > 0 && this.#isNearerByItsEnd(all[length - 1]!, arranged)) arranged.reverse();
      all.set(arranged, length);
      length += arranged.length;
    }
    return all;
  }

  #isNearerByItsEnd(row: number, list: Uint32Array): boolean {
    const [own, first, last] = [row, list[0]!, list[list.length - 1]!].map((one) =>
      this.units.of(Uint32Array.of(one)),
    );
    return dot(own!, last!) > dot(own!, first!);
  }

  /** @param vectors [n, D] @returns [n] places in the order of the dendrogram's leaves */
  async #leaves(vectors: Float32Array, n: number): Promise<Uint32Array> {
    const distances = await this.#squaredDistances(vectors, n);
    await this.parts.step(0);
    const tree = ward(distances.slice(), n);
    await this.parts.step(0);
    return leafOrder(tree, (one, other) => distances[one * n + other]!);
  }

  /** [n, n] */
  async #squaredDistances(vectors: Float32Array, n: number): Promise<Float32Array> {
    const { dimension } = this.units;
    const products = new Float32Array(n * n);
    const prepared = this.parts.scorer.prepare({ rows: vectors, count: n, dimension });
    try {
      for (let from = 0; from < n; from += ASKED) {
        const some = vectors.subarray(from * dimension, (from + ASKED) * dimension);
        products.set(prepared.products(some), from * n);
        await this.parts.step(0);
      }
    } finally {
      prepared.dispose();
    }
    const squares = Float32Array.from({ length: n }, (_, i) => products[i * (n + 1)]!);
    // Rounding differs by a bit between (i, j) and (j, i): both get the one above the diagonal.
    for (let i = 0; i < n; i++)
      for (let j = i; j < n; j++) {
        const distance = Math.max(0, squares[i]! + squares[j]! - 2 * products[i * n + j]!);
        products[i * n + j] = products[j * n + i] = distance;
      }
    return products;
  }
}

function pieces(rows: Uint32Array): Uint32Array[] {
  const count = Math.ceil(rows.length / MOST);
  return Array.from({ length: count }, (_, i) => rows.slice(i * MOST, (i + 1) * MOST));
}
