/** @file What training of the last convolution begins with: the backbone's own weights, and imprinted classes. Engine. */
import { imprint } from '../imprinting/imprint';
import { expectedScale } from '../imprinting/scale';
import { ClassSums } from '../imprinting/sums';
import { unitEmbedding } from '../imprinting/unit';
import type { Labelled } from './division';
import type { Convolution } from './lastConvolution';
import type { Start } from './learner';

/** Exact sums of each class over some items. @param embeddings [N] raw embeddings [D] */
export function sumsOf(
  { classes, labels, groups }: Labelled,
  items: readonly number[],
  embeddings: readonly Float32Array[],
): ClassSums[] {
  const dimension = embeddings[0]?.length ?? 0;
  const sums = Array.from({ length: classes }, () => new ClassSums(dimension));
  for (const item of items) sums[labels[item]!]!.add(String(groups[item]), unitEmbedding(embeddings[item]!));
  return sums;
}

/**
 * Plainly imprinted rows of the teaching items' embeddings as the backbone gives them, and the scale to expect of them.
 * @param effectiveDimension d_e of the backbone
 * @throws RangeError for a class without an item
 */
export function startOf(
  set: Labelled,
  teach: readonly number[],
  embeddings: readonly Float32Array[],
  { kernel, bias }: Convolution,
  effectiveDimension: number,
): Start {
  const sums = sumsOf(set, teach, embeddings);
  const { rows } = imprint(sums, { balanced: false, base: false });
  return { kernel, bias, rows, classes: set.classes, scale: expectedScale(sums, effectiveDimension) };
}
