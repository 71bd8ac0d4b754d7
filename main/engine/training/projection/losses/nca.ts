/**
 * @file The objective of neighbourhood components analysis. Runs in the engine and in tests. Source: Goldberger, Roweis, Hinton,
 * Salakhutdinov, 'Neighbourhood Components Analysis' (NIPS 2004), equations 1 and 3; METHODS 4.
 */
import { tf, type Scalar, type Tensor1D, type Tensor2D } from '../../../backbone/tensorflow';
import { squaredDistances } from './unit';

/** Takes a point's distance to itself out of the softmax. */
const OUT = 1e9;

/**
 * f = Σ_i Σ_{j≠i, same class} softmax_{j≠i}(-|z_i - z_j|²): of how many points z [N, D'] a neighbour, drawn by nearness, is of
 * their class. To be maximised. No unit norm.
 */
export function ncaObjective(z: Tensor2D, labels: Tensor1D): Scalar {
  const self = tf.eye(z.shape[0]);
  const near = squaredDistances(z, z).add(self.mul(OUT)).neg().softmax();
  const same = labels.expandDims(1).equal(labels.expandDims(0)).toFloat();
  return near.mul(same.sub(self)).sum();
}
