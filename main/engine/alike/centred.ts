/**
 * @file Embeddings as an arrangement compares them: unit vectors from the mean of all, so that what all images have in common does
 * not count. Runs in the engine and in tests.
 */
import type { EmbeddingMatrix } from '../guessing/embeddings';

export class CentredUnits {
  constructor(
    private readonly matrix: EmbeddingMatrix,
    /** [D] of the unit embeddings of all that are arranged. */
    private readonly mean: Float64Array,
  ) {}

  get dimension(): number {
    return this.matrix.dimension;
  }

  /** [n, D]; a row that is the mean itself stays zero. */
  of(rows: Uint32Array): Float32Array {
    const values = new Float32Array(rows.length * this.dimension);
    rows.forEach((row, i) => this.#write(row, values, i * this.dimension));
    return values;
  }

  #write(row: number, to: Float32Array, start: number): void {
    const unit = this.matrix.unit(row);
    const { mean } = this;
    let squares = 0;
    for (let i = 0; i < mean.length; i++) {
      const value = unit[i]! - mean[i]!;
      to[start + i] = value;
      squares += value * value;
    }
    if (squares === 0) return;
    const factor = 1 / Math.sqrt(squares);
    for (let i = start; i < start + mean.length; i++) to[i] = to[i]! * factor;
  }
}
