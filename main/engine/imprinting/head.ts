/**
 * @file A head: what turns an embedding into one logit per class, whichever method made it. Pure: runs in the engine
 * and in tests. Source: METHODS 3. Every emitter writes all of it.
 */
import { requireLength, requirePositive } from './checks';
import { unitEmbedding } from './unit';
import type { Vector } from './vectors';

/**
 * z = projection·(a - shift), logit_r = (scale_r·(z'·w_r) + bias_r)/temperature; z' is z itself for `raw` heads and
 * norm(z) for `unit` heads, whose product is thus a cosine. A class's logit is the largest of its rows'.
 */
export interface Head {
  readonly input: 'unit' | 'raw';
  /** [D] subtracted from the raw embedding, or none. */
  readonly shift: Float32Array | null;
  /** [D', D] by rows, or none (D' = D). */
  readonly projection: Float32Array | null;
  /** C */
  readonly classes: number;
  /** [C] rows of each class, beside each other in the order of classes; null: one each. R is their sum. */
  readonly counts: readonly number[] | null;
  /** D' */
  readonly dimension: number;
  /**
   * W [R, D'], unit rows. Of imprinted classes float32 values; float64 where a row is a linear classifier's weight
   * divided by its length, so that scale·row gives the weight back to the bit.
   */
  readonly weights: Float64Array;
  /** [R] */
  readonly scale: Float64Array;
  /** [R] */
  readonly bias: Float64Array;
  readonly temperature: number;
}

/** Weights by input [D', R] and bias [R] of the one matrix product that a raw head is. */
export interface LinearForm {
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

/**
 * Logits [C] of one raw embedding a [D], in float64: the reference that emitters and the engine are held to.
 * @throws RangeError on another length, and for `unit` heads on an embedding without direction.
 */
export function logits(head: Head, a: Vector): Float64Array {
  const z = headInput(head, a);
  const rows = head.scale.map((scale, r) => {
    let product = 0;
    for (let i = 0, w = r * head.dimension; i < z.length; i++, w++) product += z[i]! * head.weights[w]!;
    return (scale * product + head.bias[r]!) / head.temperature;
  });
  if (!head.counts) return rows;
  let from = 0;
  return Float64Array.from(head.counts, (count) => Math.max(...rows.subarray(from, (from += count))));
}

/** Softmax [C], fractions that sum to 1. */
export function softmax(values: ArrayLike<number>): Float64Array {
  const exponent = Float64Array.from(values);
  const most = exponent.reduce((a, b) => Math.max(a, b), -Infinity);
  const weights = exponent.map((value) => Math.exp(value - most));
  const sum = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => weight / sum);
}

/** A raw head without shift and projection as one product a·weights + bias, temperature included. */
export function linearForm(head: Head): LinearForm {
  if (head.input !== 'raw' || head.shift || head.projection)
    throw new RangeError('only a plain raw head is one product');
  const { dimension, temperature } = head;
  const rows = head.scale.length;
  const weights = new Float32Array(dimension * rows);
  for (let r = 0; r < rows; r++)
    for (let i = 0; i < dimension; i++)
      weights[i * rows + r] = (head.scale[r]! * head.weights[r * dimension + i]!) / temperature;
  return { weights, bias: Float32Array.from(head.bias, (value) => value / temperature) };
}

/** Throws RangeError where the parts of a head do not fit together. */
export function requireHead(head: Head): void {
  const rows = head.counts?.reduce((sum, count) => sum + count, 0) ?? head.classes;
  requireLength('counts of the head', head.counts?.length ?? head.classes, head.classes);
  requireLength('weights of the head', head.weights.length, rows * head.dimension);
  requireLength('scale of the head', head.scale.length, rows);
  requireLength('bias of the head', head.bias.length, rows);
  requirePositive('temperature of the head', head.temperature);
}

function headInput({ input, shift, projection, dimension }: Head, a: Vector): Vector {
  const shifted = shift ? subtract(a, shift) : a;
  const z = projection ? project(projection, shifted, dimension) : shifted;
  requireLength('embedding', z.length, dimension);
  return input === 'unit' ? unitEmbedding(z) : z;
}

function subtract(a: Vector, shift: Float32Array): Float64Array {
  requireLength('embedding', a.length, shift.length);
  return Float64Array.from(a, (value, i) => value - shift[i]!);
}

function project(projection: Float32Array, a: Vector, dimension: number): Float64Array {
  requireLength('projection', projection.length, dimension * a.length);
  return Float64Array.from({ length: dimension }, (_, row) => {
    let sum = 0;
    for (let i = 0, p = row * a.length; i < a.length; i++, p++) sum += projection[p]! * a[i]!;
    return sum;
  });
}
