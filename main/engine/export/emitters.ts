/** @file One emitter per format: what a layer graph becomes in it, and what its reader feeds. Pure; runs in the engine. */
import type { ExportFormat } from '../../contract/exportFormats';
import type { Framing } from '../../contract/model';
import type { LayerGraph } from '../backbone/layers';
import { encodeSavedModel } from '../backbone/savedModel';
import { labelLines, type Metadata } from '../modelFile/metadata';
import type { Files } from './files';
import { OUTPUTS } from './headLayers';
import { encodeOnnx, MODEL_FILE as ONNX_FILE } from './onnx/onnxModel';
import { encodeImageModel, imageModelFields } from './teachable/imageModel';
import {
  encodeLayersModel,
  MODEL_FILE,
  WEIGHTS_FILE,
  type LayersModelFiles,
  type LayersModelOptions,
} from './tfjs/layersModel';
import type { Precision } from './tflite/networkBuilder';
import { encodeTflite, MODEL_FILE as TFLITE_FILE } from './tflite/tfliteModel';

export interface ModelOptions {
  /** Name of the embedding's layer. */
  embedding: string;
  /** Program and version. */
  generatedBy: string;
  /** In the order of the outputs. */
  labels: readonly string[];
  /** Of the project. */
  name: string;
  /** ISO 8601, UTC. */
  createdAt: string;
  /** Of the backbone: an SPDX name. */
  licence: string;
}

export interface Emitter {
  /** The model's own files. @throws Error naming a layer that the format has no form for */
  emit(graph: LayerGraph, options: ModelOptions): Files;
  /** What the model takes. */
  readonly input: Pick<Metadata['input'], 'type' | 'range' | 'normalisation'>;
  /** What the format's own loader takes of a picture, where it leaves no choice. */
  readonly feeds?: Exclude<Framing, { kind: 'region' }>;
  /** Fields that other readers look for in metadata.json; none of ours is among them. */
  fields?(graph: LayerGraph, options: ModelOptions): Record<string, unknown>;
}

const inside = { normalisation: 'inside the model' } as const;

const tflite = (precision: Precision): Emitter => ({
  input: { type: 'uint8', ...inside, range: [0, 255] },
  emit: (graph, { labels, licence, ...facts }) => {
    const lines = labelLines(labels.map((label) => ({ label })));
    const bytes = encodeTflite(graph, {
      ...facts,
      precision,
      outputs: OUTPUTS,
      labels: Buffer.from(lines.join('\n') + '\n'),
      classes: lines.length,
      licence: `${licence} (the backbone); see the notices beside this file.`,
    });
    return { [TFLITE_FILE]: bytes };
  },
});

export const emitters: Record<ExportFormat, Emitter> = {
  tfjs: {
    input: { type: 'float32', ...inside, range: [0, 255] },
    emit: (graph, options) => layersModelFiles(encodeLayersModel(graph, layersModelOptions(options))),
  },
  'teachable-machine': {
    input: { type: 'float32', normalisation: 'x / 127 - 1', range: [-1, 1] },
    feeds: { kind: 'centreCrop' },
    emit: (graph, options) => layersModelFiles(encodeImageModel(graph, layersModelOptions(options))),
    fields: imageModelFields,
  },
  savedmodel: {
    input: { type: 'uint8', ...inside, range: [0, 255] },
    emit: (graph, { embedding }) => ({
      'saved_model.pb': encodeSavedModel(graph, [OUTPUTS.probabilities, OUTPUTS.logits, embedding]),
    }),
  },
  onnx: {
    input: { type: 'uint8', ...inside, range: [0, 255] },
    emit: (graph, { embedding, ...options }) => {
      const outputs = [OUTPUTS.probabilities, OUTPUTS.logits, embedding];
      return { [ONNX_FILE]: encodeOnnx(graph, { outputs, ...options }) };
    },
  },
  tflite: tflite('single'),
  'tflite-float16': tflite('half'),
};

const layersModelOptions = ({ generatedBy, labels }: ModelOptions): LayersModelOptions => ({
  output: OUTPUTS.probabilities,
  generatedBy,
  userDefinedMetadata: { labels },
});

const layersModelFiles = ({ model, weights }: LayersModelFiles): Files => ({
  [MODEL_FILE]: Buffer.from(model),
  [WEIGHTS_FILE]: weights,
});
