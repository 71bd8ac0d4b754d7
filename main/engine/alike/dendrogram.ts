/**
 * @file Ward's clustering of a few hundred items, as the tree of its merges. Pure; runs in the engine and in tests.
 *
 * Ward, Journal of the American Statistical Association 58, 1963; squared distances are brought up to date after Lance and
 * Williams (Computer Journal 9, 1967); pairs are found by following the chain of nearest neighbours (Murtagh and Contreras,
 * WIREs 2, 2012, section 3.4), which takes n² steps where looking for the nearest pair each time would take n³.
 */

/** Nodes below `items` are the items; node `items + i` joins `left[i]` and `right[i]`, which come before it. */
export interface Dendrogram {
  readonly items: number;
  /** [items - 1] */
  readonly left: Int32Array;
  readonly right: Int32Array;
}

const NONE = -1;

/**
 * @param distances [n, n] squared, symmetric, n at least 1; is overwritten
 */
export function ward(distances: Float32Array, n: number): Dendrogram {
  const clusters = new Clusters(distances, n);
  const chain: number[] = [];
  while (clusters.merges < n - 1) {
    if (chain.length === 0) chain.push(clusters.any);
    const top = chain[chain.length - 1]!;
    const below = chain[chain.length - 2] ?? NONE;
    const nearest = clusters.nearest(top, below);
    if (nearest !== below) chain.push(nearest);
    else {
      chain.length -= 2;
      clusters.merge(top, nearest);
    }
  }
  return clusters;
}

/** What is not joined yet, each cluster kept in the row of one of its items. */
class Clusters implements Dendrogram {
  readonly left: Int32Array;
  readonly right: Int32Array;
  merges = 0;
  /** Rows of what is left, in no order. */
  readonly #active: Int32Array;
  readonly #sizes: Float64Array;
  /** [n] node of each row. */
  readonly #nodes: Int32Array;

  constructor(
    private readonly distances: Float32Array,
    readonly items: number,
  ) {
    this.left = new Int32Array(items - 1);
    this.right = new Int32Array(items - 1);
    this.#active = Int32Array.from({ length: items }, (_, i) => i);
    this.#nodes = this.#active.slice();
    this.#sizes = new Float64Array(items).fill(1);
  }

  get any(): number {
    return this.#active[0]!;
  }

  /** The cluster nearest to one; `preferred` of equally near ones, or the chain would never end, else the lowest row. */
  nearest(row: number, preferred: number): number {
    const from = row * this.items;
    let best = preferred;
    let least = preferred === NONE ? Infinity : this.distances[from + preferred]!;
    for (let i = 0; i < this.items - this.merges; i++) {
      const other = this.#active[i]!;
      const distance = this.distances[from + other]!;
      const isBetter = distance < least || (distance === least && best !== preferred && other < best);
      if (other !== row && isBetter) [best, least] = [other, distance];
    }
    return best;
  }

  merge(one: number, other: number): void {
    const [kept, gone] = one < other ? [one, other] : [other, one];
    this.#update(kept, gone);
    this.left[this.merges] = this.#nodes[kept]!;
    this.right[this.merges] = this.#nodes[gone]!;
    this.#nodes[kept] = this.items + this.merges;
    const count = this.items - this.merges++;
    this.#active[this.#active.indexOf(gone)] = this.#active[count - 1]!;
  }

  #update(kept: number, gone: number): void {
    const { distances, items } = this;
    const [a, b] = [this.#sizes[kept]!, this.#sizes[gone]!];
    const between = distances[kept * items + gone]!;
    for (let i = 0; i < items - this.merges; i++) {
      const other = this.#active[i]!;
      if (other === kept || other === gone) continue;
      const c = this.#sizes[other]!;
      const [toKept, toGone] = [distances[other * items + kept]!, distances[other * items + gone]!];
      const distance = ((a + c) * toKept + (b + c) * toGone - c * between) / (a + b + c);
      distances[other * items + kept] = distances[kept * items + other] = distance;
    }
    this.#sizes[kept] = a + b;
  }
}
