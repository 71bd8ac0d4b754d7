/**
 * @file Episodes of prototypical networks. Runs in the engine and in tests. Source: Snell, Swersky, Zemel, 'Prototypical Networks
 * for Few-shot Learning' (NeurIPS 2017), algorithm 1.
 */
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import { drawToFront } from '../../../../contract/draw';
import { tf, type Scalar, type Tensor2D } from '../../../backbone/tensorflow';
import type { Batch } from '../batches';
import type { Objective } from '../learn';
import { withPartners } from '../pairs';
import { squaredDistances } from './unit';

/** Length of the rows of A at the start: of unit points, distances then begin about where s is for cosines. */
const REACH = 3;

/** One episode for each batch: of every class some shots are the support, the others are asked about. */
export function episodes(seed: number): Objective {
  return {
    reach: REACH,
    usable: (set) => withPartners(set, 'A prototypical network'),
    make: () => {
      const random = xoroshiro128plus(seed);
      return { trained: [], of: (z, batch) => episodeLoss(z, episodeOf(batch, random)) };
    },
  };
}

export interface Episode {
  /** P */
  readonly ways: number;
  /** [P, B] 1/n where a shot is one of n that a class's mean is of. */
  readonly means: Float32Array;
  /** [B] class of each shot, from 0 to P - 1. */
  readonly labels: Int32Array;
  /** [B] what a shot weighs as a query: classes weigh the same, together 1; 0 for the support. */
  readonly weights: Float32Array;
}

/** Of a class's k shots 1 to k - 1 are drawn as its support. */
export function episodeOf({ labels: given }: Batch, random: RandomGenerator): Episode {
  const classes = [...new Set(given)];
  const labels = Int32Array.from(given, (label) => classes.indexOf(label));
  const means = new Float32Array(classes.length * given.length);
  const weights = new Float32Array(given.length);
  classes.forEach((_, p) => {
    const shots = Array.from(labels.keys()).filter((shot) => labels[shot] === p);
    const count = uniformInt(random, 1, shots.length - 1);
    drawToFront(shots, count, random);
    shots.forEach((shot, place) => {
      if (place < count) means[p * given.length + shot] = 1 / count;
      else weights[shot] = 1 / (classes.length * (shots.length - count));
    });
  });
  return { ways: classes.length, means, labels, weights };
}

/** Σ weight·(-ln softmax_k(-|z - c_k|²)[y]) over the queries. */
export function episodeLoss(z: Tensor2D, { ways, means, labels, weights }: Episode): Scalar {
  const centres: Tensor2D = tf.matMul(tf.tensor2d(means, [ways, labels.length]), z);
  const logs = tf.logSoftmax(squaredDistances(z, centres).neg());
  const own = tf.oneHot(tf.tensor1d(labels, 'int32'), ways);
  return logs.mul(own).sum(1).mul(tf.tensor1d(weights)).sum<Scalar>().neg();
}
