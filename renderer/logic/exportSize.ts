/** @file How large an export will be, by what it is made of. Pure. */
import type { ExportFormat } from '../../main/contract/model';

/** Of the backbone up to its embedding, with weights of four bytes. */
const BACKBONE_BYTES: Readonly<Record<string, number>> = {
  'efficientnet-lite0': 13_400_000,
  'efficientnet-lite2': 19_130_000,
};
/** Values of an embedding. */
const DIMENSION = 1280;

/** Bytes of a value, and how often the rows of classes are written. */
const WRITTEN: Readonly<Record<ExportFormat, { bytes: number; rows: number }>> = {
  tfjs: { bytes: 4, rows: 2 },
  'teachable-machine': { bytes: 4, rows: 2 },
  savedmodel: { bytes: 4, rows: 1 },
  onnx: { bytes: 4, rows: 1 },
  tflite: { bytes: 4, rows: 1 },
  'tflite-float16': { bytes: 2, rows: 1 },
};

/**
 * Bytes of the model, roughly.
 * @param backbone id; null for one that is not shipped, of which nothing is known here
 */
export function exportSize(format: ExportFormat, backbone: string, classes: number): number | null {
  const network = BACKBONE_BYTES[backbone];
  if (network === undefined) return null;
  const { bytes, rows } = WRITTEN[format];
  return (network * bytes) / 4 + classes * DIMENSION * bytes * rows;
}
