/**
 * @file One layer of a graph to the stock layers that do the same in tfjs. Pure: runs in the engine and in tests.
 */
import type { Layer, LayerGraph, WeightTensor } from '../../backbone/layers';
import type { Shape } from '../../backbone/shapes';
import { cosineLayers } from './cosine';
import { maxLayers } from './max';
import { affine, denseLayer, filled, stock, vector, type StockLayer } from './stock';

type Op<Name extends Layer['op']> = Extract<Layer, { op: Name }>;

export class TfjsLayers {
  /** l2Normalise layers and what they take; they are written with the product that follows. */
  readonly #normalised = new Map<string, string>();

  constructor(
    private readonly graph: LayerGraph,
    private readonly shapes: ReadonlyMap<string, Shape>,
    /** Convolutions that do the relu6 behind them as well. */
    private readonly fused: ReadonlySet<string>,
  ) {}

  /**
   * @param inputs of the layer, by the names that its tfjs layers go by
   * @throws Error for what no stock layers can do
   */
  emit(layer: Layer, inputs: readonly string[]): StockLayer[] {
    const { name } = layer;
    const [input = ''] = inputs;
    const unit = layer.inputs.find((taken) => this.#normalised.has(taken));
    if (unit !== undefined) return this.#cosine(layer, unit);
    switch (layer.op) {
      case 'l2Normalise':
        this.#normalised.set(name, input);
        return [];
      case 'conv':
      case 'depthwiseConv':
        return [this.#convolution(layer, input)];
      case 'dense':
        return [this.#dense(layer, input)];
      case 'relu6':
        return [stock(name, 'ReLU', inputs, { max_value: 6 })];
      case 'globalAveragePool':
        return [stock(name, 'GlobalAveragePooling2D', inputs, { data_format: 'channels_last' })];
      case 'channelMax':
        return maxLayers(name, input, this.shapes.get(layer.inputs[0])?.[0] ?? 0);
      case 'softmax':
        return [stock(name, 'Activation', inputs, { activation: 'softmax' })];
      case 'concat':
        return [stock(name, 'Concatenate', inputs, { axis: -1 })];
      case 'add':
      case 'sub':
      case 'mul':
        return ['operand' in layer ? this.#operand(layer, input) : this.#elementwise(layer, inputs)];
    }
  }

  #cosine(layer: Layer, unit: string): StockLayer[] {
    if (layer.op !== 'dense' || layer.bias !== undefined)
      throw new Error(`${layer.name} takes ${unit}, but tfjs can normalise for a plain product only`);
    return cosineLayers(layer.name, this.#normalised.get(unit)!, this.#tensor(layer.kernel));
  }

  #dense({ name, kernel, bias }: Op<'dense'>, input: string): StockLayer {
    return denseLayer(name, input, this.#tensor(kernel), bias === undefined ? null : this.#values(bias));
  }

  #convolution({ name, op, kernel, bias, stride }: Op<'conv' | 'depthwiseConv'>, input: string): StockLayer {
    const tensor = this.#tensor(kernel);
    const config = {
      kernel_size: tensor.shape.slice(0, 2),
      strides: [stride, stride],
      padding: 'same',
      data_format: 'channels_last',
      activation: this.fused.has(name) ? 'relu6' : 'linear',
      use_bias: true,
    };
    const added = vector(this.#values(bias));
    if (op === 'conv')
      return stock(
        name,
        'Conv2D',
        [input],
        { filters: tensor.shape[3], ...config },
        { kernel: tensor, bias: added },
      );
    const weights = { depthwise_kernel: tensor, bias: added };
    return stock(name, 'DepthwiseConv2D', [input], { depth_multiplier: 1, ...config }, weights);
  }

  #operand(layer: Op<'add' | 'sub' | 'mul'> & { operand: string }, input: string): StockLayer {
    const { name, op, operand } = layer;
    const channels = this.shapes.get(name)?.slice(-1)[0] ?? 0;
    const found = this.#values(operand);
    const values = found.length === channels ? found : filled(channels, found[0] ?? 0);
    return affine(name, input, { channels, [{ add: 'plus', sub: 'minus', mul: 'times' }[op]]: values });
  }

  #elementwise({ name, op }: Op<'add' | 'sub' | 'mul'>, inputs: readonly string[]): StockLayer {
    if (op === 'sub') throw new Error(`${name} subtracts two layers, for which tfjs has no layer`);
    return stock(name, op === 'add' ? 'Add' : 'Multiply', inputs);
  }

  #tensor(key: string): WeightTensor {
    return this.graph.tensors.get(key)!;
  }

  #values(key: string): Float32Array {
    return this.#tensor(key).values;
  }
}
