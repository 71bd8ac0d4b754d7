/**
 * @file Emitter: a layer graph to an ONNX model of opset 17 whose input is that of the SavedModel. Pure: runs in the
 * engine and in tests.
 */
import type { InputRule, Layer, LayerGraph } from '../../backbone/layers';
import { neededLayers } from '../../backbone/savedModel';
import { inferShapes, type Shape } from '../../backbone/shapes';
import { firstValue, inputNodes, inputTensors, layerNodes, sharedTensors } from './nodes';
import {
  encodeModel,
  IR_VERSION,
  OPSET,
  TYPE,
  type OnnxGraph,
  type OnnxModel,
  type OnnxNode,
  type OnnxValue,
} from './proto';
import { isImage, weightTensors } from './tensors';

export const MODEL_FILE = 'model.onnx';
/** The name of a batch's length, which may be any. */
const BATCH = 'N';

export interface OnnxOptions {
  /** Names of the layers that the model puts out, in this order. */
  readonly outputs: readonly string[];
  /** Program and version, such as 'Imprint Studio 1.0.0'. */
  readonly generatedBy: string;
  /** In the order of the probabilities. */
  readonly labels: readonly string[];
  /** What the model is called. */
  readonly name: string;
}

/**
 * The bytes of model.onnx: input [N,size,size,3] uint8 under the input rule's name; outputs are the named layers, float32.
 * @throws Error naming the layer or tensor that does not fit (see inferShapes) or that this format has no form for, or an
 * output that is no layer
 */
export function encodeOnnx(graph: LayerGraph, options: OnnxOptions): Uint8Array {
  return encodeModel(onnxModel(graph, options));
}

export function onnxModel(graph: LayerGraph, { outputs, generatedBy, labels, name }: OnnxOptions): OnnxModel {
  const at = generatedBy.lastIndexOf(' ');
  return {
    irVersion: IR_VERSION,
    producerName: generatedBy.slice(0, at),
    producerVersion: generatedBy.slice(at + 1),
    docString: name,
    graph: onnxGraph(graph, outputs),
    opsetImport: [{ domain: '', version: OPSET }],
    metadataProps: [{ key: 'class_names', value: JSON.stringify(labels) }, ...IMAGE_PROPERTIES],
  };
}

/** What ONNX's docs/MetadataProps.md wants said of images. */
const IMAGE_PROPERTIES = [
  { key: 'Image.BitmapPixelFormat', value: 'Rgb8' },
  { key: 'Image.ColorSpaceGamma', value: 'SRGB' },
  { key: 'Image.NominalPixelRange', value: 'NominalRange_0_255' },
];

/** The graph as it stands in the file. @throws as encodeOnnx does */
export function onnxGraph(graph: LayerGraph, outputs: readonly string[]): OnnxGraph {
  const shapes = inferShapes(graph);
  const layers = neededLayers(graph, outputs);
  const { input } = graph;
  const node = [...inputNodes(input), ...layers.flatMap((layer) => nodesOf(graph, layer, shapes))];
  const initializer = [
    ...inputTensors(input),
    ...sharedTensors(layers),
    ...weightTensors(graph, layers, shapes),
  ];
  requireUnique([input.name, ...node.map(({ name }) => name), ...initializer.map(({ name }) => name)]);
  return {
    node,
    name: 'imprinted',
    initializer,
    input: [valueOf(input.name, TYPE.uint8, [input.size, input.size, input.channels])],
    output: outputs.map((output) => outputValue(output, shapes)),
  };
}

function nodesOf(graph: LayerGraph, layer: Layer, shapes: ReadonlyMap<string, Shape>): OnnxNode[] {
  const taken = layer.inputs.map((input) => shapes.get(input)!);
  requireForm(layer, taken);
  return layerNodes(layer, {
    inputs: layer.inputs.map((input) => valueName(graph.input, input)),
    shapes: taken,
    kernel: 'kernel' in layer ? graph.tensors.get(layer.kernel)!.shape : [],
  });
}

const valueName = (rule: InputRule, input: string): string =>
  input === rule.name ? firstValue(rule) : input;

/** Matrices are for vectors, and so is the largest channel, whose shape is [1]. */
function requireForm({ name, op }: Layer, [first = []]: readonly Shape[]): void {
  if ((op === 'dense' || op === 'channelMax') && isImage(first))
    throw new Error(`${name} is a ${op} of an image, for which the ONNX emitter has no form`);
}

function outputValue(output: string, shapes: ReadonlyMap<string, Shape>): OnnxValue {
  const shape = shapes.get(output);
  if (!shape) throw new Error(`the graph has no layer named ${output}`);
  if (isImage(shape)) throw new Error(`${output} is an image, which no output of an ONNX export is`);
  return valueOf(output, TYPE.float, shape);
}

function valueOf(name: string, elemType: number, shape: Shape): OnnxValue {
  const dim = [{ dimParam: BATCH }, ...shape.map((dimValue) => ({ dimValue }))];
  return { name, type: { tensorType: { elemType, shape: { dim } } } };
}

function requireUnique(names: readonly string[]): void {
  const seen = new Set<string>();
  for (const name of names) {
    if (seen.has(name)) throw new Error(`two values are named ${name}`);
    seen.add(name);
  }
}
