/**
 * @file A TFLite network back to the layer graph that it was written from. Whatever our emitter does not write is
 * refused, and named. Pure; runs in the engine and in the process of the export check.
 */
import { layerSchema, type InputRule, type LayerGraph } from '../../backbone/layers';
import { inferShapes } from '../../backbone/shapes';
import type { Network, NetworkOperator } from '../../export/tflite/network';
import { TYPES } from '../../export/tflite/schema';
import { Constants } from './constants';
import { expect } from './expect';
import { LayerReader } from './layerReader';

/** For one image: what no network of ours comes near, and what may be computed all the same. */
const MOST_VALUES = 1 << 24;

/** @throws Error naming the operator or tensor that does not fit */
export function readGraph(network: Network): LayerGraph {
  const constants = new Constants(network.tensors);
  const [cast, shift, factor, ...operators] = network.operators;
  if (!cast || !shift || !factor) throw new Error('it has fewer than three operators');
  const input = inputRule(network, [cast, shift, factor], constants);
  const reader = new LayerReader(network, constants, { name: input.name, place: factor.output });
  for (const operator of operators) reader.read(operator);
  const graph = { input, layers: reader.layers, tensors: constants.weights };
  requireKnown(graph);
  requireUsed(network);
  requireShapes(network, graph);
  return graph;
}

/** The first three operators: uint8 to what the first layer sees. */
function inputRule(
  { tensors, input }: Network,
  [cast, shift, factor]: [NetworkOperator, NetworkOperator, NetworkOperator],
  constants: Constants,
): InputRule {
  const image = tensors[input]!;
  const [, size = 0, , channels] = image.shape;
  expect('the type of the input', image.type, 'uint8');
  expect('the shape of the input', image.shape.join(), [1, size, size, 3].join());
  expect('the first operators', [cast, shift, factor].map(({ name }) => name).join(), 'CAST,SUB,MUL');
  const types = { from: TYPES.uint8, to: TYPES.float32 };
  expect('what is cast', JSON.stringify(cast.options), JSON.stringify(types));
  for (const [operator, first] of [
    [cast, input],
    [shift, cast.output],
    [factor, shift.output],
  ] as const)
    expect(`the first input of ${operator.name}`, operator.inputs[0], first);
  expect('the activations of the first operators', [shift, factor].map(activation).join(), '0,0');
  const [offset, times] = [shift, factor].map(({ inputs }) => constants.scalar(inputs[1] ?? -1));
  const rule = { name: image.name, size, channels: channels as 3, offset: offset!, scale: 1 / times! };
  return { ...rule, colour: 'RGB', type: 'uint8', layout: 'NHWC' };
}

const activation = ({ options }: NetworkOperator): number | undefined => options['activation'];

/** Names and strides as layers have them. */
function requireKnown({ layers }: LayerGraph): void {
  for (const layer of layers) {
    const parsed = layerSchema.safeParse(layer);
    if (parsed.success) continue;
    const [issue] = parsed.error.issues;
    throw new Error(`the layer ${layer.name} is none of ours: ${issue?.path.join('.')}: ${issue?.message}`);
  }
}

/** What nothing computes or reads is not ours. */
function requireUsed({ tensors, operators, input, outputs }: Network): void {
  const read = new Set([...operators.flatMap(({ inputs }) => inputs), ...outputs.values()]);
  const made = new Set([input, ...operators.map(({ output }) => output)]);
  tensors.forEach(({ name, data }, place) => {
    if (!read.has(place)) throw new Error(`nothing reads tensor ${place}, ${name}`);
    if (made.has(place) === (data !== null))
      throw new Error(`tensor ${place}, ${name}, is ${data ? 'given and computed' : 'never computed'}`);
  });
}

/** The shapes that the file states are those that its layers have. */
function requireShapes({ tensors }: Network, graph: LayerGraph): void {
  const shapes = inferShapes(graph);
  for (const [name, shape] of shapes)
    if (!(shape.reduce((all, side) => all * side, 1) <= MOST_VALUES))
      throw new Error(`the layer ${name} would have the shape [${shape.join(', ')}]`);
  for (const { name, shape, data } of tensors) {
    const computed = data === null && shapes.get(name);
    if (computed) expect(`the shape of ${name}`, shape.join(), [1, ...computed].join());
  }
}
