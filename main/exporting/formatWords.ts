/**
 * @file What a format is called where an export speaks of itself, how its samples are run, and what its readers cannot do. Pure; runs
 * in main.
 */
import type { ExportFormat } from '../contract/exportFormats';

export interface FormatWords {
  title: string;
  /** As hubs of models name what loads it. */
  library: string;
  /** What may be run in its folder, the plainest first. */
  samples: readonly Sample[];
  /** What whoever loads it must know. Sentences. */
  limits: readonly string[];
}

export interface Sample {
  /** Typed in the model's folder. */
  command: string;
  /** What must be installed first, as a command; null: nothing. */
  install: string | null;
}

const inPython = (library: string): Sample => ({
  command: 'python sample.py IMAGE',
  install: `pip install ${library} pillow`,
});
const inNode = (library: string): Sample => ({
  command: 'node sample.mjs IMAGE',
  install: `npm install ${library} wasm-vips`,
});

const layersModelSamples: readonly Sample[] = [
  { command: 'python3 -m http.server 8000   # then open http://localhost:8000/sample.html', install: null },
  inNode('@tensorflow/tfjs'),
];

export const formatWords: Readonly<Record<ExportFormat, FormatWords>> = {
  tfjs: {
    title: 'TensorFlow.js LayersModel',
    library: 'tfjs',
    samples: layersModelSamples,
    limits: [
      'TensorFlow.js 1.3.1 to 4.22 reads it.',
      'The model itself puts out probabilities; the layers `logits` and `embedding` are asked for by name.',
    ],
  },
  'teachable-machine': {
    title: 'Teachable Machine image model',
    library: 'tfjs',
    samples: layersModelSamples,
    limits: [
      'Teachable Machine’s library (@teachablemachine/image) loads it in place of a model of its own.',
      'That library says probabilities only: it knows no threshold for ‘none of these’.',
    ],
  },
  savedmodel: {
    title: 'TensorFlow SavedModel',
    library: 'tensorflow',
    samples: [inPython('tensorflow'), inNode('@tensorflow/tfjs-node')],
    limits: [
      'It has one signature, `serving_default`, and no variables: it cannot be trained further as it is.',
      'The input is uint8. TensorFlow.js in Node takes it as int32.',
    ],
  },
  onnx: {
    title: 'ONNX model',
    library: 'onnx',
    samples: [inPython('onnxruntime'), inNode('onnxruntime-node')],
    limits: [
      'It needs a runtime that knows opset 17. The input is uint8, the number of images in a batch is free.',
    ],
  },
  tflite: tflite('float32'),
  'tflite-float16': tflite('float16'),
};

function tflite(weights: 'float32' | 'float16'): FormatWords {
  const rounded =
    'Its weights are half as large, rounded to eleven binary digits: probabilities differ by up to .005 from the program’s.';
  return {
    title: `TensorFlow Lite model (${weights} weights)`,
    library: 'tflite',
    samples: [inPython('ai-edge-litert')],
    limits: [
      'The input is uint8. It puts out probabilities and logits, and no embedding.',
      ...(weights === 'float16' ? [rounded] : []),
    ],
  };
}
