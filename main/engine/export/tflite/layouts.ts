/**
 * @file Kernels as TFLite stores them, output channels first, and as layers have them. Pure; runs in the engine and in
 * tests.
 */
import type { WeightTensor } from '../../backbone/layers';

/** [h, w, in, out] to [out, h, w, in], and [in, out] to [out, in]. */
export function outputsFirst({ shape, values }: WeightTensor): WeightTensor {
  const outputs = shape[shape.length - 1] ?? 1;
  return {
    shape: [outputs, ...shape.slice(0, -1)],
    values: transposed(values, values.length / outputs, outputs),
  };
}

/** The way back. */
export function outputsLast({ shape, values }: WeightTensor): WeightTensor {
  const [outputs = 1, ...rest] = shape;
  return { shape: [...rest, outputs], values: transposed(values, outputs, values.length / outputs) };
}

/** [rows, columns] to [columns, rows]. */
function transposed(values: Float32Array, rows: number, columns: number): Float32Array {
  const turned = new Float32Array(values.length);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      turned[column * rows + row] = values[row * columns + column]!;
  return turned;
}

/** [h, w, channels, 1] to [1, h, w, channels], which lie alike in memory. */
export const channelsLast = ({ shape, values }: WeightTensor): WeightTensor => ({
  shape: [1, ...shape.slice(0, -1)],
  values,
});

/** The way back. */
export const multiplierLast = ({ shape, values }: WeightTensor): WeightTensor => ({
  shape: [...shape.slice(1), 1],
  values,
});
