/**
 * @file What a method learnt beside the backbone's classes. Runs in the engine and in tests. Source: METHODS 2; what of it
 * holds for methods with a space of their own is decided in docs/methods.md, section 4.
 */
import { tf } from '../backbone/tensorflow';
import type { Head } from '../imprinting/head';
import type { Prototypes } from '../imprinting/imprint';
import { assemble } from '../imprinting/joins/assemble';
import { meanOf, type BaseClassifier } from '../imprinting/joins/base';
import { basePrototypes } from '../imprinting/joins/replace';
import type { BaseSide, LabelledSet } from './method';
import { cosineRows, distanceRows } from './rows';
import { noJoin } from './sentences';

const made = new WeakMap<BaseClassifier, Prototypes>();

/** {@link basePrototypes}, computed once for each classifier: 1000 rows take longer than most fits. */
export function prototypesOf(base: BaseClassifier): Prototypes {
  const known = made.get(base) ?? basePrototypes(base);
  made.set(base, known);
  return known;
}

/** @throws {PersonError} with the join `append`, which only imprinting has. @param method with a capital, for a sentence */
export function requireReplace(base: BaseSide | null, method: string): void {
  if (base?.join === 'append') throw noJoin(method, 'append');
}

/**
 * A head of own classes with those of the base before them, as the join `replace` has it: a base class is the image ν·p_k, ν
 * the mean |a| of the set, seen through the head's own shift and projection. Own classes get γ. The head itself without a base.
 * @param own the scale of all rows of a `unit` head is the same; rows of a `raw` head are those of `distanceRows`
 */
export function joined(own: Head, set: Pick<LabelledSet, 'lengths'>, base: BaseSide | null): Head {
  if (!base) return own;
  const { input, dimension, shift, projection, temperature, weights, scale, counts } = own;
  const images = imagesOf(prototypesOf(base.classifier), own, meanOf(set.lengths));
  const rows = input === 'unit' ? cosineRows(images, dimension, scale[0]!) : distanceRows(images, dimension);
  // γ is in logits, and a head's bias is divided by its temperature.
  const bias = own.bias.map((value) => value + base.offset * temperature);
  const both = assemble(input, dimension, [rows, { weights, scale, bias, counts }]);
  return { ...both, shift, projection, temperature };
}

/** z [K, D'] of ν·p_k. */
function imagesOf({ rows, dimension }: Prototypes, own: Head, length: number): Float64Array {
  const { shift, projection, dimension: to, input } = own;
  // Only a direction is asked for: p_k itself, to the bit.
  if (input === 'unit' && !shift && !projection) return Float64Array.from(rows);
  const images = tf.tidy(() => {
    const raw = tf.tensor2d(rows, [rows.length / dimension, dimension]).mul(length);
    const shifted = shift ? raw.sub(shift) : raw;
    return projection ? tf.matMul(shifted, tf.tensor2d(projection, [to, dimension]), false, true) : shifted;
  });
  try {
    return Float64Array.from(images.dataSync<'float32'>());
  } finally {
    images.dispose();
  }
}
