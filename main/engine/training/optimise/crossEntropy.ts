/** @file The loss of softmax methods. Runs in the engine and in tests. */
import type * as TensorFlow from '@tensorflow/tfjs-node';
import { tf } from '../../backbone/tensorflow';
import type { LabelledSet } from '../method';
import { balancedWeights } from '../weights';
import type { Own } from './scope';

type Tensor2D = TensorFlow.Tensor2D;
type Loss = (rows: Int32Array, logits: (units: Tensor2D) => TensorFlow.Tensor) => TensorFlow.Scalar;

/**
 * Σ_i weight_i·(-ln softmax(logits_i)[y_i]) of some rows, times N over their number: the mean over classes and shots, in
 * expectation over batches.
 */
export function crossEntropy(set: LabelledSet, own: Own): Loss {
  const { units, dimension, classes, labels } = set;
  const count = labels.length;
  const all = own(tf.tensor2d(units, [count, dimension]));
  const targets = own(tf.tidy(() => weightedTargets(labels, classes, balancedWeights(set))));
  return (rows, logits) => {
    const whole = rows.length === count;
    const index = whole ? null : tf.tensor1d(rows, 'int32');
    const [u, y] = index ? [tf.gather(all, index), tf.gather(targets, index)] : [all, targets];
    return tf
      .logSoftmax(logits(u))
      .mul(y)
      .sum()
      .mul(-count / rows.length)
      .asScalar();
  };
}

/** [N, C] an image's weight in the column of its class. */
function weightedTargets(labels: Int32Array, classes: number, weights: Float64Array): Tensor2D {
  const oneHot = tf.oneHot(tf.tensor1d(labels, 'int32'), classes);
  return oneHot.mul(tf.tensor2d(Float32Array.from(weights), [labels.length, 1]));
}
