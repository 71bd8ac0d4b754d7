/**
 * @file Imprinting in a learnt space: u' = norm(A(a - shift)). Runs in the engine and in tests. Source: METHODS 4.
 */
import { tf } from '../../backbone/tensorflow';
import type { Head } from '../../imprinting/head';
import { imprint } from '../../imprinting/imprint';
import { cosineHead } from '../../imprinting/joins/assemble';
import { writeUnit } from '../../imprinting/unit';
import type { FitContext, LabelledSet } from '../method';
import { valuesOf } from '../optimise/scope';
import { scaleOf, supportOf } from '../support';
import type { Projection } from './learn';

/** Rows handed to TensorFlow at once. */
const BLOCK = 1024;

/** Own classes imprinted plainly from their projected images: logit = s·u'·p'_c. */
export async function projectedHead(
  set: LabelledSet,
  projection: Projection,
  context: FitContext,
): Promise<Head> {
  const support = supportOf(projectedSet(set, projection));
  const how = { balanced: false, base: context.base !== null };
  const scale = await scaleOf(support, how, context);
  const sums = support.map((one) => one.sums);
  const head = cosineHead(imprint(sums, how), scale);
  return { ...head, shift: projection.shift, projection: projection.matrix };
}

/** The same images in the space of a projection [N, D']. */
export function projectedSet(set: LabelledSet, projection: Projection): LabelledSet {
  const { dimension } = projection;
  const count = set.labels.length;
  const units = new Float32Array(count * dimension);
  const lengths = new Float64Array(count);
  for (let from = 0; from < count; from += BLOCK) {
    const z = projectedRows(set, projection, from, Math.min(count, from + BLOCK));
    for (let at = 0, row = from; at < z.length; at += dimension, row++)
      lengths[row] = writeUnit(
        z.subarray(at, at + dimension),
        units.subarray(row * dimension, (row + 1) * dimension),
      );
  }
  return { ...set, dimension, units, lengths };
}

/** A(a - shift) of the rows from `from` to below `to`, one after another. */
function projectedRows(
  { units, lengths, dimension }: LabelledSet,
  { matrix, shift, dimension: target }: Projection,
  from: number,
  to: number,
): Float32Array {
  const centred = new Float32Array((to - from) * dimension);
  for (let row = from, at = 0; row < to; row++)
    for (let i = 0; i < dimension; i++)
      centred[at++] = lengths[row]! * units[row * dimension + i]! - shift[i]!;
  const z = tf.tidy(() =>
    tf
      .tensor2d(centred, [to - from, dimension])
      .matMul(tf.tensor2d(matrix, [target, dimension]), false, true),
  );
  try {
    return valuesOf(z);
  } finally {
    z.dispose();
  }
}
