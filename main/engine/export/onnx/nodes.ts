/**
 * @file One layer to its ONNX nodes. The last node of a layer carries the layer's name, and every node that of the one
 * value it puts out. Pure: runs in the engine and in tests.
 */
import type { InputRule, Layer } from '../../backbone/layers';
import type { Shape } from '../../backbone/shapes';
import { ATTRIBUTE, TYPE, type OnnxAttribute, type OnnxNode, type OnnxTensor } from './proto';
import { isImage, scalarTensor } from './tensors';

type Op<Name extends Layer['op']> = Extract<Layer, { op: Name }>;

/** Constants that all layers of one kind share. */
const LEAST_NORM = 'l2Normalise/least';
const RELU6_MIN = 'relu6/min';
const RELU6_MAX = 'relu6/max';

function node(
  name: string,
  opType: string,
  input: readonly string[],
  attributes: Record<string, number | readonly number[]> = {},
): OnnxNode {
  return {
    name,
    opType,
    input: [...input],
    output: [name],
    attribute: Object.entries(attributes).map(attribute),
  };
}

const attribute = ([name, value]: [string, number | readonly number[]]): OnnxAttribute =>
  typeof value === 'number'
    ? { name, type: ATTRIBUTE.int, i: value, ints: [] }
    : { name, type: ATTRIBUTE.ints, ints: [...value] };

/** The value that the layers after the input take: [N,channels,size,size]. */
export const firstValue = ({ name }: InputRule): string => `${name}/planes`;

/** From [N,size,size,channels] uint8 as fed to what the first layer sees: (x - offset)·(1/scale), as the SavedModel computes it. */
export function inputNodes(rule: InputRule): OnnxNode[] {
  const { name } = rule;
  return [
    node(`${name}/float`, 'Cast', [name], { to: TYPE.float }),
    node(`${name}/shifted`, 'Sub', [`${name}/float`, `${name}/offset`]),
    node(`${name}/scaled`, 'Mul', [`${name}/shifted`, `${name}/factor`]),
    node(firstValue(rule), 'Transpose', [`${name}/scaled`], { perm: [0, 3, 1, 2] }),
  ];
}

export const inputTensors = ({ name, offset, scale }: InputRule): OnnxTensor[] => [
  scalarTensor(`${name}/offset`, offset),
  scalarTensor(`${name}/factor`, 1 / scale),
];

/** Constants that the nodes of some layers take. */
export function sharedTensors(layers: readonly Layer[]): OnnxTensor[] {
  const tensors: OnnxTensor[] = [];
  if (layers.some(({ op }) => op === 'relu6'))
    tensors.push(scalarTensor(RELU6_MIN, 0), scalarTensor(RELU6_MAX, 6));
  // The root of the least squared norm in graphNodes.ts.
  if (layers.some(({ op }) => op === 'l2Normalise')) tensors.push(scalarTensor(LEAST_NORM, 1e-6));
  return tensors;
}

/** What a layer's nodes depend on beside the layer. */
export interface Surroundings {
  /** Names of the values that the layer takes. */
  inputs: readonly string[];
  /** Of what it takes, without the batch. */
  shapes: readonly Shape[];
  /** [height, width] of its kernel, where it is a convolution. */
  kernel: readonly number[];
}

/** @throws Error naming a layer that does to images what ONNX's nodes do to vectors only */
export function layerNodes(layer: Layer, around: Surroundings): OnnxNode[] {
  const { name } = layer;
  const { inputs } = around;
  const [first = []] = around.shapes;
  const axis = isImage(first) ? 1 : -1;
  switch (layer.op) {
    case 'conv':
    case 'depthwiseConv':
      return [convolution(layer, around)];
    case 'dense':
      return [dense(layer, inputs)];
    case 'relu6':
      return [node(name, 'Clip', [...inputs, RELU6_MIN, RELU6_MAX])];
    case 'softmax':
      return [node(name, 'Softmax', inputs, { axis })];
    case 'globalAveragePool':
      return [
        node(`${name}/mean`, 'GlobalAveragePool', inputs),
        node(name, 'Flatten', [`${name}/mean`], { axis: 1 }),
      ];
    case 'l2Normalise':
      return l2Normalise(name, inputs, axis);
    case 'channelMax':
      return [node(name, 'ReduceMax', inputs, { axes: [axis], keepdims: 1 })];
    case 'concat':
      return [node(name, 'Concat', inputs, { axis })];
    case 'add':
    case 'sub':
    case 'mul':
      return [node(name, ELEMENTWISE[layer.op], 'operand' in layer ? [...inputs, layer.operand] : inputs)];
  }
}

const ELEMENTWISE = { add: 'Add', sub: 'Sub', mul: 'Mul' } as const;

/** Padding of TensorFlow's 'SAME', the odd one at the end; ONNX asks for numbers where the sizes are known. */
function convolution(
  { name, op, kernel, bias, stride }: Op<'conv' | 'depthwiseConv'>,
  around: Surroundings,
): OnnxNode {
  const [[height = 0, width = 0, channels = 0] = []] = around.shapes;
  const [rows = 0, columns = 0] = around.kernel;
  const [down, across] = [padding(height, rows, stride), padding(width, columns, stride)];
  return node(name, 'Conv', [...around.inputs, kernel, bias], {
    group: op === 'depthwiseConv' ? channels : 1,
    kernel_shape: [rows, columns],
    pads: [down.before, across.before, down.after, across.after],
    strides: [stride, stride],
  });
}

function padding(length: number, kernel: number, stride: number): { before: number; after: number } {
  const outputs = Math.ceil(length / stride);
  const total = Math.max(0, (outputs - 1) * stride + kernel - length);
  const before = Math.floor(total / 2);
  return { before, after: total - before };
}

const dense = ({ name, kernel, bias }: Op<'dense'>, inputs: readonly string[]): OnnxNode =>
  bias === undefined
    ? node(name, 'MatMul', [...inputs, kernel])
    : node(name, 'Gemm', [...inputs, kernel, bias]);

/** Vectors shorter than the least norm are divided by that, so that zero stays zero. */
function l2Normalise(name: string, [input = '']: readonly string[], axis: number): OnnxNode[] {
  return [
    node(`${name}/norm`, 'ReduceL2', [input], { axes: [axis], keepdims: 1 }),
    node(`${name}/bounded`, 'Max', [`${name}/norm`, LEAST_NORM]),
    node(name, 'Div', [input, `${name}/bounded`]),
  ];
}
