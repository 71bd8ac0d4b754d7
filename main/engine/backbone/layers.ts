/**
 * @file The one form in which a network is described: a list of layers over named tensors. The backbone comes in it
 * from backbone.json, a head is a few more layers in it, and every emitter (SavedModel, tfjs, …) reads it. Engine.
 *
 * Images are NHWC. Activations are [N,height,width,channels] until `globalAveragePool`, [N,channels] after it.
 */
import { z } from 'zod';

const name = z.string().regex(/^[A-Za-z0-9.][A-Za-z0-9_.\-/]*$/);
const one = z.tuple([name]);
const convolution = {
  inputs: one,
  stride: z.union([z.literal(1), z.literal(2)]),
  padding: z.literal('same'),
  kernel: name,
  bias: name,
};

/**
 * - conv: kernel [height, width, in, out]; depthwiseConv: kernel [height, width, channels, 1]; TensorFlow's 'SAME'.
 * - dense: x·kernel + bias, kernel [in, out].
 * - add, sub, mul: of two layers of one shape, or of a layer and `operand`, a tensor of shape [] or [channels].
 * - l2Normalise, softmax, concat: along the channels.
 * - channelMax: the largest channel, [N, channels] to [N, 1].
 */
export const layerSchema = z.union([
  z.strictObject({ name, op: z.literal('conv'), ...convolution }),
  z.strictObject({ name, op: z.literal('depthwiseConv'), ...convolution }),
  z.strictObject({ name, op: z.literal('dense'), inputs: one, kernel: name, bias: name.optional() }),
  z.strictObject({
    name,
    op: z.enum(['relu6', 'globalAveragePool', 'l2Normalise', 'softmax', 'channelMax']),
    inputs: one,
  }),
  z.strictObject({ name, op: z.enum(['add', 'sub', 'mul']), inputs: one, operand: name }),
  z.strictObject({ name, op: z.enum(['add', 'sub', 'mul']), inputs: z.tuple([name, name]) }),
  z.strictObject({ name, op: z.literal('concat'), inputs: z.array(name).min(2) }),
]);

/** What is fed: [N,size,size,channels] uint8; the first layer sees (x - offset) / scale. */
export const inputRuleSchema = z.strictObject({
  name,
  size: z.number().int().positive(),
  channels: z.literal(3),
  colour: z.literal('RGB'),
  type: z.literal('uint8'),
  layout: z.literal('NHWC'),
  offset: z.number(),
  scale: z.number().positive(),
});

export type Layer = z.infer<typeof layerSchema>;
export type InputRule = z.infer<typeof inputRuleSchema>;

/** Values in row-major order. */
export interface WeightTensor {
  shape: readonly number[];
  values: Float32Array;
}

export interface LayerGraph {
  input: InputRule;
  /** Each layer comes after its inputs. */
  layers: readonly Layer[];
  tensors: ReadonlyMap<string, WeightTensor>;
}

/**
 * The graph with a head (or any further layers) after it.
 * @throws Error where a tensor of that name is there already
 */
export function appendLayers(
  graph: LayerGraph,
  layers: readonly Layer[],
  tensors: ReadonlyMap<string, WeightTensor>,
): LayerGraph {
  const all = new Map(graph.tensors);
  for (const [key, tensor] of tensors) {
    if (all.has(key)) throw new Error(`the graph already has a tensor named ${key}`);
    all.set(key, tensor);
  }
  return { input: graph.input, layers: [...graph.layers, ...layers], tensors: all };
}
