/** @file Trains the graph network on episodes. Runs in the engine and in tests. Source: Gidaris, Komodakis (CVPR 2019); METHODS 4. */
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import { tf, type Scalar, type Tensor1D, type Tensor2D } from '../../backbone/tensorflow';
import { gaussian } from '../../map/random';
import type { FitContext } from '../method';
import { scoped } from '../optimise/scope';
import { train } from '../optimise/train';
import { unitRows } from '../projection/losses/unit';
import { drawEpisode, type Episode, type Teacher } from './episode';
import { neighboursOf } from './neighbours';
import { denoised, parametersOf, startingParameters, variablesOf, type Parameters } from './network';

const STEPS = 400;
const RATE = 1e-3;
/** Standard deviation of each value of the noise that weights are shown with, of lengths 1. */
const NOISE = 0.08;
/** s of the softmax in training. */
const SCALE = 20;
/** How far weights are moved, in training and after it: by .3 they generalise to other classes, by 1 they do not. */
export const STEP = 0.3;

/**
 * Adam, 1e-3, 400 steps unless told otherwise, an episode each: |ŵ - w|², its mean over nodes, and the cross-entropy of the shots
 * that were not shown, on 20·cos(u, ŵ).
 * @param teachers classes that are known; some of two shots or more
 * @param still unit weights [D] each of classes without images
 */
export function learnNetwork(
  teachers: readonly Teacher[],
  still: readonly Float32Array[],
  context: FitContext,
): Promise<Parameters> {
  const { seed, steps } = context.options;
  const random = xoroshiro128plus(seed);
  return scoped(async (own) => {
    const network = variablesOf(startingParameters(teachers[0]!.weight.length, seed), own);
    const loss = (): Scalar => {
      const episode = drawEpisode(teachers, still, random);
      const clean = rows(episode.shown);
      const noisy = clean.add<Tensor2D>(noiseLike(clean, random));
      const made = unitRows(denoised(network, noisy, neighboursOf(clean), STEP));
      return reconstruction(made, episode).add(classification(made, episode));
    };
    const trained = Object.values(network).map((variable) => ({ variable, rate: RATE }));
    await train({ trained, steps: steps ?? STEPS, loss }, context);
    return parametersOf(network);
  });
}

const reconstruction = (made: Tensor2D, episode: Episode): Scalar =>
  made.sub(rows(episode.true)).square().sum(1).mean<Scalar>();

function classification(made: Tensor2D, { asked, answers }: Episode): Scalar {
  const logits = tf.matMul<Tensor2D>(unitRows(rows(asked)), made, false, true).mul<Tensor2D>(SCALE);
  const own = tf.oneHot(tf.tensor1d(answers, 'int32'), made.shape[0]).toFloat();
  return tf.logSoftmax(logits).mul(own).sum<Tensor1D>(1).mean<Scalar>().neg();
}

function noiseLike(weights: Tensor2D, random: RandomGenerator): Tensor2D {
  const noise = Float32Array.from({ length: weights.size }, () => NOISE * gaussian(random));
  return tf.tensor2d(noise, weights.shape);
}

/** Vectors [n, D] of one length as a tensor. */
export function rows(vectors: readonly Float32Array[]): Tensor2D {
  const dimension = vectors[0]?.length ?? 0;
  const values = new Float32Array(vectors.length * dimension);
  vectors.forEach((vector, i) => values.set(vector, i * dimension));
  return tf.tensor2d(values, [vectors.length, dimension]);
}
