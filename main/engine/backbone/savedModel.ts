/**
 * @file Emitter: a layer graph to a frozen TensorFlow SavedModel (no variables, weights as constants). Engine; the
 * same file makes what the engine runs and what a person exports.
 */
import { DT, encodeModel, type NodeDef, type Signature } from './graphDef';
import { inputNodes, layerNodes, tensorShape, weightNode } from './graphNodes';
import type { Layer, LayerGraph } from './layers';
import { inferShapes, type Shape } from './shapes';

/** Part of the cached model's name: raise it whenever the same graph would be written differently. */
export const EMITTER_VERSION = 1;

/** Keys of the tensors that a layer uses. */
export function tensorsOf(layer: Layer): string[] {
  const keys = [];
  if ('kernel' in layer) keys.push(layer.kernel);
  if ('bias' in layer && layer.bias !== undefined) keys.push(layer.bias);
  if ('operand' in layer) keys.push(layer.operand);
  return keys;
}

/** The layers that the wanted ones depend on, in order: what nobody asks for is not written. */
export function neededLayers(graph: LayerGraph, outputs: readonly string[]): Layer[] {
  const needed = new Set(outputs);
  const kept: Layer[] = [];
  for (const layer of [...graph.layers].reverse()) {
    if (!needed.has(layer.name)) continue;
    kept.unshift(layer);
    layer.inputs.forEach((input) => needed.add(input));
  }
  return kept;
}

function allNodes(graph: LayerGraph, layers: readonly Layer[]): NodeDef[] {
  const nodes = new Map<string, NodeDef>();
  const put = (node: NodeDef): void => {
    if (nodes.has(node.name)) throw new Error(`two nodes are named ${node.name}`);
    nodes.set(node.name, node);
  };
  inputNodes(graph.input).forEach(put);
  for (const key of new Set(layers.flatMap(tensorsOf))) put(weightNode(key, graph.tensors.get(key)!));
  layers.flatMap(layerNodes).forEach(put);
  return [...nodes.values()];
}

function signatureOf(graph: LayerGraph, outputs: readonly string[], shapes: Map<string, Shape>): Signature {
  const { name, size, channels } = graph.input;
  const image = {
    name: `${name}/uint8:0`,
    dtype: DT.uint8,
    tensorShape: tensorShape([-1, size, size, channels]),
  };
  const infos = outputs.map((output) => {
    const shape = shapes.get(output);
    if (!shape) throw new Error(`the graph has no layer named ${output}`);
    return [
      output,
      { name: `${output}:0`, dtype: DT.float, tensorShape: tensorShape([-1, ...shape]) },
    ] as const;
  });
  return { inputs: { [name]: image }, outputs: Object.fromEntries(infos) };
}

/**
 * The bytes of saved_model.pb: input [N,size,size,3] uint8 under the input rule's name; one signature,
 * 'serving_default', whose outputs are the named layers, float32.
 * @throws Error naming the layer or tensor that does not fit (see inferShapes), or an output that is no layer
 */
export function encodeSavedModel(graph: LayerGraph, outputs: readonly string[]): Uint8Array {
  const shapes = inferShapes(graph);
  const signature = signatureOf(graph, outputs, shapes);
  return encodeModel(allNodes(graph, neededLayers(graph, outputs)), signature);
}
