/** @file The nodes of an ONNX graph back to the layers that they were. Pure: runs in the engine and in tests. */
import type { InputRule, Layer } from '../../backbone/layers';
import { firstValue, inputNodes } from '../../export/onnx/nodes';
import type { OnnxNode, OnnxValue } from '../../export/onnx/proto';
import type { Initialisers } from './initialisers';

/**
 * What is fed, from the graph's one input and the constants of its first nodes.
 * @throws Error naming what is missing
 */
export function readInput(inputs: readonly OnnxValue[], tensors: Initialisers): InputRule {
  const [input] = inputs;
  if (!input || inputs.length > 1) throw new Error(`the graph has ${inputs.length} inputs, expected 1`);
  const { name, type } = input;
  const [, height] = type.tensorType.shape.dim;
  return {
    ...{ name, size: height?.dimValue ?? 0, channels: 3 },
    ...{ colour: 'RGB', type: 'uint8', layout: 'NHWC' },
    offset: tensors.scalar(`${name}/offset`),
    scale: 1 / tensors.scalar(`${name}/factor`),
  };
}

/** Reads layers from a graph's nodes, in order. */
export class LayerReader {
  #at: number;

  constructor(
    private readonly nodes: readonly OnnxNode[],
    private readonly tensors: Initialisers,
    private readonly rule: InputRule,
  ) {
    this.#at = inputNodes(rule).length;
  }

  /** @throws Error naming a node that no layer becomes */
  all(): Layer[] {
    const layers: Layer[] = [];
    while (this.#at < this.nodes.length) layers.push(this.#layer(this.#next()));
    return layers;
  }

  #next(expected?: string): OnnxNode {
    const node = this.nodes[this.#at++];
    if (node && (expected === undefined || node.opType === expected)) return node;
    throw new Error(`${node ? `${node.name} (${node.opType})` : 'the end'} stands where ${expected} should`);
  }

  #layer(node: OnnxNode): Layer {
    const { name, opType } = node;
    const one: [string] = [this.#value(node, 0)];
    switch (opType) {
      case 'Conv':
        return this.#convolution(node, one);
      case 'MatMul':
      case 'Gemm':
        return this.#dense(node, one);
      case 'Clip':
        return { name, op: 'relu6', inputs: one };
      case 'Softmax':
        return { name, op: 'softmax', inputs: one };
      case 'ReduceMax':
        return { name, op: 'channelMax', inputs: one };
      case 'GlobalAveragePool':
        return { name: this.#next('Flatten').name, op: 'globalAveragePool', inputs: one };
      case 'ReduceL2':
        this.#next('Max');
        return { name: this.#next('Div').name, op: 'l2Normalise', inputs: one };
      case 'Concat':
        return { name, op: 'concat', inputs: node.input.map((_, i) => this.#value(node, i)) };
      case 'Add':
      case 'Sub':
      case 'Mul':
        return this.#elementwise(node, one);
      default:
        throw new Error(`its graph holds ${opType || 'a node of no type'}`);
    }
  }

  #convolution(node: OnnxNode, inputs: [string]): Layer {
    const [kernel, bias] = [this.#input(node, 1), this.#input(node, 2)];
    const stride = ints(node, 'strides')[0];
    if (stride !== 1 && stride !== 2) throw new Error(`${node.name} has strides other than 1 and 2`);
    const eachChannel = node.attribute.find(({ name }) => name === 'group')?.i !== 1;
    this.tensors.kernel(kernel, eachChannel);
    this.tensors.plain(bias);
    const op = eachChannel ? 'depthwiseConv' : 'conv';
    return { name: node.name, op, inputs, stride, padding: 'same', kernel, bias };
  }

  #dense(node: OnnxNode, inputs: [string]): Layer {
    const kernel = this.#input(node, 1);
    this.tensors.plain(kernel);
    if (node.opType === 'MatMul') return { name: node.name, op: 'dense', inputs, kernel };
    const bias = this.#input(node, 2);
    this.tensors.plain(bias);
    return { name: node.name, op: 'dense', inputs, kernel, bias };
  }

  #elementwise(node: OnnxNode, one: [string]): Layer {
    const { name } = node;
    const op = ({ Add: 'add', Sub: 'sub', Mul: 'mul' } as const)[node.opType as 'Add' | 'Sub' | 'Mul'];
    const second = this.#input(node, 1);
    if (!this.tensors.has(second)) return { name, op, inputs: [one[0], this.#value(node, 1)] };
    this.tensors.operand(second);
    return { name, op, inputs: one, operand: second };
  }

  /** The layer, or the input, whose value a node takes. */
  #value(node: OnnxNode, place: number): string {
    const name = this.#input(node, place);
    return name === firstValue(this.rule) ? this.rule.name : name;
  }

  #input({ name, opType, input }: OnnxNode, place: number): string {
    const taken = input[place];
    if (taken === undefined) throw new Error(`${name} (${opType}) has ${input.length} inputs`);
    return taken;
  }
}

const ints = ({ attribute }: OnnxNode, key: string): readonly number[] =>
  attribute.find(({ name }) => name === key)?.ints ?? [];
