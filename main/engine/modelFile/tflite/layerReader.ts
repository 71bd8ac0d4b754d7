/** @file Operators of TFLite to layers, one after another. Pure. */
import type { Layer } from '../../backbone/layers';
import { multiplierLast, outputsLast } from '../../export/tflite/layouts';
import type { Network, NetworkOperator } from '../../export/tflite/network';
import { ACTIVATIONS, PADDING_SAME } from '../../export/tflite/schema';
import type { Constants } from './constants';
import { expect, must } from './expect';

/** Behind the name of a layer whose operator does a relu6 as well; that one has the tensor's own name. */
const UNFUSED_SUFFIX = '/unfused';

const ELEMENTWISE = { ADD: 'add', SUB: 'sub', MUL: 'mul' } as const;
const PLAIN = { RELU6: 'relu6', SOFTMAX: 'softmax', L2_NORMALIZATION: 'l2Normalise' } as const;

export class LayerReader {
  readonly layers: Layer[] = [];
  /** Names of layers by the place of their output. */
  readonly #names = new Map<number, string>();

  /** @param input what layers call the input, and where it is */
  constructor(
    private readonly network: Network,
    private readonly constants: Constants,
    input: { name: string; place: number },
  ) {
    this.#names.set(input.place, input.name);
  }

  /** @throws Error naming what does not fit */
  read(operator: NetworkOperator): void {
    const { name, output, inputs } = operator;
    const tensor = must(this.network.tensors[output], `${name} makes tensor ${output}`);
    expect(`the type of tensor ${output}`, tensor.type, 'float32');
    switch (name) {
      case 'DEQUANTIZE':
        return this.constants.dequantise(this.#one(operator), output);
      case 'CONV_2D':
      case 'DEPTHWISE_CONV_2D':
        return this.#put(operator, this.#convolution(operator, tensor.name));
      case 'FULLY_CONNECTED':
        return this.#put(operator, this.#dense(operator, tensor.name));
      case 'ADD':
      case 'SUB':
      case 'MUL':
        return this.#put(operator, this.#elementwise(operator, ELEMENTWISE[name], tensor.name));
      case 'RELU6':
      case 'SOFTMAX':
      case 'L2_NORMALIZATION':
        if (name === 'SOFTMAX') option(operator, 'beta', 1);
        return this.#put(operator, {
          name: tensor.name,
          op: PLAIN[name],
          inputs: [this.#layer(this.#one(operator))],
        });
      case 'MEAN':
      case 'REDUCE_MAX':
        return this.#put(operator, this.#reduced(operator, tensor.name));
      case 'CONCATENATION':
        option(operator, 'axis', -1);
        return this.#put(operator, {
          name: tensor.name,
          op: 'concat',
          inputs: inputs.map((place) => this.#layer(place)),
        });
      case 'CAST':
        throw new Error(`CAST makes ${tensor.name}, which none of our models has`);
    }
  }

  #convolution(operator: NetworkOperator, name: string): Layer {
    const [input, kernel, bias] = this.#places(operator, 3);
    const stride = must(operator.options['strideWidth'], `${operator.name} has no stride`) as 1 | 2;
    const fixed = { padding: PADDING_SAME, strideHeight: stride, dilationWidth: 1, dilationHeight: 1 };
    for (const [key, value] of Object.entries(fixed)) option(operator, key, value);
    const deep = operator.name === 'DEPTHWISE_CONV_2D';
    if (deep) option(operator, 'multiplier', 1);
    return {
      name,
      op: deep ? 'depthwiseConv' : 'conv',
      inputs: [this.#layer(input!)],
      stride,
      padding: 'same',
      kernel: this.constants.kernel(kernel!, deep ? multiplierLast : outputsLast),
      bias: this.constants.vector(bias!),
    };
  }

  #dense(operator: NetworkOperator, name: string): Layer {
    const [input, kernel, bias] = this.#places(operator, 3);
    option(operator, 'format', 0);
    option(operator, 'keepDims', 0);
    const layer = { name, op: 'dense' as const, inputs: [this.#layer(input!)] as [string] };
    const key = this.constants.kernel(kernel!, outputsLast);
    return { ...layer, kernel: key, ...(bias !== -1 && { bias: this.constants.vector(bias!) }) };
  }

  #elementwise(operator: NetworkOperator, op: 'add' | 'sub' | 'mul', name: string): Layer {
    const [first, second] = this.#places(operator, 2);
    const input = this.#layer(first!);
    if (this.constants.isConstant(second!))
      return { name, op, inputs: [input], operand: this.constants.vector(second!) };
    return { name, op, inputs: [input, this.#layer(second!)] };
  }

  #reduced(operator: NetworkOperator, name: string): Layer {
    const [input, axes] = this.#places(operator, 2);
    const mean = operator.name === 'MEAN';
    option(operator, 'keepDims', mean ? 0 : 1);
    expect(`the axes of ${name}`, this.constants.int32s(axes!).join(), mean ? '1,2' : '-1');
    return { name, op: mean ? 'globalAveragePool' : 'channelMax', inputs: [this.#layer(input!)] };
  }

  /** Notes the layer, and behind it the relu6 that its operator does as well. */
  #put({ name, output, options }: NetworkOperator, layer: Layer): void {
    if (this.#names.has(output)) throw new Error(`two operators make tensor ${output}`);
    const { activation = ACTIVATIONS.none } = options;
    const fuses = name !== 'CONCATENATION' && name !== 'L2_NORMALIZATION';
    if (activation === ACTIVATIONS.relu6 && fuses) {
      const before = layer.name + UNFUSED_SUFFIX;
      this.layers.push({ ...layer, name: before }, { name: layer.name, op: 'relu6', inputs: [before] });
    } else {
      expect(`the activation of ${layer.name}`, activation, ACTIVATIONS.none);
      this.layers.push(layer);
    }
    this.#names.set(output, layer.name);
  }

  /** The layer that makes a tensor. */
  #layer(place: number): string {
    return must(this.#names.get(place), `an operator takes tensor ${place} before it is computed`);
  }

  #one(operator: NetworkOperator): number {
    return this.#places(operator, 1)[0]!;
  }

  #places({ name, inputs }: NetworkOperator, count: number): readonly number[] {
    expect(`the number of inputs of ${name}`, inputs.length, count);
    return inputs;
  }
}

function option({ name, options }: NetworkOperator, key: string, value: number): void {
  expect(`the option ${key} of ${name}`, options[key], value);
}
