/**
 * @file Which classes a class hears from. Runs in the engine and in tests. Source: Gidaris, Komodakis, 'Generating Classification
 * Weights with GNN Denoising Autoencoders for Few-Shot Learning' (CVPR 2019), section 3.3; METHODS 4.
 */
import { tf, type Tensor2D, type Tensor3D } from '../../backbone/tensorflow';

const MOST = 10;
const SHARPNESS = 5;
const SELF = 1e9;

/** Row i of the adjacency: its neighbours and what each counts for. */
export interface Neighbours {
  /** [N, k] int32 */
  readonly places: Tensor2D;
  /** [N, k], rows that sum to 1. */
  readonly weights: Tensor2D;
}

/** The ten of largest cosine, itself left out, by softmax of 5·cosine. @param weights clean ones [N, D], unit rows, N ≥ 2 */
export function neighboursOf(weights: Tensor2D): Neighbours {
  const count = weights.shape[0];
  const cosines = tf.matMul<Tensor2D>(weights, weights, false, true).sub(tf.eye(count).mul(SELF));
  const { values, indices } = tf.topk<Tensor2D>(cosines as Tensor2D, Math.min(MOST, count - 1));
  return { places: indices, weights: values.mul<Tensor2D>(SHARPNESS).softmax() };
}

/** S·h for values h [N, H] of the nodes. */
export function heard({ places, weights }: Neighbours, h: Tensor2D): Tensor2D {
  const [count, k] = places.shape;
  const some = h.gather(places.flatten()).reshape<Tensor3D>([count, k, h.shape[1]]);
  return some.mul(weights.expandDims(2)).sum<Tensor2D>(1);
}
