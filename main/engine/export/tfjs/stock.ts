/**
 * @file Layers as tfjs-layers reads them, stock ones only (those that 1.3.1 and 4.22 both know), and their weights.
 * Pure: runs in the engine and in tests.
 */
import type { WeightTensor } from '../../backbone/layers';

/** One layer of a Keras model's configuration. */
export interface KerasLayer {
  class_name: string;
  name: string;
  config: Record<string, unknown>;
  /** The one call of the layer: [name, call 0, tensor 0, no further arguments] per input. */
  inbound_nodes: [string, number, number, Record<string, never>][][];
}

export interface NamedWeight extends WeightTensor {
  /** `<layer>/<variable>`, by which a loader finds its place. */
  name: string;
}

/** A layer with its weights in the order of its variables. */
export interface StockLayer {
  layer: KerasLayer;
  weights: NamedWeight[];
}

const EPSILON = 1e-3;
/** With the epsilon it is 1 exactly in float32, so that nothing is divided. */
const VARIANCE = 1 - EPSILON;

export function stock(
  name: string,
  className: string,
  inputs: readonly string[],
  config: Record<string, unknown> = {},
  weights: Record<string, WeightTensor> = {},
): StockLayer {
  const node = inputs.map((input): [string, number, number, Record<string, never>] => [input, 0, 0, {}]);
  return {
    layer: {
      class_name: className,
      name,
      config: { name, trainable: false, ...config },
      inbound_nodes: inputs.length > 0 ? [node] : [],
    },
    weights: Object.entries(weights).map(([key, tensor]) => ({ name: `${name}/${key}`, ...tensor })),
  };
}

/** [n] */
export const vector = (values: Float32Array): WeightTensor => ({ shape: [values.length], values });
export const filled = (length: number, value: number): Float32Array => new Float32Array(length).fill(value);

export interface Affine {
  channels: number;
  minus?: Float32Array;
  times?: Float32Array;
  plus?: Float32Array;
}

/** (x - minus)·times + plus along the channels: a batch normalisation that has nothing to divide by. */
export function affine(name: string, input: string, { channels, minus, times, plus }: Affine): StockLayer {
  const config = { axis: -1, momentum: 0.99, epsilon: EPSILON, center: true, scale: true };
  return stock(name, 'BatchNormalization', [input], config, {
    gamma: vector(times ?? filled(channels, 1)),
    beta: vector(plus ?? filled(channels, 0)),
    moving_mean: vector(minus ?? filled(channels, 0)),
    moving_variance: vector(filled(channels, VARIANCE)),
  });
}

export function denseLayer(
  name: string,
  input: string,
  kernel: WeightTensor,
  bias: Float32Array | null,
): StockLayer {
  const config = { units: kernel.shape[1], activation: 'linear', use_bias: bias !== null };
  return stock(name, 'Dense', [input], config, { kernel, ...(bias && { bias: vector(bias) }) });
}
