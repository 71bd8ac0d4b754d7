/** @file How the samples of a format are run, and what hubs call it. What is said of it is in the catalogue. Pure; runs in main. */
import type { ExportFormat } from '../contract/exportFormats';

export interface FormatUse {
  /** As hubs of models name what loads it. */
  library: string;
  /** What may be run in its folder, the plainest first. */
  samples: readonly Sample[];
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

const tflite: FormatUse = {
  library: 'tflite',
  samples: [inPython('ai-edge-litert')],
};

export const formatUse: Readonly<Record<ExportFormat, FormatUse>> = {
  tfjs: {
    library: 'tfjs',
    samples: layersModelSamples,
  },
  'teachable-machine': {
    library: 'tfjs',
    samples: layersModelSamples,
  },
  savedmodel: {
    library: 'tensorflow',
    samples: [inPython('tensorflow'), inNode('@tensorflow/tfjs-node')],
  },
  onnx: {
    library: 'onnx',
    samples: [inPython('onnxruntime'), inNode('onnxruntime-node')],
  },
  tflite,
  'tflite-float16': tflite,
};
