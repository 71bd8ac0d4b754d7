/**
 * @file Emitter: a layer graph to a TFLite model of float32 or half-precision weights, with the metadata that
 * TensorFlow's own tools read. Pure; runs in the engine and in tests.
 */
import type { Layer, LayerGraph } from '../../backbone/layers';
import { neededLayers } from '../../backbone/savedModel';
import { inferShapes } from '../../backbone/shapes';
import { LABELS_FILE } from '../../modelFile/metadata';
import { fusedActivations } from '../fusing';
import { encodeFile } from './file';
import { zipBehind } from './labelsZip';
import { inputOperators, layerOperators } from './layerOperators';
import { encodeMetadata, type ModelFacts } from './metadata';
import type { Network } from './network';
import { NetworkBuilder, type Precision } from './networkBuilder';

export const MODEL_FILE = 'model.tflite';

export interface TfliteOptions extends Pick<ModelFacts, 'name' | 'createdAt' | 'generatedBy' | 'licence'> {
  precision: Precision;
  /** Names of layers, the model's outputs in this order. */
  outputs: ModelFacts['outputs'];
  /** labels.txt, which lies in the model as well. */
  labels: Uint8Array;
  classes: number;
}

/**
 * The bytes of model.tflite: input [N, size, size, 3] uint8 under the input rule's name, N as the interpreter is told;
 * signature 'serving_default'. The labels stand behind it as a zip.
 * @throws Error naming the layer or tensor that does not fit (see inferShapes), or an output that is no layer
 */
export function encodeTflite(graph: LayerGraph, options: TfliteOptions): Uint8Array {
  const { outputs, labels, generatedBy } = options;
  const facts = { ...options, labelsFile: LABELS_FILE, input: graph.input.name };
  const model = encodeFile({
    network: networkOf(graph, [outputs.probabilities, outputs.logits], options.precision),
    description: generatedBy,
    metadata: encodeMetadata(facts),
  });
  return joined(model, zipBehind(model.length, LABELS_FILE, labels));
}

/** Layers whose operators have a fused activation. (Concatenation has the field, but no kernel does it.) */
const FUSES: ReadonlySet<Layer['op']> = new Set(['conv', 'depthwiseConv', 'dense', 'add', 'sub', 'mul']);

/** @param outputs names of layers */
export function networkOf(graph: LayerGraph, outputs: readonly string[], precision: Precision): Network {
  const shapes = inferShapes(graph);
  const layers = neededLayers(graph, outputs);
  const fused = fusedActivations(layers, outputs, FUSES);
  const done = new Set(fused.values());
  const network = new NetworkBuilder(precision);
  const { fed, seen } = inputOperators(network, graph.input);
  for (const layer of layers) {
    if (done.has(layer.name)) continue;
    const name = fused.get(layer.name) ?? layer.name;
    layerOperators(layer, {
      network,
      place: (input) => (input === graph.input.name ? seen : network.place(input)),
      weights: (key) => graph.tensors.get(key)!,
      output: { name, shape: [1, ...shapes.get(name)!] },
      fused: name !== layer.name,
    });
  }
  const places = new Map(outputs.map((name) => [name, network.place(name)]));
  const { tensors, operators } = network;
  return { tensors, operators, input: fed, outputs: places };
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const all = new Uint8Array(first.length + second.length);
  all.set(first);
  all.set(second, first.length);
  return all;
}
