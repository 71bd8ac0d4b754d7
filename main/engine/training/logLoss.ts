/** @file The loss of multinomial logistic regression and its slope. Runs in the engine and in tests. */
import type * as TensorFlow from '@tensorflow/tfjs-node';
import { tf } from '../backbone/tensorflow';
import type { LabelledSet } from './method';
import type { Slope } from './optimise/lbfgs';
import { valuesOf, type Own } from './optimise/scope';

/**
 * ½·penalty·|W|² + Σ_i weight_i·(-ln softmax(W·u_i + b)[y_i]) of x = [W (C×D), b (C)]. Products are TensorFlow's, in float32; all
 * sums over images are float64, so that the value can be trusted to its last digits.
 * @param weights [N]
 */
export function logLoss(set: LabelledSet, weights: Float64Array, penalty: number, own: Own) {
  const { units, dimension, classes, labels } = set;
  const images = own(tf.tensor2d(units, [labels.length, dimension]));
  return (x: Float64Array): Slope => {
    const [w, bias] = [x.subarray(0, classes * dimension), x.subarray(classes * dimension)];
    const rows = Float32Array.from(w);
    const logits = run(() => tf.matMul(images, tf.tensor2d(rows, [classes, dimension]), false, true));
    const { loss, residuals } = lossOf(logits, bias, labels, weights);
    const pulls = run(() => tf.matMul(tf.tensor2d(residuals, [labels.length, classes]), images, true));
    const gradient = new Float64Array(x.length);
    let square = 0;
    for (let i = 0; i < w.length; i++) {
      square += w[i]! ** 2;
      gradient[i] = penalty * w[i]! + pulls[i]!;
    }
    for (let at = 0; at < residuals.length; at++) gradient[w.length + (at % classes)]! += residuals[at]!;
    return { value: loss + (penalty * square) / 2, gradient };
  };
}

/** Σ weight·loss, and [N, C] weight·(p - [c = y]). */
function lossOf(logits: Float32Array, bias: Float64Array, labels: Int32Array, weights: Float64Array) {
  const classes = bias.length;
  const residuals = new Float32Array(logits.length);
  const exponents = new Float64Array(classes);
  let loss = 0;
  labels.forEach((label, row) => {
    let [most, sum] = [-Infinity, 0];
    for (let c = 0; c < classes; c++) {
      exponents[c] = logits[row * classes + c]! + bias[c]!;
      most = Math.max(most, exponents[c]!);
    }
    for (let c = 0; c < classes; c++) sum += Math.exp(exponents[c]! - most);
    loss += weights[row]! * (Math.log(sum) + most - exponents[label]!);
    for (let c = 0; c < classes; c++)
      residuals[row * classes + c] =
        weights[row]! * (Math.exp(exponents[c]! - most) / sum - (c === label ? 1 : 0));
  });
  return { loss, residuals };
}

function run(make: () => TensorFlow.Tensor): Float32Array {
  const made = tf.tidy(make);
  try {
    return valuesOf(made);
  } finally {
    made.dispose();
  }
}
