/**
 * @file Cosines to the columns of a kernel, from layers that every tfjs-layers has. Pure: runs in the engine and in
 * tests.
 *
 * There is no layer that normalises a vector, but `Dot` can normalise both of its inputs. It takes no weights, so the
 * rows have to come from the graph: a Dense layer whose kernel is zero gives its bias whatever it is fed. To keep that
 * zero kernel small (one row of C·D and not D of them) another Dense layer first makes a single zero of the embedding.
 */
import type { WeightTensor } from '../../backbone/layers';
import { denseLayer, filled, stock, type StockLayer } from './stock';

/** How far a column may be from unit length: Dot would normalise it, which its scale does not know of. */
const UNIT = 1e-5;

/**
 * @param input [N, D], of any length
 * @param kernel [D, C], unit columns
 * @throws Error where a column is no unit vector
 */
export function cosineLayers(name: string, input: string, kernel: WeightTensor): StockLayer[] {
  const rows = unitRows(name, kernel);
  const [dimension = 0, classes = 0] = kernel.shape;
  const [zero, flat, matrix] = [`${name}/zero`, `${name}/rows`, `${name}/matrix`];
  const nothing = { shape: [dimension, 1], values: filled(dimension, 0) };
  const noKernel = { shape: [1, rows.length], values: filled(rows.length, 0) };
  return [
    denseLayer(zero, input, nothing, null),
    denseLayer(flat, zero, noKernel, rows),
    stock(matrix, 'Reshape', [flat], { target_shape: [classes, dimension] }),
    stock(name, 'Dot', [matrix, input], { axes: [2, 1], normalize: true }),
  ];
}

/** [C·D] */
function unitRows(name: string, { shape, values }: WeightTensor): Float32Array {
  const [dimension = 0, classes = 0] = shape;
  const rows = new Float32Array(values.length);
  for (let c = 0; c < classes; c++) {
    let square = 0;
    for (let i = 0; i < dimension; i++) {
      const value = values[i * classes + c]!;
      rows[c * dimension + i] = value;
      square += value * value;
    }
    if (Math.abs(Math.sqrt(square) - 1) > UNIT)
      throw new Error(`column ${c} of ${name} has length ${Math.sqrt(square)}, expected 1`);
  }
  return rows;
}
