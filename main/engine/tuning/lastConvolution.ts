/**
 * @file The last convolution of a backbone: a 1×1 convolution (batch norm folded in), relu6 and the mean over places
 * between `outputs.features` and the embedding. Engine.
 */
import { BackboneError, type BackboneDescription } from '../backbone/description';
import type { Layer, LayerGraph } from '../backbone/layers';
import { inferShapes } from '../backbone/shapes';
import { told } from '../../../strings/words';

/** Weights that are trained. */
export interface Convolution {
  /** [channels, D] of a 1×1 kernel. */
  readonly kernel: Float32Array;
  /** [D] */
  readonly bias: Float32Array;
}

export interface LastConvolution extends Convolution {
  /** Names of its tensors in the graph. */
  readonly kernelKey: string;
  readonly biasKey: string;
  /** Height times width of the features. */
  readonly places: number;
  /** Channels of the features. */
  readonly channels: number;
  /** D, values of an embedding. */
  readonly dimension: number;
}

/**
 * @throws BackboneError where the backbone does not end in such a convolution: it cannot be tuned then
 */
export function lastConvolution(graph: LayerGraph, description: BackboneDescription): LastConvolution {
  const { features, headFeatures, embedding } = description.outputs;
  const [pool] = graph.layers.filter(({ name }) => name === embedding);
  const [relu] = graph.layers.filter(({ name }) => name === headFeatures);
  const [convolution] = graph.layers.filter(({ name }) => name === relu?.inputs[0]);
  const isEnd =
    isAfter(pool, 'globalAveragePool', headFeatures) &&
    relu?.op === 'relu6' &&
    isAfter(convolution, 'conv', features);
  if (!isEnd || convolution?.op !== 'conv') throw new BackboneError(told().engine.noLastConvolution);
  const [height = 0, width = 0, channels = 0] = inferShapes(graph).get(features) ?? [];
  const [kernel, bias] = [graph.tensors.get(convolution.kernel), graph.tensors.get(convolution.bias)];
  const [rows = 0, columns = 0, , dimension = 0] = kernel?.shape ?? [];
  if (!kernel || !bias || rows * columns * convolution.stride !== 1)
    throw new BackboneError(told().engine.noLastConvolution);
  const sizes = { places: height * width, channels, dimension };
  const keys = { kernelKey: convolution.kernel, biasKey: convolution.bias };
  return { ...keys, ...sizes, kernel: kernel.values, bias: bias.values };
}

const isAfter = (layer: Layer | undefined, op: Layer['op'], input: string): boolean =>
  layer?.op === op && layer.inputs[0] === input;
