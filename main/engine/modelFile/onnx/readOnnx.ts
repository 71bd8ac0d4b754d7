/**
 * @file Reads a model.onnx back into a layer graph. What our emitter does not write is refused by name: a graph from
 * elsewhere would be read as something that it is not. Whoever changes what the emitter writes keeps readable what it wrote
 * before. Runs in the engine and in the process of the export check.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { describe, PersonError } from '../../../contract/errors';
import { layerSchema, type LayerGraph } from '../../backbone/layers';
import { MODEL_FILE, onnxGraph } from '../../export/onnx/onnxModel';
import type { OnnxModel } from '../../export/onnx/proto';
import type { Metadata } from '../metadata';
import { requireAsWritten } from './asWritten';
import { checked, decodeOnnx } from './decode';
import { Initialisers } from './initialisers';
import { LayerReader, readInput } from './layers';
import { told } from '../../../../strings/words';

/** Their names too are such as backbone.json may hold: TensorFlow will see them. */
const layers = z.array(layerSchema);

/** What metadata.json says and the file must say too. */
export interface Stated {
  labels: readonly string[];
  outputs: Metadata['outputs'];
  size: number;
}

/**
 * The graph of the model in a folder.
 * @throws PersonError naming what is not as this program writes it
 */
export async function readOnnx(dir: string, { classes, outputs, input }: Metadata): Promise<LayerGraph> {
  const bytes = await readFile(path.join(dir, MODEL_FILE));
  try {
    return graphOf(bytes, { labels: classes.map(({ label }) => label), outputs, size: input.size });
  } catch (error) {
    throw new PersonError(told().exports.foreignFile(dir, describe(error)));
  }
}

/** @throws Error naming what our emitter does not write, or what is not as stated */
export function graphOf(bytes: Uint8Array, { labels, outputs, size }: Stated): LayerGraph {
  const model = decodeOnnx(bytes);
  const { graph } = model;
  const tensors = new Initialisers(graph.initializer);
  const input = readInput(graph.input, tensors);
  const read = checked(layers, new LayerReader(graph.node, tensors, input).all());
  const whole = { input, layers: read, tensors: tensors.used };
  requireAsWritten(graph, onnxGraph(whole, [outputs.probabilities, outputs.logits, outputs.embedding]));
  if (input.size !== size)
    throw new Error(`it takes images of ${input.size} pixels, metadata.json says ${size}`);
  requireLabels(model, labels);
  return whole;
}

function requireLabels({ metadataProps }: OnnxModel, labels: readonly string[]): void {
  const [found, ...others] = metadataProps.filter(({ key }) => key === 'class_names');
  if (others.length > 0 || found?.value !== JSON.stringify(labels))
    throw new Error('its class_names are not the classes of metadata.json');
}
