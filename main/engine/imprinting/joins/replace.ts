/**
 * @file The join `replace`: base classes as cosine prototypes that stand on the same mean as imprinted ones. Pure:
 * runs in the engine and in tests. Source: METHODS 2.
 *
 * Embeddings are non-negative and share a mean, so an image has a cosine of about .6 to the prototype of its novel
 * class but of .28 to the weights of its base class: side by side as they are, novel classes take everything.
 */
import { requireLength } from '../checks';
import type { Head } from '../head';
import { prototype, type Prototypes } from '../imprint';
import { writeNormalised } from '../unit';
import { assemble, rowsOf } from './assemble';
import { baseRows, meanOf, requireBase, rowLengths, type BaseClassifier } from './base';

/** How far from the mean a base prototype lies, beside a single image. */
const REACH = 0.5;

/** norm(μ + .5·κ(w_k - w̄)) for every base class, κ = |a - μ|/mean |w - w̄|. They depend on the backbone alone. */
export function basePrototypes(base: BaseClassifier): Prototypes {
  requireBase(base);
  const { classes, dimension, mean, radius, part } = base;
  if (part) return picked(basePrototypes(part.whole), part.indices);
  const centred = centredRows(base);
  const reach = (REACH * radius) / meanOf(rowLengths(centred, dimension));
  const rows = new Float32Array(classes * dimension);
  const centre = new Float64Array(dimension);
  for (let at = 0; at < rows.length; at += dimension) {
    for (let i = 0; i < dimension; i++) centre[i] = mean[i]! + reach * centred[at + i]!;
    writeNormalised(centre, rows.subarray(at, at + dimension));
  }
  return { classes, dimension, rows, counts: null };
}

/**
 * Base classes, then novel ones: logit = s·cosine, novel ones + γ.
 * @param base of {@link basePrototypes}
 * @param novel imprinted with the option `base`
 * @param scale s, above 0
 * @param offset γ, in logits
 */
export function replaceJoin(base: Prototypes, novel: Prototypes, scale: number, offset: number): Head {
  requireLength('novel prototype', novel.dimension, base.dimension);
  return assemble('unit', base.dimension, [rowsOf(base, scale, 0), rowsOf(novel, scale, offset)]);
}

function picked(all: Prototypes, indices: readonly number[]): Prototypes {
  const rows = new Float32Array(indices.length * all.dimension);
  indices.forEach((k, at) => rows.set(prototype(all, k), at * all.dimension));
  return { ...all, classes: indices.length, rows };
}

/** w_k - w̄ by rows [K, D], w̄ the mean over classes. */
function centredRows(base: BaseClassifier): Float32Array {
  const { classes, dimension } = base;
  const rows = baseRows(base);
  const mean = new Float64Array(dimension);
  rows.forEach((value, at) => (mean[at % dimension]! += value / classes));
  return rows.map((value, at) => value - mean[at % dimension]!);
}
