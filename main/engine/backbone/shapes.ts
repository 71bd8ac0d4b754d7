/**
 * @file The shape of every layer's output, and with it the check that a graph fits together: a wrong tensor is named
 * here with both shapes and not deep inside a runtime. Engine.
 */
import type { Layer, LayerGraph } from './layers';

/** Without the batch: [height, width, channels] or [channels]. */
export type Shape = readonly number[];

const text = (shape: Shape): string => `[${shape.join(', ')}]`;
const same = (a: Shape, b: Shape): boolean => a.length === b.length && a.every((n, i) => n === b[i]);

function tensorShape(graph: LayerGraph, layer: Layer, key: string): Shape {
  const tensor = graph.tensors.get(key);
  if (!tensor) throw new Error(`layer ${layer.name} needs the tensor ${key}, which is missing`);
  const count = tensor.shape.reduce((a, b) => a * b, 1);
  if (count !== tensor.values.length) {
    throw new Error(`tensor ${key} has shape ${text(tensor.shape)} but ${tensor.values.length} values`);
  }
  return tensor.shape;
}

function expectShape(layer: Layer, what: string, found: Shape, expected: Shape): void {
  if (same(found, expected)) return;
  throw new Error(`layer ${layer.name}: ${what} has shape ${text(found)}, expected ${text(expected)}`);
}

function convolved(graph: LayerGraph, layer: Layer & { op: 'conv' | 'depthwiseConv' }, input: Shape): Shape {
  const [height = 0, width = 0, channels = 0] = input;
  const kernel = tensorShape(graph, layer, layer.kernel);
  const [rows = 0, columns = 0, , last = 0] = kernel;
  const out = layer.op === 'conv' ? last : channels;
  expectShape(layer, 'the kernel', kernel, [rows, columns, channels, layer.op === 'conv' ? last : 1]);
  expectShape(layer, 'the bias', tensorShape(graph, layer, layer.bias), [out]);
  return [Math.ceil(height / layer.stride), Math.ceil(width / layer.stride), out];
}

function dense(graph: LayerGraph, layer: Layer & { op: 'dense' }, input: Shape): Shape {
  const kernel = tensorShape(graph, layer, layer.kernel);
  const out = kernel[1] ?? 0;
  expectShape(layer, 'the kernel', kernel, [...input, out]);
  if (layer.bias !== undefined) expectShape(layer, 'the bias', tensorShape(graph, layer, layer.bias), [out]);
  return [out];
}

function elementwise(
  graph: LayerGraph,
  layer: Layer & { op: 'add' | 'sub' | 'mul' },
  inputs: readonly Shape[],
): Shape {
  const [first = [], second] = inputs;
  if (second) expectShape(layer, 'the second input', second, first);
  if ('operand' in layer) {
    const operand = tensorShape(graph, layer, layer.operand);
    if (operand.length > 0) expectShape(layer, 'the operand', operand, first.slice(-1));
  }
  return first;
}

function outputShape(graph: LayerGraph, layer: Layer, inputs: readonly Shape[]): Shape {
  const [first = []] = inputs;
  switch (layer.op) {
    case 'conv':
    case 'depthwiseConv':
      return convolved(graph, layer, first);
    case 'dense':
      return dense(graph, layer, first);
    case 'add':
    case 'sub':
    case 'mul':
      return elementwise(graph, layer, inputs);
    case 'globalAveragePool':
      return first.slice(-1);
    case 'channelMax':
      return [1];
    case 'concat':
      return [...first.slice(0, -1), inputs.reduce((sum, shape) => sum + (shape[shape.length - 1] ?? 0), 0)];
    default:
      return first;
  }
}

/**
 * Output shapes of all layers and of the input, by name, without the batch.
 * @throws Error naming the layer: an input that does not come before it, a name used twice, a tensor that is missing
 * or has another shape
 */
export function inferShapes(graph: LayerGraph): Map<string, Shape> {
  const { name, size, channels } = graph.input;
  const shapes = new Map<string, Shape>([[name, [size, size, channels]]]);
  for (const layer of graph.layers) {
    const inputs = layer.inputs.map((input) => {
      const shape = shapes.get(input);
      if (!shape) throw new Error(`layer ${layer.name} takes ${input}, which does not come before it`);
      return shape;
    });
    if (shapes.has(layer.name)) throw new Error(`two layers are named ${layer.name}`);
    shapes.set(layer.name, outputShape(graph, layer, inputs));
  }
  return shapes;
}
