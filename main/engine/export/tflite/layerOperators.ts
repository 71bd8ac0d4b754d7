/** @file One layer to its TFLite operators. Pure; runs in the engine and in tests. */
import type { InputRule, Layer, WeightTensor } from '../../backbone/layers';
import { channelsLast, outputsFirst } from './layouts';
import { activationOf, type NetworkBuilder } from './networkBuilder';
import { PADDING_SAME, TYPES } from './schema';

/** What a layer is written with. */
export interface LayerContext {
  network: NetworkBuilder;
  /** Of a layer's output, or of what the first layers see of the input. */
  place: (name: string) => number;
  weights: (key: string) => WeightTensor;
  /** Of the layer's output, or of the relu6 that it does as well. */
  output: { name: string; shape: readonly number[] };
  /** Whether it does a relu6 as well. */
  fused: boolean;
}

/**
 * The input as fed and as the first layer sees it: (x - offset) / scale, as the SavedModel has it.
 * @returns places of both
 */
export function inputOperators(network: NetworkBuilder, rule: InputRule): { fed: number; seen: number } {
  const { name, offset, scale } = rule;
  const shape = [1, rule.size, rule.size, rule.channels];
  const scalar = (key: string, value: number) =>
    network.constant(key, { shape: [], values: Float32Array.of(value) });
  const fed = network.add({ name, type: 'uint8', shape, data: null });
  const cast = { from: TYPES.uint8, to: TYPES.float32 };
  const float = network.operator('CAST', [fed], { name: `${name}/float`, shape }, cast);
  const shifted = { name: `${name}/shifted`, shape };
  const plain = activationOf(false);
  const centred = network.operator('SUB', [float, scalar(`${name}/offset`, offset)], shifted, plain);
  const factor = scalar(`${name}/factor`, 1 / scale);
  const seen = network.operator('MUL', [centred, factor], { name: `${name}/normalised`, shape }, plain);
  return { fed, seen };
}

export function layerOperators(layer: Layer, context: LayerContext): void {
  const { network, output } = context;
  const inputs = layer.inputs.map(context.place);
  switch (layer.op) {
    case 'conv':
    case 'depthwiseConv':
      return convolution(layer, inputs, context);
    case 'dense':
      return dense(layer, inputs, context);
    case 'add':
    case 'sub':
    case 'mul':
      return elementwise(layer, inputs, context);
    case 'relu6':
      return void network.operator('RELU6', inputs, output);
    case 'softmax':
      return void network.operator('SOFTMAX', inputs, output, { beta: 1 });
    case 'l2Normalise':
      // Its kernel takes the larger of the norm and 1e-6, and ours that of its square and 1e-12.
      return void network.operator('L2_NORMALIZATION', inputs, output, activationOf(false));
    case 'concat':
      return void network.operator('CONCATENATION', inputs, output, { axis: -1, ...activationOf(false) });
    case 'globalAveragePool':
      return reduced('MEAN', inputs, [1, 2], context);
    case 'channelMax':
      return reduced('REDUCE_MAX', inputs, [-1], context);
  }
}

function convolution(
  { op, stride, kernel, bias }: Layer & { op: 'conv' | 'depthwiseConv' },
  inputs: number[],
  { network, weights, output, fused }: LayerContext,
): void {
  const strides = { padding: PADDING_SAME, strideWidth: stride, strideHeight: stride };
  const options = { ...strides, ...activationOf(fused), dilationWidth: 1, dilationHeight: 1 };
  const added = (): number => network.constant(bias, weights(bias));
  if (op === 'conv') {
    const filter = network.kernel(kernel, outputsFirst(weights(kernel)));
    network.operator('CONV_2D', [...inputs, filter, added()], output, options);
  } else {
    const filter = network.kernel(kernel, channelsLast(weights(kernel)));
    network.operator('DEPTHWISE_CONV_2D', [...inputs, filter, added()], output, {
      ...options,
      multiplier: 1,
    });
  }
}

function dense(
  { kernel, bias }: Layer & { op: 'dense' },
  inputs: number[],
  { network, weights, output, fused }: LayerContext,
): void {
  const matrix = network.kernel(kernel, outputsFirst(weights(kernel)));
  const added = bias === undefined ? -1 : network.constant(bias, weights(bias));
  const options = { ...activationOf(fused), format: 0, keepDims: 0 };
  network.operator('FULLY_CONNECTED', [...inputs, matrix, added], output, options);
}

const ELEMENTWISE = { add: 'ADD', sub: 'SUB', mul: 'MUL' } as const;

function elementwise(
  layer: Layer & { op: 'add' | 'sub' | 'mul' },
  inputs: number[],
  { network, weights, output, fused }: LayerContext,
): void {
  const operands =
    'operand' in layer ? [...inputs, network.constant(layer.operand, weights(layer.operand))] : inputs;
  network.operator(ELEMENTWISE[layer.op], operands, output, activationOf(fused));
}

function reduced(
  name: 'MEAN' | 'REDUCE_MAX',
  inputs: number[],
  axes: number[],
  { network, output }: LayerContext,
): void {
  const over = network.axes(`${output.name}/axes`, axes);
  network.operator(name, [...inputs, over], output, { keepDims: name === 'REDUCE_MAX' ? 1 : 0 });
}
