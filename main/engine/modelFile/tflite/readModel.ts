/** @file A TFLite model in a folder, as the layer graph it was written from. Engine and the process of the export check. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { LayerGraph } from '../../backbone/layers';
import { MODEL_FILE } from '../../export/tflite/tfliteModel';
import { LABELS_FILE } from '../metadata';
import { requireLabels } from './packedLabels';
import { readNetwork } from './readFile';
import { readGraph } from './readGraph';

/** @throws Error naming what no model of ours has */
export async function readTflite(dir: string): Promise<LayerGraph> {
  const model = await readFile(path.join(dir, MODEL_FILE));
  requireLabels(model, await readFile(path.join(dir, LABELS_FILE)));
  return readGraph(readNetwork(model));
}
