/** @file How many images an exported model is run on at once. Types and constants only: main knows it, too. */

/**
 * LayersModels are run layer by layer, which costs a batch some time whatever is in it. It goes into the samples of the
 * export check without a rest, because TensorFlow prepares its kernels anew for each size of batch.
 */
export const IMAGES_AT_ONCE = 20;
