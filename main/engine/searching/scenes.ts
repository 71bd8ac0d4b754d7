/**
 * @file Takes items one by one, passing over those of a scene that was taken already. Runs in the engine and in tests.
 */
import { dot } from '../imprinting/vectors';
import type { Scorer } from '../guessing/scorer';

/** Items compared at once with those taken before. */
const CHUNK = 256;

export interface Taken {
  readonly taken: number[];
  /** In the order they came. */
  readonly passed: number[];
}

export class Scenes {
  readonly #units: Float32Array[] = [];
  readonly #scenes = new Set<number>();

  /** @param near cosine from which on two items show the same scene */
  constructor(
    private readonly scorer: Scorer,
    private readonly near: number,
  ) {}

  /**
   * @param items in the order of their wish to be taken
   * @param count how many to take at most
   * @param unit unit vector [D] of an item
   * @param scene number of a known scene, -1 where nothing is known
   */
  take(
    items: readonly number[],
    count: number,
    unit: (item: number) => Float32Array,
    scene: (item: number) => number,
  ): Taken {
    const [taken, passed]: [number[], number[]] = [[], []];
    for (let from = 0; from < items.length && taken.length < count; from += CHUNK) {
      const chunk = items.slice(from, from + CHUNK);
      const units = chunk.map(unit);
      const before = this.#units.length;
      const close = this.#closeToTaken(units);
      chunk.forEach((item, i) => {
        if (taken.length === count) return;
        if (this.#isSeen(scene(item), close[i]!, units[i]!, before)) passed.push(item);
        else taken.push(this.#remember(item, scene(item), units[i]!));
      });
    }
    return { taken, passed };
  }

  /** @param from the first of the taken ones that `close` knows nothing of */
  #isSeen(scene: number, close: boolean, unit: Float32Array, from: number): boolean {
    if (close || this.#scenes.has(scene)) return true;
    for (let at = from; at < this.#units.length; at++)
      if (dot(unit, this.#units[at]!) >= this.near) return true;
    return false;
  }

  #remember(item: number, scene: number, unit: Float32Array): number {
    this.#units.push(unit);
    if (scene >= 0) this.#scenes.add(scene);
    return item;
  }

  /** [n] whether a vector is close to one taken so far. */
  #closeToTaken(units: readonly Float32Array[]): boolean[] {
    const count = this.#units.length;
    if (count === 0) return units.map(() => false);
    const dimension = this.#units[0]!.length;
    const prepared = this.scorer.prepare({ rows: flat(this.#units), count, dimension });
    try {
      const products = prepared.products(flat(units));
      return units.map((_, i) =>
        products.subarray(i * count, (i + 1) * count).some((value) => value >= this.near),
      );
    } finally {
      prepared.dispose();
    }
  }
}

function flat(vectors: readonly Float32Array[]): Float32Array {
  const dimension = vectors[0]?.length ?? 0;
  const all = new Float32Array(vectors.length * dimension);
  vectors.forEach((vector, i) => all.set(vector, i * dimension));
  return all;
}
