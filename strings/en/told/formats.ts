/** @file What formats of exports are called, and what whoever loads one must know. */
import type { ExportFormat } from '../../../main/contract/exportFormats';

interface FormatWords {
  title: string;
  /** Sentences. */
  limits: readonly string[];
}

const TFLITE = 'The input is uint8. It puts out probabilities and logits, and no embedding.';

export const formats: Readonly<Record<ExportFormat, FormatWords>> = {
  tfjs: {
    title: 'TensorFlow.js LayersModel',
    limits: [
      'TensorFlow.js 1.3.1 to 4.22 reads it.',
      'The model itself puts out probabilities; the layers `logits` and `embedding` are asked for by name.',
    ],
  },
  'teachable-machine': {
    title: 'Teachable Machine image model',
    limits: [
      'Teachable Machine’s library (@teachablemachine/image) loads it in place of a model of its own.',
      'That library says probabilities only: it knows no threshold for ‘none of these’.',
    ],
  },
  savedmodel: {
    title: 'TensorFlow SavedModel',
    limits: [
      'It has one signature, `serving_default`, and no variables: it cannot be trained further as it is.',
      'The input is uint8. TensorFlow.js in Node takes it as int32.',
    ],
  },
  onnx: {
    title: 'ONNX model',
    limits: [
      'It needs a runtime that knows opset 17. The input is uint8, the number of images in a batch is free.',
    ],
  },
  tflite: { title: 'TensorFlow Lite model (float32 weights)', limits: [TFLITE] },
  'tflite-float16': {
    title: 'TensorFlow Lite model (float16 weights)',
    limits: [
      TFLITE,
      'Its weights are half as large, rounded to eleven binary digits: probabilities differ by up to .005 from the program’s.',
    ],
  },
};
