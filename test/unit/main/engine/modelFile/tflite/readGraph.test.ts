/** @file TFLite models read back: ours exactly as they were written, and no others. */
import { describe, expect, it } from 'vitest';
import { encodeFile } from '../../../../../../main/engine/export/tflite/file';
import type {
  Network,
  NetworkOperator,
  NetworkTensor,
} from '../../../../../../main/engine/export/tflite/network';
import type { OperatorName } from '../../../../../../main/engine/export/tflite/schema';
import { encodeTflite } from '../../../../../../main/engine/export/tflite/tfliteModel';
import { readGraph } from '../../../../../../main/engine/modelFile/tflite/readGraph';
import { readNetwork } from '../../../../../../main/engine/modelFile/tflite/readFile';
import { heads } from '../../export/tiny';
import { optionsFor, PRECISIONS, tflite } from '../../export/tflite/models';

const read = (file: Uint8Array) => readGraph(readNetwork(file));
const ours = readNetwork(tflite(heads['cosines, a class between others with several rows']));
const written = (network: Network): Uint8Array =>
  encodeFile({ network, description: 'another', metadata: new Uint8Array(8) });

describe.each(Object.entries(heads))('%s', (_, head) => {
  it.each(PRECISIONS)('is read as what it was written from, in %s precision', (precision) => {
    const file = tflite(head, precision);
    expect(encodeTflite(read(file), optionsFor(head.classes, precision))).toEqual(file);
  });
});

/** Our network with one operator of a kind as it is not ours. */
function operator(name: OperatorName, change: Partial<NetworkOperator>): Network {
  const at = ours.operators.findIndex((one) => one.name === name);
  const options = { ...ours.operators[at]!.options, ...change.options };
  const operators = ours.operators.map((one, i) => (i === at ? { ...one, ...change, options } : one));
  return { ...ours, operators };
}

function tensor(name: string, change: Partial<NetworkTensor>): Network {
  expect(ours.tensors.some((one) => one.name === name)).toBe(true);
  return { ...ours, tensors: ours.tensors.map((one) => (one.name === name ? { ...one, ...change } : one)) };
}

const place = (name: string): number => ours.tensors.findIndex((one) => one.name === name);
const option = (name: OperatorName, key: string, value: number) =>
  operator(name, { options: { [key]: value } });

const shut = { name: 'RELU6' as const, inputs: [place('stem')], output: place('half'), options: {} };

describe('a network that our emitter does not write', () => {
  it.each<[string, Network, string]>([
    [
      'other padding',
      option('CONV_2D', 'padding', 1),
      'the option padding of CONV_2D is 1 where ours have 0',
    ],
    ['dilation', option('DEPTHWISE_CONV_2D', 'dilationWidth', 2), 'the option dilationWidth'],
    ['uneven strides', option('CONV_2D', 'strideHeight', 1), 'the option strideHeight'],
    [
      'large strides',
      operator('CONV_2D', { options: { strideHeight: 3, strideWidth: 3 } }),
      'stem is none of ours',
    ],
    ['several filters a channel', option('DEPTHWISE_CONV_2D', 'multiplier', 2), 'the option multiplier'],
    ['another activation', option('ADD', 'activation', 1), 'the activation of both is 1'],
    [
      'an activation that no kernel does',
      option('CONCATENATION', 'activation', 3),
      'the activation of beside',
    ],
    ['another axis', option('CONCATENATION', 'axis', 1), 'the option axis of CONCATENATION'],
    ['another beta', option('SOFTMAX', 'beta', 2), 'the option beta of SOFTMAX'],
    ['shuffled weights', option('FULLY_CONNECTED', 'format', 1), 'the option format'],
    ['a maximum of another shape', option('REDUCE_MAX', 'keepDims', 0), 'the option keepDims'],
    [
      'a mean of other axes',
      tensor('embedding/axes', { data: new Uint8Array([2, 0, 0, 0, 1, 0, 0, 0]) }),
      '"2,1"',
    ],
    ['another input', tensor('image', { shape: [1, 8, 9, 3] }), 'the shape of the input'],
    ['an input of floats', tensor('image', { type: 'float32' }), 'the type of the input'],
    ['other types cast', option('CAST', 'from', 2), 'what is cast'],
    ['other first operators', { ...ours, operators: ours.operators.slice(1) }, 'the first operators'],
    ['no operators', { ...ours, operators: [] }, 'fewer than three operators'],
    ['a stated shape that is none', tensor('stem', { shape: [1, 4, 4, 5] }), 'the shape of stem'],
    ['a vector too short', tensor('b0', { shape: [3], data: new Uint8Array(12) }), 'the bias has shape [3]'],
    ['a shape without values', tensor('k0', { shape: [1 << 30, 1 << 30, 1, 1] }), 'but 108 values'],
    ['a constant of another type', tensor('b0', { type: 'int32' }), 'is "int32" where ours have "float32"'],
    ['a name that is no name', tensor('stem', { name: 'a b' }), 'a b is none of ours'],
    ['two tensors of one name', tensor('b1', { name: 'b0' }), 'two tensors are named b0'],
    [
      'a tensor nobody reads',
      { ...ours, tensors: [...ours.tensors, { ...ours.tensors[place('b0')]!, name: 'more' }] },
      'nothing reads tensor',
    ],
    ['an operator that takes nothing', operator('ADD', { inputs: [] }), 'the number of inputs of ADD'],
    ['an operator that takes a tensor from nowhere', operator('ADD', { inputs: [9999, 0] }), 'tensor 9999'],
    ['a loop', operator('ADD', { inputs: [place('logits'), place('logits')] }), 'before it is computed'],
    ['one that makes what another makes', operator('ADD', { output: place('stem') }), 'two operators make'],
    ['one that makes a tensor from nowhere', operator('MEAN', { output: 9999 }), 'MEAN makes tensor 9999'],
    ['one that makes a constant', { ...ours, operators: [...ours.operators, shut] }, 'is given and computed'],
    [
      'a second cast',
      { ...ours, operators: [...ours.operators, ours.operators[0]!] },
      'CAST makes image/float',
    ],
  ])('is refused for %s', (_, network, sentence) => {
    expect(() => read(written(network))).toThrow(sentence);
  });

  it('is refused before its layers grow beyond what can be computed', () => {
    const doubled = Array.from({ length: 40 }, (_, i) => ({
      name: 'CONCATENATION' as const,
      inputs:
        i === 0 ? [place('stem'), place('stem')] : [ours.tensors.length + i - 1, ours.tensors.length + i - 1],
      output: ours.tensors.length + i,
      options: { axis: -1, activation: 0 },
    }));
    const tensors = doubled.map((_, i) => ({ ...ours.tensors[place('stem')]!, name: `more${i}` }));
    const outputs = new Map([...ours.outputs, ['more39', ours.tensors.length + 39]]);
    const network = { ...ours, tensors: [...ours.tensors, ...tensors], outputs };
    const operators = [...ours.operators, ...doubled];
    expect(() => read(written({ ...network, operators }))).toThrow('would have the shape [4, 4, ');
  });
});
