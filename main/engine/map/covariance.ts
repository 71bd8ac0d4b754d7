/** @file Σ x·xᵀ of many vectors by native TensorFlow. Runs in the engine. */
import type * as TensorFlow from '@tensorflow/tfjs-node';

export interface SumOfSquares {
  /** @param rows vectors [n, D], one after another */
  add(rows: Float32Array): void;
  /** [D, D] */
  value(): Float32Array;
  dispose(): void;
}

/** @param tf TensorFlow, which only the backbone's room loads */
export function tensorSquares(tf: typeof TensorFlow): (dimension: number) => SumOfSquares {
  return (dimension) => {
    let sum = tf.zeros<TensorFlow.Rank.R2>([dimension, dimension]);
    return {
      add(rows) {
        const before = sum;
        sum = tf.tidy(() => {
          const some = tf.tensor2d(rows, [rows.length / dimension, dimension]);
          return before.add(tf.matMul(some, some, true, false));
        });
        before.dispose();
      },
      value: () => sum.dataSync<'float32'>(),
      dispose: () => sum.dispose(),
    };
  };
}
