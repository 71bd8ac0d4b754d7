/**
 * @file Emitter: a layer graph to a tfjs LayersModel that 1.3.1 and 4.22 load. Pure: runs in the engine and in tests.
 *
 * It takes pixels as they are, [N, size, size, 3] float32 of 0 to 255; the input rule is its first layer. Its padding
 * forbids folding the offset into the stem, whose edges would then see another grey than the network was trained with.
 */
import { inferShapes } from '../../backbone/shapes';
import type { InputRule, Layer, LayerGraph } from '../../backbone/layers';
import { fusedActivations } from '../fusing';
import { TfjsLayers } from './layers';
import { affine, filled, stock, type NamedWeight, type StockLayer } from './stock';

export const MODEL_FILE = 'model.json';
export const WEIGHTS_FILE = 'weights.bin';

export interface LayersModelFiles {
  /** Content of model.json. */
  readonly model: string;
  /** Content of weights.bin: all weights one after another, float32, little-endian; many zeros as a byte each. */
  readonly weights: Uint8Array;
}

export interface LayersModelOptions {
  /** The layer whose output is the model's, [N, C]. */
  readonly output: string;
  /** Such as 'Imprint Studio 1.0.0'. */
  readonly generatedBy: string;
  readonly userDefinedMetadata: Record<string, unknown>;
}

/**
 * The two files of a LayersModel.
 * @throws Error naming the layer that does not fit (see inferShapes) or that tfjs cannot do
 */
export function encodeLayersModel(graph: LayerGraph, options: LayersModelOptions): LayersModelFiles {
  const written = stockLayers(graph, options.output);
  const { layers } = written;
  const weights = layers.flatMap((one) => one.weights);
  const model = {
    format: 'layers-model',
    generatedBy: options.generatedBy,
    convertedBy: null,
    modelTopology: topology(graph.input.name, layers, written.output),
    weightsManifest: [{ paths: [WEIGHTS_FILE], weights: weights.map(manifestEntry) }],
    userDefinedMetadata: options.userDefinedMetadata,
  };
  return { model: JSON.stringify(model), weights: joined(weights) };
}

/** Convolutions whose relu6 is their `activation`. */
const FUSES: ReadonlySet<Layer['op']> = new Set(['conv', 'depthwiseConv']);

/** `output` is the name that the graph's goes by. */
function stockLayers(graph: LayerGraph, output: string): { layers: StockLayer[]; output: string } {
  const fused = fusedActivations(graph.layers, [output], FUSES);
  const emitter = new TfjsLayers(graph, inferShapes(graph), new Set(fused.keys()));
  const [placeholder, normalised] = inputLayers(graph.input);
  const names = new Map([...fused].map(([layer, activation]) => [activation, layer]));
  const nameOf = (name: string) => names.get(name) ?? name;
  const taken = (name: string) => (name === graph.input.name ? normalised.layer.name : nameOf(name));
  const written = graph.layers.filter(({ name }) => !names.has(name));
  const rest = written.flatMap((layer) => emitter.emit(layer, layer.inputs.map(taken)));
  return { layers: [placeholder, normalised, ...rest], output: nameOf(output) };
}

function inputLayers({ name, size, channels, offset, scale }: InputRule): [StockLayer, StockLayer] {
  // Readers know `batch_input_shape`; the `batch_shape` of Keras 3 breaks them.
  const config = { batch_input_shape: [null, size, size, channels], dtype: 'float32', sparse: false };
  const [minus, times] = [filled(channels, offset), filled(channels, 1 / scale)];
  return [
    stock(name, 'InputLayer', [], config),
    affine(`${name}/normalised`, name, { channels, minus, times }),
  ];
}

/** `class_name` is 'Model', because 1.3.1 knows no 'Functional'. */
function topology(input: string, layers: readonly StockLayer[], output: string): object {
  const config = {
    name: 'imprinted',
    layers: layers.map(({ layer }) => layer),
    input_layers: [[input, 0, 0]],
    output_layers: [[output, 0, 0]],
  };
  return { keras_version: '2.2.4', backend: 'tensorflow', model_config: { class_name: 'Model', config } };
}

/** From this many zeros on they are worth saying that they are; a head of 1000 classes has more than a million (cosine.ts). */
const MANY = 4096;

const isNothing = ({ values }: NamedWeight): boolean =>
  values.length >= MANY && values.every((value) => value === 0);

/** Readers multiply bytes by the scale and add the least. */
const manifestEntry = (weight: NamedWeight) => ({
  name: weight.name,
  shape: weight.shape,
  dtype: 'float32',
  ...(isNothing(weight) && { quantization: { dtype: 'uint8', scale: 1, min: 0 } }),
});

function joined(weights: readonly NamedWeight[]): Uint8Array {
  const sizes = weights.map((weight) => weight.values.length * (isNothing(weight) ? 1 : 4));
  const all = new Uint8Array(sizes.reduce((sum, size) => sum + size, 0));
  let at = 0;
  weights.forEach((weight, i) => {
    const { buffer, byteOffset, byteLength } = weight.values;
    if (!isNothing(weight)) all.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at += sizes[i]!;
  });
  return all;
}
