/**
 * @file The triplet loss and its semi-hard triplets. Runs in the engine and in tests. Source: Schroff, Kalenichenko, Philbin,
 * 'FaceNet' (CVPR 2015), equations 1 and 4; METHODS 4.
 */
import { tf, type Scalar, type Tensor1D, type Tensor2D } from '../../../backbone/tensorflow';

export const MARGIN = 0.2;

/** Positions in a batch, three arrays of one length. */
export interface Triplets {
  readonly anchors: Int32Array;
  readonly positives: Int32Array;
  readonly negatives: Int32Array;
}

/**
 * For every pair of one class the nearest image of another class that is further than the positive but within the margin:
 * d_ap < d_an < d_ap + .2. Pairs without one give no triplet.
 * @param distances [N, N] squared distances of unit rows
 * @param labels [N]
 */
export function semiHard(distances: Float32Array, labels: Int32Array): Triplets {
  const found: [number, number, number][] = [];
  labels.forEach((label, a) => {
    const row = distances.subarray(a * labels.length, (a + 1) * labels.length);
    labels.forEach((other, p) => {
      const negative = p !== a && other === label ? nearestBeyond(row, row[p]!, label, labels) : -1;
      if (negative >= 0) found.push([a, p, negative]);
    });
  });
  const column = (at: 0 | 1 | 2) => Int32Array.from(found, (one) => one[at]);
  return { anchors: column(0), positives: column(1), negatives: column(2) };
}

/** -1 where there is none. */
function nearestBeyond(row: Float32Array, positive: number, label: number, labels: Int32Array): number {
  let [best, nearest] = [-1, positive + MARGIN];
  for (let n = 0; n < row.length; n++)
    if (labels[n] !== label && row[n]! > positive && row[n]! < nearest) [best, nearest] = [n, row[n]!];
  return best;
}

/** Mean [d_ap - d_an + .2]+ over triplets of unit rows u [N, D']; 0 where there is none. */
export function tripletLoss(u: Tensor2D, { anchors, positives, negatives }: Triplets): Scalar {
  // Still a function of u, so that its gradient is zero and not missing.
  if (anchors.length === 0) return u.sum<Scalar>().mul(0);
  const at = (places: Int32Array): Tensor2D => u.gather(tf.tensor1d(places, 'int32'));
  const anchor = at(anchors);
  const to = (places: Int32Array) => anchor.sub(at(places)).square().sum<Tensor1D>(1);
  return tf.relu(to(positives).sub(to(negatives)).add(MARGIN)).mean();
}
