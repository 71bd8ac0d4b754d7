/**
 * @file The only place that loads tfjs-node, the native TensorFlow. Engine, and tests of the engine.
 */
import { createRequire } from 'node:module';
import util from 'node:util';
import type * as TensorFlow from '@tensorflow/tfjs-node';

// tfjs-node 4.22 calls a function that Node 23 removed; it must be back before the first load.
const legacy: { isNullOrUndefined?: (value: unknown) => boolean } = util;
legacy.isNullOrUndefined ??= (value) => value === null || value === undefined;

// Its native half reports every start on stderr unless told to keep to errors.
process.env['TF_CPP_MIN_LOG_LEVEL'] ??= '2';

// TensorFlow takes oneDNN by itself only where the processor has AVX-512 VNNI. Elsewhere it is faster as well, and without it an
// image's embedding has other last digits in every batch (docs/backbone.md).
process.env['TF_ENABLE_ONEDNN_OPTS'] ??= '1';

const load = createRequire(import.meta.url);

/** TensorFlow, on the CPU, in this process: every call blocks it. */
export const tf = load('@tensorflow/tfjs-node') as typeof TensorFlow;

/** Of the native library, such as '2.15.1'; the binding's own where it does not tell. */
export function libraryVersion(): string {
  const { binding } = tf.backend() as unknown as { binding?: { TF_Version?: unknown } };
  const version = binding?.TF_Version;
  return typeof version === 'string' ? version : tf.version['tfjs-core'];
}

export type {
  NamedTensorMap,
  Optimizer,
  Scalar,
  Tensor,
  Tensor1D,
  Tensor2D,
  Tensor3D,
  Tensor4D,
  Variable,
} from '@tensorflow/tfjs-node';
export type SavedModel = Awaited<ReturnType<typeof TensorFlow.node.loadSavedModel>>;
