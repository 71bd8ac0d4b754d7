/** @file Exported models as TensorFlow runs them, one runtime per format. Engine and the process of the export check. */
import type { ExportFormat } from '../../../contract/exportFormats';
import { readOnnx } from '../onnx/readOnnx';
import { readTflite } from '../tflite/readModel';
import { readBack } from './readBack';
import type { LoadRuntime } from './runtime';
import { loadSavedModel } from './savedModel';
import { loadTeachable, loadTfjs } from './tfjs';

export type { Runtime } from './runtime';

export const loadRuntime: Record<ExportFormat, LoadRuntime> = {
  tfjs: loadTfjs,
  'teachable-machine': loadTeachable,
  savedmodel: loadSavedModel,
  onnx: readBack(readOnnx),
  tflite: readBack(readTflite),
  'tflite-float16': readBack(readTflite),
};
