/**
 * @file Which operations an exported SavedModel may hold. A graph can name operations that read and write files, and
 * whoever loads it runs them: a folder from somewhere else is looked through before TensorFlow sees it. Engine.
 */
import { operationsOf } from '../backbone/graphDef';

/** All that our emitter writes (backbone/graphNodes.ts); none of them touches anything but its inputs. */
const ALLOWED = new Set([
  'AddV2',
  'BiasAdd',
  'Cast',
  'ConcatV2',
  'Const',
  'Conv2D',
  'DepthwiseConv2dNative',
  'MatMul',
  'Max',
  'Maximum',
  'Mean',
  'Mul',
  'Placeholder',
  'RealDiv',
  'Relu6',
  'Softmax',
  'Sqrt',
  'Square',
  'Sub',
  'Sum',
]);

/** Operations that no export of ours holds. @throws Error where the bytes are no SavedModel */
export function foreignOperations(savedModel: Uint8Array): string[] {
  return [...operationsOf(savedModel)].filter((op) => !ALLOWED.has(op)).sort();
}
