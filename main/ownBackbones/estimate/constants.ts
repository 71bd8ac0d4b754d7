/**
 * @file The constants of a backbone of the person's own (docs/backbone.md), estimated on the sample photos: far fewer than
 * those of a shipped one are measured on. Pure; the process that tries a model.
 */
import { effectiveDimension } from './effectiveDimension';
import { classCosine, meanOf, unitsByClass, type Labelled } from './units';

export interface Estimated {
  /** μ [D] */
  mean: Float32Array;
  /** |a-μ|, its mean. */
  meanDistance: number;
  /** ρ₀, 0 to 1. */
  withinClassCosine: number;
  /** d_e */
  effectiveDimension: number;
  images: number;
}

/**
 * Classes of very different things lie further apart than their ρ tells, so d_e comes out too large on the sample photos and
 * percentages too sure. By this much for the shipped backbones, whose d_e was measured on hard sets as well.
 */
export const SAMPLE_SHARE = 0.78;
/** Where nothing can be drawn: as large as the shipped ones have it. */
const USUAL_DIMENSION = 30;

/** @throws RangeError where an embedding is zero or not finite */
export function estimateConstants(images: readonly Labelled[]): Estimated {
  const mean = meanEmbedding(images);
  const units = unitsByClass(images);
  const cosine = meanOf(units.map(classCosine));
  const dimension = effectiveDimension(units);
  return {
    mean: Float32Array.from(mean),
    meanDistance: meanOf(images.map(({ embedding }) => distance(embedding, mean))),
    withinClassCosine: Math.min(1, Math.max(0, cosine)),
    effectiveDimension: dimension === null ? USUAL_DIMENSION : dimension * SAMPLE_SHARE,
    images: images.length,
  };
}

function meanEmbedding(images: readonly Labelled[]): Float64Array {
  const mean = new Float64Array(images[0]?.embedding.length ?? 0);
  for (const { embedding } of images)
    for (let i = 0; i < mean.length; i++) mean[i] = mean[i]! + embedding[i]! / images.length;
  return mean;
}

function distance(embedding: Float32Array, mean: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < mean.length; i++) sum += (embedding[i]! - mean[i]!) ** 2;
  return Math.sqrt(sum);
}
