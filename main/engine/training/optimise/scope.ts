/** @file Tensors that live as long as a piece of work that waits in between, where `tidy` cannot help. Runs in the engine. */
import { tf, type Tensor } from '../../backbone/tensorflow';
import type * as TensorFlow from '@tensorflow/tfjs-node';

/** Has a tensor disposed of when the work ends. */
export type Own = <T extends Tensor>(tensor: T) => T;

/** Whatever `work` owns is gone once it returns, throws or is cancelled. */
export async function scoped<T>(work: (own: Own) => Promise<T>): Promise<T> {
  const owned: Tensor[] = [];
  try {
    return await work((tensor) => {
      owned.push(tensor);
      return tensor;
    });
  } finally {
    tf.dispose(owned);
  }
}

/** A variable that begins with these values, by rows. Initial values are always given: TensorFlow draws nothing. */
export function variable(values: Float32Array, shape: number[]): TensorFlow.Variable {
  return tf.tidy(() => tf.variable(tf.tensor(values, shape)));
}

/** Values of a tensor, a copy. */
export function valuesOf(tensor: Tensor): Float32Array {
  return Float32Array.from(tensor.dataSync());
}
