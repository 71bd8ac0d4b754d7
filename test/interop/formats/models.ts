/** @file Models that every format is asked with, and what the app itself answers by its SavedModel of them. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { meanEmbedding, readDescription } from '../../../main/engine/backbone/description';
import type { LayerGraph } from '../../../main/engine/backbone/layers';
import { tf, type NamedTensorMap } from '../../../main/engine/backbone/tensorflow';
import { readGraph } from '../../../main/engine/backbone/weights';
import { modelGraph } from '../../../main/engine/export/modelGraph';
import type { Head } from '../../../main/engine/imprinting/head';
import { lastConvolution } from '../../../main/engine/tuning/lastConvolution';
import { backboneFolder, type BackboneId } from '../../unit/main/engine/backbone/support';
import type { Teaching } from '../../unit/main/engine/export/photos';
import { Synthetic } from '../../unit/main/engine/imprinting/synthetic';

/** Exports of real photos, as the app makes them. */
export const taught: Record<string, Teaching> = {
  'own classes': { shots: [5, 5, 5, 5, 5, 5] },
  'one class': { shots: [5] },
  'names of every script': { shots: [3, 3, 3], names: ['Größe „Ä“', '金魚, 🐟', 'سمك\nخط'] },
  'a background of two prototypes': { shots: [5, 5, 3, 4], background: 1 },
  'beside base classes, replaced': { shots: [2, 5, 3], settings: { base: 'imagenet', join: 'replace' } },
  'beside base classes, appended': { shots: [5, 5, 5], settings: { base: 'imagenet', join: 'append' } },
  'a background beside base classes': {
    ...{ shots: [3, 3, 5], background: 2, settings: { base: 'imagenet', join: 'replace' } },
  },
};

const random = new Synthetic(11);
const gaussian = (count: number) => Float32Array.from({ length: count }, () => random.gaussian());

/** Four cosines behind a shift and a projection to eight numbers, with biases and a temperature. */
const headOf = (shift: Float32Array): Head => ({
  ...{ input: 'unit', counts: null, classes: 4, dimension: 8, temperature: 1.3 },
  shift,
  projection: gaussian(8 * shift.length),
  weights: units(4, 8),
  scale: Float64Array.of(8, 12, 9, 20),
  bias: Float64Array.of(0.1, -0.5, 0, 0.3),
});

function units(rows: number, length: number): Float64Array {
  const all = Float64Array.from(gaussian(rows * length));
  for (let row = 0; row < rows; row++) {
    const one = all.subarray(row * length, (row + 1) * length);
    const norm = Math.hypot(...one);
    one.forEach((value, i) => (one[i] = value / norm));
  }
  return all;
}

/** The backbone with another last convolution, as fine-tuning makes one. */
function tuned(graph: LayerGraph, weights: { kernelKey: string; biasKey: string }): LayerGraph {
  const tensors = new Map(graph.tensors);
  for (const key of [weights.kernelKey, weights.biasKey]) {
    const { shape, values } = tensors.get(key)!;
    tensors.set(key, { shape, values: values.map((value) => value * (1 + 0.2 * random.gaussian())) });
  }
  return { ...graph, tensors };
}

/** What no photo taught: a head with all its parts, behind a backbone or behind a tuned one. */
export async function madeGraph(id: BackboneId, isTuned: boolean): Promise<LayerGraph> {
  const description = await readDescription(backboneFolder(id));
  const graph = await readGraph(backboneFolder(id), description);
  const backbone = isTuned ? tuned(graph, lastConvolution(graph, description)) : graph;
  return modelGraph(backbone, description.outputs.embedding, headOf(meanEmbedding(description)));
}

/**
 * What the app itself answers, by the SavedModel that it runs.
 * @param folder holds it as `savedmodel`
 * @param file of [N, size, size, 3] bytes
 * @param names of the outputs that are wanted
 */
export async function appAnswers<N extends string>(
  folder: string,
  file: string,
  size: number,
  names: readonly N[],
): Promise<Record<N, number[][]>> {
  const bytes = readFileSync(file);
  const model = await tf.node.loadSavedModel(path.join(folder, 'savedmodel'));
  const shape: [number, number, number, number] = [bytes.length / (size * size * 3), size, size, 3];
  const image = tf.tensor4d(Int32Array.from(bytes), shape, 'int32');
  const found = model.predict({ image }) as NamedTensorMap;
  const outputs = names.map((name) => [name, found[name]!.arraySync()] as const);
  tf.dispose([image, ...Object.values(found)]);
  model.dispose();
  return Object.fromEntries(outputs) as Record<N, number[][]>;
}
