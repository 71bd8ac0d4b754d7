/** @file From cached features to embeddings, by TensorFlow: the end of the backbone that is trained. Engine. */
import { tf, type Tensor, type Tensor2D } from '../backbone/tensorflow';
import { writeHalves } from '../backbone/float16';
import type { Convolution, LastConvolution } from './lastConvolution';

/** Places and channels of the features, and values of an embedding. */
export type Sizes = Pick<LastConvolution, 'places' | 'channels' | 'dimension'>;

/** One view of one item, as halves [places, channels]. */
export type View = Uint16Array;

/** Views at a time: some 15 ms of work, so that others are let through in between. */
export const AT_ONCE = 16;

/** Halves to single precision, one view after the other: [N·places, channels]. */
export function rowsOf(views: readonly View[], { places, channels }: Sizes): Float32Array {
  const rows = new Float32Array(views.length * places * channels);
  views.forEach((view, i) => writeHalves(view, rows, i * places * channels));
  return rows;
}

/**
 * a [N, D] = mean over places of relu6(x·kernel + bias).
 * @param x [N·places, channels]
 */
export function embed(x: Tensor2D, kernel: Tensor, bias: Tensor, { places, dimension }: Sizes): Tensor2D {
  const activations = tf.relu6(tf.add(tf.matMul(x, kernel.as2D(x.shape[1], dimension)), bias));
  return tf.mean(activations.reshape([-1, places, dimension]), 1);
}

/**
 * Raw embeddings a [N, D] of views, which all fit into one product.
 * Blocks the process for about a millisecond a view: give it {@link AT_ONCE} at a time.
 */
export function embeddingsOf(views: readonly View[], weights: Convolution, sizes: Sizes): Float32Array {
  const { channels, dimension } = sizes;
  const embeddings = tf.tidy(() => {
    const x = tf.tensor2d(rowsOf(views, sizes), [views.length * sizes.places, channels]);
    const kernel = tf.tensor2d(weights.kernel, [channels, dimension]);
    return embed(x, kernel, tf.tensor1d(weights.bias), sizes);
  });
  // Not out of `tidy`, which would go through the values one by one.
  const values = embeddings.dataSync<'float32'>();
  embeddings.dispose();
  return values;
}
