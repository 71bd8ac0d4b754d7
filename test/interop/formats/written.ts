/** @file Models in several formats, each beside the SavedModel that the app runs. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { LayerGraph } from '../../../main/engine/backbone/layers';
import { encodeSavedModel } from '../../../main/engine/backbone/savedModel';
import { encodeOnnx } from '../../../main/engine/export/onnx/onnxModel';
import { encodeTflite } from '../../../main/engine/export/tflite/tfliteModel';
import type { PhotoProject, Teaching } from '../../unit/main/engine/export/photos';
import { optionsFor } from '../../unit/main/engine/export/tflite/models';

export const FORMATS = ['onnx', 'tflite', 'tflite-float16'] as const;
export type Format = (typeof FORMATS)[number];

/** What each format puts out, in the order of the file. */
export const OUTPUTS = {
  onnx: ['probabilities', 'logits', 'embedding'],
  tflite: ['probabilities', 'logits'],
  'tflite-float16': ['probabilities', 'logits'],
} as const satisfies Record<Format, readonly string[]>;
export type Outputs = Record<(typeof OUTPUTS)[Format][number], number[][]>;

const FILES = { onnx: 'model.onnx', tflite: 'model.tflite', 'tflite-float16': 'model.tflite' } as const;

/** @param folder holds a folder of each format */
export const modelIn = (folder: string, format: Format): string => path.join(folder, format, FILES[format]);

/** The files of an export, with what describes them. */
export async function writeTaught(project: PhotoProject, teaching: Teaching, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const prepared = await project.prepare(teaching);
  for (const format of [...FORMATS, 'savedmodel'] as const)
    await prepared.write(format, path.join(folder, format));
}

/** @param graph with layers named as OUTPUTS */
export function writeGraph(graph: LayerGraph, classes: number, folder: string): void {
  for (const format of [...FORMATS, 'savedmodel']) mkdirSync(path.join(folder, format), { recursive: true });
  for (const format of FORMATS) writeFileSync(modelIn(folder, format), encoders[format](graph, classes));
  const saved = encodeSavedModel(graph, OUTPUTS.onnx);
  writeFileSync(path.join(folder, 'savedmodel/saved_model.pb'), saved);
}

const encoders: Record<Format, (graph: LayerGraph, classes: number) => Uint8Array> = {
  onnx: (graph, classes) =>
    encodeOnnx(graph, {
      outputs: [...OUTPUTS.onnx],
      generatedBy: 'Imprint Studio 1.2.3',
      labels: Array.from({ length: classes }, (_, c) => `class ${c}`),
      name: 'Made',
    }),
  tflite: (graph, classes) => encodeTflite(graph, optionsFor(classes, 'single')),
  'tflite-float16': (graph, classes) => encodeTflite(graph, optionsFor(classes, 'half')),
};
