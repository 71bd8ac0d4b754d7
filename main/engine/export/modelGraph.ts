/**
 * @file Backbone and head as one graph: what every emitter writes. Pure: runs in the engine and in tests.
 */
import { appendLayers, type LayerGraph } from '../backbone/layers';
import { neededLayers, tensorsOf } from '../backbone/savedModel';
import type { Head } from '../imprinting/head';
import { headLayers } from './headLayers';

/**
 * The backbone up to its embedding, then the head. The backbone's own classifier is left out: where base classes are
 * asked for they are rows of the head.
 * @param embedding name of the layer whose output [N, D] the head takes
 * @throws Error where the head does not fit the embedding, naming both shapes once it is written
 */
export function modelGraph(backbone: LayerGraph, embedding: string, head: Head): LayerGraph {
  const { layers, tensors } = headLayers(head, embedding);
  return appendLayers(upTo(backbone, embedding), layers, tensors);
}

/** The part of a graph that one of its layers depends on. */
function upTo(graph: LayerGraph, output: string): LayerGraph {
  const layers = neededLayers(graph, [output]);
  const keys = new Set(layers.flatMap(tensorsOf));
  const tensors = new Map([...graph.tensors].filter(([key]) => keys.has(key)));
  return { input: graph.input, layers, tensors };
}
