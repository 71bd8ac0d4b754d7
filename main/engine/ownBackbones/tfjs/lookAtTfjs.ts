/** @file What a model of TensorFlow.js is, told from model.json and the sizes of its weights' files. Engine. */
import type { Looked } from '../answer';
import { readWithin, type Files } from '../folder';
import { lookAtGraph } from './graphModel';
import { lookAtLayers } from './layersModel';
import { MOST_JSON_BYTES, parseModelJson, type ModelJson } from './modelJson';
import { requireWeights } from './weights';

/** @throws Unfit naming the first thing that is not as TensorFlow.js writes it, or not stock */
export async function lookAtTfjs(dir: string, files: Files): Promise<Omit<Looked, 'dir'>> {
  const model = parseModelJson(await readWithin(dir, files, 'model.json', MOST_JSON_BYTES));
  const looked = isGraph(model) ? lookAtGraph(model) : lookAtLayers(model);
  requireWeights(model.weightsManifest, files);
  return looked;
}

/** Files of older versions do not say which of the two they are. */
const isGraph = ({ format, modelTopology }: ModelJson): boolean =>
  format === undefined ? Array.isArray(modelTopology['node']) : format === 'graph-model';
