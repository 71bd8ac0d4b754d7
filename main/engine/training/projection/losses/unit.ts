/** @file Rows of length 1 in a graph of gradients. Runs in the engine and in tests. */
import { tf, type Tensor2D } from '../../../backbone/tensorflow';

/** Keeps the gradient finite for a row of zeros, and is lost in float32 beside any other. */
const LEAST = 1e-12;

/** Rows [N, D'] divided by their lengths. */
export function unitRows(rows: Tensor2D): Tensor2D {
  return rows.mul(tf.rsqrt(rows.square().sum(1, true).add(LEAST)));
}

/** |x_i - y_j|² [N, M] between rows [N, D'] and [M, D']. */
export function squaredDistances(x: Tensor2D, y: Tensor2D): Tensor2D {
  const [xx, yy] = [x.square().sum(1, true), y.square().sum(1)];
  return tf.relu(xx.add(yy).sub(x.matMul(y, false, true).mul(2)));
}
