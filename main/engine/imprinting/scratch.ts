/**
 * @file Vectors that are written over again and again. Pure: runs in the engine and in tests. Hundreds of folds of 50 classes
 * would otherwise make hundreds of megabytes anew after each label, and clearing them away took as long as the arithmetic.
 */

export class Scratch {
  readonly #vectors: Float64Array[] = [];
  #rows = new Float32Array(0);

  /** @param dimension D */
  constructor(readonly dimension: number) {}

  /** The vector [D] of this number; what it held is still in it. */
  vector(number: number): Float64Array {
    return (this.#vectors[number] ??= new Float64Array(this.dimension));
  }

  /** Room for rows [count, D]; what it held is still in it. */
  rows(count: number): Float32Array {
    if (this.#rows.length !== count * this.dimension) this.#rows = new Float32Array(count * this.dimension);
    return this.#rows;
  }
}
