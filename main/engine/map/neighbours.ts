/**
 * @file The exact nearest neighbours of every item, by native products in steps that let others through. Runs in the engine
 * and in tests.
 */
import type { EmbeddingMatrix } from '../guessing/embeddings';
import type { Scorer } from '../guessing/scorer';

/** By items, in their order, the nearest first; among the same items each begins with itself at distance 0. */
export interface Neighbours {
  readonly k: number;
  /** [n, k] places among the items asked about. */
  readonly places: Int32Array;
  /** [n, k] 1 - cosine, 0 or more. */
  readonly distances: Float32Array;
}

export interface NeighbourParts {
  readonly matrix: EmbeddingMatrix;
  readonly scorer: Scorer;
  /** Awaited between two products. */
  readonly step: (done: number, total: number) => Promise<void>;
}

/** Items whose neighbours are looked for at once, and items they are looked for among: some 8 ms of work. */
const ASKED = 512;
const AMONG = 1024;
/** Below this two embeddings are the same, but for rounding. */
const NOTHING = 1e-6;

/**
 * Each item's neighbours among the same items.
 * @param rows [n] rows with an embedding
 * @param k neighbours of each, itself included; at most n
 */
export async function nearestNeighbours(
  rows: Uint32Array,
  k: number,
  parts: NeighbourParts,
): Promise<Neighbours> {
  return search(rows, rows, new Nearest(rows.length, k, true), parts);
}

/**
 * Each item's neighbours among others.
 * @param rows [n] rows with an embedding
 * @param others rows among which they are looked for; k of them at least
 */
export async function nearestAmong(
  rows: Uint32Array,
  others: Uint32Array,
  k: number,
  parts: NeighbourParts,
): Promise<Neighbours> {
  return search(rows, others, new Nearest(rows.length, k, false), parts);
}

async function search(
  rows: Uint32Array,
  others: Uint32Array,
  found: Nearest,
  { matrix, scorer, step }: NeighbourParts,
): Promise<Neighbours> {
  const { dimension } = matrix;
  const total = Math.ceil(rows.length / ASKED) * Math.ceil(others.length / AMONG);
  let done = 0;
  for (let from = 0; from < rows.length; from += ASKED) {
    const asked = rows.subarray(from, from + ASKED);
    const prepared = scorer.prepare({ rows: unitsOf(asked, matrix), count: asked.length, dimension });
    try {
      for (let among = 0; among < others.length; among += AMONG) {
        await step(done++, total);
        const products = prepared.products(unitsOf(others.subarray(among, among + AMONG), matrix));
        found.take(products, from, asked.length, among);
      }
    } finally {
      prepared.dispose();
    }
  }
  return found.neighbours();
}

function unitsOf(rows: Uint32Array, matrix: EmbeddingMatrix): Float32Array {
  const units = new Float32Array(rows.length * matrix.dimension);
  rows.forEach((row, i) => units.set(matrix.unit(row), i * matrix.dimension));
  return units;
}

/** The k largest cosines of every item so far, largest first, of equal ones the first that came. */
class Nearest {
  readonly #places: Int32Array;
  readonly #cosines: Float32Array;

  constructor(
    count: number,
    private readonly k: number,
    /** Whether items are looked for among themselves. */
    private readonly own: boolean,
  ) {
    this.#places = new Int32Array(count * k).fill(-1);
    this.#cosines = new Float32Array(count * k).fill(-Infinity);
    // Itself first, whatever is equal to it.
    for (let item = 0; own && item < count; item++) {
      this.#places[item * k] = item;
      this.#cosines[item * k] = Infinity;
    }
  }

  /** @param products [m, asked] of items from `among` on with those from `from` on */
  take(products: Float32Array, from: number, asked: number, among: number): void {
    const { k, own } = this;
    const cosines = this.#cosines;
    for (let at = 0, other = among; at < products.length; at += asked, other++)
      for (let i = 0; i < asked; i++) {
        const isItself = own && from + i === other;
        if (products[at + i]! > cosines[(from + i + 1) * k - 1]! && !isItself)
          this.#insert(from + i, other, products[at + i]!);
      }
  }

  neighbours(): Neighbours {
    const distances = this.#cosines.map((cosine) => (1 - cosine < NOTHING ? 0 : 1 - cosine));
    return { k: this.k, places: this.#places, distances };
  }

  #insert(item: number, other: number, cosine: number): void {
    const first = item * this.k;
    let at = first + this.k - 1;
    for (; at > first && this.#cosines[at - 1]! < cosine; at--) {
      this.#cosines[at] = this.#cosines[at - 1]!;
      this.#places[at] = this.#places[at - 1]!;
    }
    this.#cosines[at] = cosine;
    this.#places[at] = other;
  }
}
