/** @file Models as TFLite of either precision, each beside the SavedModel that the app runs. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { LayerGraph } from '../../main/engine/backbone/layers';
import { encodeSavedModel } from '../../main/engine/backbone/savedModel';
import { encodeTflite } from '../../main/engine/export/tflite/tfliteModel';
import type { PhotoProject, Teaching } from '../unit/main/engine/export/photos';
import { optionsFor } from '../unit/main/engine/export/tflite/models';

export const FORMATS = ['tflite', 'tflite-float16'] as const;
export type TfliteFormat = (typeof FORMATS)[number];
export const OUTPUTS = ['probabilities', 'logits'] as const;
export type Outputs = Record<(typeof OUTPUTS)[number], number[][]>;

/** @param folder for a folder of each format */
export async function writeTaught(project: PhotoProject, teaching: Teaching, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const prepared = await project.prepare(teaching);
  for (const format of [...FORMATS, 'savedmodel'] as const)
    await prepared.write(format, path.join(folder, format));
}

/** @param graph with layers named as OUTPUTS */
export function writeGraph(graph: LayerGraph, classes: number, folder: string): void {
  for (const format of [...FORMATS, 'savedmodel']) mkdirSync(path.join(folder, format), { recursive: true });
  for (const format of FORMATS)
    writeFileSync(
      modelIn(folder, format),
      encodeTflite(graph, optionsFor(classes, format === 'tflite' ? 'single' : 'half')),
    );
  writeFileSync(path.join(folder, 'savedmodel/saved_model.pb'), encodeSavedModel(graph, OUTPUTS));
}

export const modelIn = (folder: string, format: TfliteFormat): string =>
  path.join(folder, format, 'model.tflite');
