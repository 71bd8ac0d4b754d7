/**
 * @file Products by native TensorFlow: 50,000 × 1280 by 50 classes in about a tenth of a second. Runs in the engine.
 * Nothing it makes outlives a call but the rows, until they are disposed of.
 */
import type * as TensorFlow from '@tensorflow/tfjs-node';
import type { Best, PreparedRows, RowSet, Scorer } from './scorer';

type Tensor = TensorFlow.Tensor;

/** @param tf TensorFlow, which only the backbone's room loads */
export function tensorScorer(tf: typeof TensorFlow): Scorer {
  return { prepare: (rows) => new TensorRows(tf, rows) };
}

class TensorRows implements PreparedRows {
  readonly #rows: TensorFlow.Tensor2D;
  readonly #bias: TensorFlow.Tensor1D | null;
  readonly #dimension: number;

  constructor(
    private readonly tf: typeof TensorFlow,
    { rows, count, dimension, bias }: RowSet,
  ) {
    this.#rows = tf.tensor2d(rows, [count, dimension]);
    this.#bias = bias ? tf.tensor1d(bias) : null;
    this.#dimension = dimension;
  }

  products(units: Float32Array): Float32Array {
    const [scores] = this.#run(() => [this.#product(units)]);
    return scores as Float32Array;
  }

  best(units: Float32Array, factors: Float32Array | null): Best {
    const [row, value] = this.#run(() => {
      const scores = this.#logits(units, factors);
      return [scores.argMax(1), scores.max(1)];
    });
    return { row: row as Int32Array, value: value as Float32Array };
  }

  dispose(): void {
    this.tf.dispose([this.#rows, ...(this.#bias ? [this.#bias] : [])]);
  }

  #product(units: Float32Array): TensorFlow.Tensor2D {
    const matrix = this.tf.tensor2d(units, [units.length / this.#dimension, this.#dimension]);
    return this.tf.matMul(matrix, this.#rows, false, true);
  }

  #logits(units: Float32Array, factors: Float32Array | null): Tensor {
    const products = this.#product(units);
    const scaled = factors ? products.mul(this.tf.tensor2d(factors, [factors.length, 1])) : products;
    return this.#bias ? scaled.add(this.#bias) : scaled;
  }

  /** Values are read outside of `tidy`, which walks whatever it returns value by value. */
  #run(make: () => Tensor[]): (Float32Array | Int32Array | Uint8Array)[] {
    const tensors = this.tf.tidy(make);
    try {
      return tensors.map((tensor) => tensor.dataSync());
    } finally {
      this.tf.dispose(tensors);
    }
  }
}
