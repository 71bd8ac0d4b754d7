/** @file Models of real weights and of every kind of head, each as ONNX and as the SavedModel that the app runs. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { LayerGraph } from '../../main/engine/backbone/layers';
import { encodeSavedModel } from '../../main/engine/backbone/savedModel';
import { encodeOnnx } from '../../main/engine/export/onnx/onnxModel';
import type { PhotoProject, Teaching } from '../unit/main/engine/export/photos';

/** In the order of the file. */
export const OUTPUTS = ['probabilities', 'logits', 'embedding'] as const;
export type Outputs = Record<(typeof OUTPUTS)[number], number[][]>;

/** The files of an export: `onnx/` and `savedmodel/`, each with what describes it. */
export async function writeTaught(project: PhotoProject, teaching: Teaching, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const prepared = await project.prepare(teaching);
  await prepared.write('onnx', path.join(folder, 'onnx'));
  await prepared.write('savedmodel', path.join(folder, 'savedmodel'));
}

export function writeBoth(graph: LayerGraph, folder: string): void {
  for (const format of ['onnx', 'savedmodel']) mkdirSync(path.join(folder, format), { recursive: true });
  const options = {
    outputs: [...OUTPUTS],
    generatedBy: 'Imprint Studio 1.2.3',
    labels: ['a', 'b', 'c', 'd'],
    name: 'Made',
  };
  writeFileSync(path.join(folder, 'onnx/model.onnx'), encodeOnnx(graph, options));
  writeFileSync(path.join(folder, 'savedmodel/saved_model.pb'), encodeSavedModel(graph, OUTPUTS));
}
