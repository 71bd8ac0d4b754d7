/**
 * @file How the tensors of a layer graph lie in an ONNX file, whose images are NCHW. Pure: runs in the engine and in
 * tests.
 */
import type { Layer, LayerGraph, WeightTensor } from '../../backbone/layers';
import type { Shape } from '../../backbone/shapes';
import { reversed } from './axes';
import { TYPE, type OnnxTensor } from './proto';

/** What a tensor is to a layer, where that decides how it lies in the file. */
type Use = 'kernel' | 'depthwise kernel' | "image's operand" | 'vector or matrix';

/** Without the batch, [height, width, channels]. */
export const isImage = (shape: Shape): boolean => shape.length === 3;

export function floatTensor(name: string, dims: readonly number[], values: Float32Array): OnnxTensor {
  const rawData = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  return { name, dims: [...dims], dataType: TYPE.float, rawData };
}

export const scalarTensor = (name: string, value: number): OnnxTensor =>
  floatTensor(name, [], Float32Array.of(value));

/**
 * The tensors that layers use, each once, in the order of their first use.
 * @param shapes of all layers' outputs
 * @throws Error naming a tensor that is used in two ways for which it would have to lie differently
 */
export function weightTensors(
  { tensors }: LayerGraph,
  layers: readonly Layer[],
  shapes: ReadonlyMap<string, Shape>,
): OnnxTensor[] {
  const uses = new Map<string, Use>();
  for (const [key, use] of layers.flatMap((layer) => usesOf(layer, shapes.get(layer.name)!))) {
    const earlier = uses.get(key) ?? use;
    if (earlier !== use) throw new Error(`the tensor ${key} is both ${earlier} and ${use}`);
    uses.set(key, use);
  }
  return [...uses].map(([key, use]) => laid(key, tensors.get(key)!, use));
}

function usesOf(layer: Layer, output: Shape): [string, Use][] {
  const uses: [string, Use][] = [];
  if ('kernel' in layer) uses.push([layer.kernel, KERNELS[layer.op]]);
  if ('bias' in layer && layer.bias !== undefined) uses.push([layer.bias, 'vector or matrix']);
  if ('operand' in layer)
    uses.push([layer.operand, isImage(output) ? "image's operand" : 'vector or matrix']);
  return uses;
}

const KERNELS = {
  conv: 'kernel',
  depthwiseConv: 'depthwise kernel',
  dense: 'vector or matrix',
} as const;

function laid(key: string, { shape, values }: WeightTensor, use: Use): OnnxTensor {
  const [height = 1, width = 1, inputs = 1, outputs = 1] = shape;
  const turned = () => reversed(values, [height * width, inputs, outputs]);
  switch (use) {
    case 'kernel':
      return floatTensor(key, [outputs, inputs, height, width], turned());
    case 'depthwise kernel':
      return floatTensor(key, [inputs, 1, height, width], turned());
    case "image's operand":
      // A scalar goes with any shape; channels are the third axis from the end.
      return floatTensor(key, shape.length === 0 ? [] : [...shape, 1, 1], values);
    case 'vector or matrix':
      return floatTensor(key, shape, values);
  }
}
