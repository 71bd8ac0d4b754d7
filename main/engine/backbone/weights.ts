/**
 * @file A backbone's description and weights as one graph that emitters can read. Engine.
 */
import { BackboneError, readChecked, type BackboneDescription } from './description';
import { float16ToFloat32 } from './float16';
import type { LayerGraph, WeightTensor } from './layers';

const BYTES_PER_VALUE = 2;

function cut(
  bytes: Uint8Array,
  key: string,
  { offset, shape }: BackboneDescription['tensors'][string],
): WeightTensor {
  const end = offset + BYTES_PER_VALUE * shape.reduce((a, b) => a * b, 1);
  if (end > bytes.length)
    throw new BackboneError(
      `tensor ${key} ends at byte ${end}, but there are ${bytes.length} bytes of weights`,
    );
  return { shape, values: float16ToFloat32(bytes.subarray(offset, end)) };
}

/**
 * The backbone's layers with their weights in float32.
 * @throws BackboneError where the weights are missing, damaged or shorter than described
 */
export async function readGraph(dir: string, description: BackboneDescription): Promise<LayerGraph> {
  const bytes = await readChecked(dir, description.weights);
  const tensors = Object.entries(description.tensors).map(
    ([key, place]) => [key, cut(bytes, key, place)] as const,
  );
  return { input: description.input, layers: description.layers, tensors: new Map(tensors) };
}
