/** @file What runs exported models in Python, each where its packages fit. */
import { Programs, Python, type Wanted } from './python';

const onnx = new Python('onnx');
/** What all in that Python need: arrays, pictures, and ONNX itself. */
const besideOnnx = ['onnx==1.23.2', 'numpy==2.4.6', 'pillow==12.0.0'];
const readsOnnx = (pinned: string): Wanted => ({ python: onnx, packages: [pinned, ...besideOnnx] });

export const runtimes = new Programs({
  tensorflow: { python: new Python('tensorflow'), packages: ['tensorflow-cpu==2.15.1', 'pillow==12.0.0'] },
  'ai-edge-litert': { python: new Python('litert'), packages: ['ai-edge-litert==2.3.0', 'pillow==12.0.0'] },
  onnxruntime: readsOnnx('onnxruntime==1.32.0'),
  /** Its checker, and its reference evaluator in Python. */
  onnx: readsOnnx('onnx==1.23.2'),
  openvino: readsOnnx('openvino==2026.4.1'),
  opencv: readsOnnx('opencv-python-headless==5.0.0.93'),
  tract: readsOnnx('tract==0.23.9'),
  // Its compiled part wants numpy 1, and libusb, which a machine without it gets from a package as well.
  'tflite-support': {
    python: new Python('tflite-support'),
    packages: ['tflite-support==0.4.4', 'numpy==1.26.4', 'libusb-package==1.0.30.0'],
  },
  mediapipe: { python: new Python('mediapipe'), packages: ['mediapipe==1.2.3'] },
});
export type Runtime = (typeof runtimes.names)[number];
