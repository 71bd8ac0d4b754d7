/**
 * @file The files of a model in one format, and how they come onto the disk. Runs in the engine.
 */
import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { ExportFormat } from '../../contract/model';
import { syncFolder, writeNew } from '../../projects/files';
import type { LayerGraph } from '../backbone/layers';
import { encodeSavedModel } from '../backbone/savedModel';
import type { ModelFileInfo } from '../modelFile/metadata';
import { OUTPUTS } from './headLayers';
import { encodeLayersModel, MODEL_FILE, WEIGHTS_FILE } from './tfjs/layersModel';

/** Content by name. */
export type Files = Record<string, Uint8Array>;

export interface ModelOptions {
  /** Name of the embedding's layer. */
  embedding: string;
  /** Program and version. */
  generatedBy: string;
  labels: readonly string[];
}

/** One emitter per format. */
const EMITTERS: Record<ExportFormat, (graph: LayerGraph, options: ModelOptions) => Files> = {
  tfjs: (graph, { generatedBy, labels }) => {
    const options = { output: OUTPUTS.probabilities, generatedBy, userDefinedMetadata: { labels } };
    const { model, weights } = encodeLayersModel(graph, options);
    return { [MODEL_FILE]: Buffer.from(model), [WEIGHTS_FILE]: weights };
  },
  savedmodel: (graph, { embedding }) => ({
    'saved_model.pb': encodeSavedModel(graph, [OUTPUTS.probabilities, OUTPUTS.logits, embedding]),
  }),
};

export function emitModel(format: ExportFormat, graph: LayerGraph, options: ModelOptions): Files {
  return EMITTERS[format](graph, options);
}

/**
 * Makes the folder and writes each file to the disk itself; returns when all of it would survive a power cut.
 * @throws Error with the system's code where the disk refuses
 */
export async function writeFolder(folder: string, files: Files): Promise<void> {
  await mkdir(folder);
  for (const [name, data] of Object.entries(files)) await writeNew(path.join(folder, name), data);
  await syncFolder(folder);
}

export function fileInfos(files: Files): ModelFileInfo[] {
  return Object.entries(files).map(([name, data]) => ({
    name,
    bytes: data.length,
    sha256: createHash('sha256').update(data).digest('hex'),
  }));
}
