/** @file The formats of exported models, once for all that offers, checks, writes or reads them. Runs anywhere. */

/** Also the names of their folders in an export and the words of `--formats`. */
export const EXPORT_FORMATS = [
  'tfjs',
  'teachable-machine',
  'savedmodel',
  'onnx',
  'tflite',
  'tflite-float16',
] as const;

export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/**
 * What reads a written file back for the export check: TensorFlow itself, or a strict reader of ours (which proves what
 * stands in the file) and TensorFlow, which runs what was read.
 */
export const CHECK_READERS = ['TensorFlow', 'Imprint Studio and TensorFlow'] as const;
export type CheckReader = (typeof CHECK_READERS)[number];

export interface FormatCheck {
  /** Largest difference of any probability that an export may have. */
  readonly limit: number;
  /** Classes whose probabilities are this near are equally probable: either may come first. */
  readonly tie: number;
  readonly reader: CheckReader;
}

/** Weights are written as they are. */
const float32 = { limit: 1e-4, tie: 1e-6 } as const;
/** Kernels are written in half precision. */
const float16 = { limit: 5e-3, tie: 1e-3 } as const;

export const FORMAT_CHECKS: Record<ExportFormat, FormatCheck> = {
  tfjs: { ...float32, reader: 'TensorFlow' },
  'teachable-machine': { ...float32, reader: 'TensorFlow' },
  savedmodel: { ...float32, reader: 'TensorFlow' },
  onnx: { ...float32, reader: 'Imprint Studio and TensorFlow' },
  tflite: { ...float32, reader: 'Imprint Studio and TensorFlow' },
  'tflite-float16': { ...float16, reader: 'Imprint Studio and TensorFlow' },
};
