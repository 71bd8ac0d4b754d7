/**
 * @file The join `append`: the backbone's classifier as it is, novel classes as further columns of the same product.
 * Pure: runs in the engine and in tests. Source: METHODS 2.
 */
import { requireLength } from '../checks';
import type { Head } from '../head';
import type { Prototypes } from '../imprint';
import { writeUnit } from '../unit';
import { dot, type Vector } from '../vectors';
import { prototype } from '../imprint';
import { assemble, rowsOf, type Rows } from './assemble';
import { baseRows, meanLength, requireBase, rowLengths, type BaseClassifier } from './base';

/**
 * norm(a - μ) [D], on the grid of u: append imprints its novel classes from these in place of u.
 * @throws RangeError for an embedding that is μ itself.
 */
export function centredUnit(a: Vector, mean: Float32Array): Float32Array {
  requireLength('embedding', a.length, mean.length);
  const unit = new Float32Array(a.length);
  writeUnit(
    Float64Array.from(a, (value, i) => value - mean[i]!),
    unit,
  );
  return unit;
}

/** The backbone's classifier as a head: logits a·W + b, which {@link Head} keeps to the bit. */
export function baseHead(base: BaseClassifier): Head {
  return assemble('raw', base.dimension, [linearRows(base)]);
}

/**
 * Logits [a·W + b, |w|·(a - μ)·v_c + γ], |w| the mean length of base weights: (a - μ)·v_c = a·v_c - μ·v_c makes it one
 * product and a bias.
 * @param novel v_c = norm(mean norm(a_i - μ)): plain imprinting of {@link centredUnit}
 * @param offset γ, in logits
 */
export function appendJoin(base: BaseClassifier, novel: Prototypes, offset: number): Head {
  requireLength('novel prototype', novel.dimension, base.dimension);
  const rows = linearRows(base);
  const length = meanLength(base);
  const added = rowsOf(novel, length, offset);
  const bias = added.bias.map((value, r) => value - length * dot(base.mean, prototype(novel, r)));
  return assemble('raw', base.dimension, [rows, { ...added, bias }]);
}

/** Base classes as unit rows in float64 with scale |w_k| and bias b_k. */
export function linearRows(base: BaseClassifier): Rows {
  requireBase(base);
  const { dimension } = base;
  const rows = baseRows(base);
  const scale = rowLengths(rows, dimension);
  const weights = Float64Array.from(rows, (value, at) => value / scale[Math.floor(at / dimension)]!);
  return { weights, scale, bias: Float64Array.from(base.bias), counts: null };
}
