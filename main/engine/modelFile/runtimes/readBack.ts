/**
 * @file Formats that TensorFlow does not read: a reader of ours turns the file back into a layer graph, and TensorFlow
 * runs that. It proves what stands in the file, not what another runtime makes of it. Engine and the process of the
 * export check.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { LayerGraph } from '../../backbone/layers';
import { encodeSavedModel } from '../../backbone/savedModel';
import { writeFolder } from '../../export/files';
import type { Metadata } from '../metadata';
import type { LoadRuntime } from './runtime';
import { loadSavedModel } from './savedModel';

/** @param read the graph of the model in a folder; throws for anything that the format's emitter does not write */
export function readBack(read: (dir: string, metadata: Metadata) => Promise<LayerGraph>): LoadRuntime {
  return async (dir, metadata) => {
    const { outputs } = metadata;
    const graph = await read(dir, metadata);
    const model = encodeSavedModel(graph, [outputs.probabilities, outputs.logits]);
    const home = await mkdtemp(path.join(os.tmpdir(), 'imprint-model-'));
    try {
      const folder = path.join(home, 'model');
      await writeFolder(folder, { 'saved_model.pb': model });
      // TensorFlow holds the whole graph in memory once it is loaded.
      return await loadSavedModel(folder, metadata);
    } finally {
      await rm(home, { recursive: true, force: true });
    }
  };
}
