/** @file Rows of a head from vectors of any length. Pure: runs in the engine and in tests. */
import type { Rows } from '../imprinting/joins/assemble';
import { rowLengths } from '../imprinting/joins/base';

/** A row this near to unit length is kept as it is, as in unit.ts. */
const UNIT_ALREADY = 2 ** -23;

export interface UnitRows {
  /** [n, D] rows of length 1. */
  readonly weights: Float64Array;
  /** [n] what they were divided by. */
  readonly lengths: Float64Array;
}

/** A row of zeros has no direction: it becomes the first axis, with length 0. */
export function unitRows(rows: Float64Array, dimension: number): UnitRows {
  const lengths = rowLengths(rows, dimension);
  const weights = rows.map((value, at) => {
    const length = lengths[Math.floor(at / dimension)]!;
    if (length === 0) return at % dimension === 0 ? 1 : 0;
    return Math.abs(length - 1) <= UNIT_ALREADY ? value : value / length;
  });
  return { weights, lengths };
}

/** logit = scale·cosine to each vector's direction. */
export function cosineRows(vectors: Float64Array, dimension: number, scale: number): Rows {
  const { weights, lengths } = unitRows(vectors, dimension);
  return { weights, scale: lengths.map(() => scale), bias: lengths.map(() => 0), counts: null };
}

/** -|z - c|² without |z|², which all classes have in common: W = 2c, b = -|c|². */
export function distanceRows(centres: Float64Array, dimension: number): Rows {
  const { weights, lengths } = unitRows(centres, dimension);
  return {
    weights,
    scale: lengths.map((length) => 2 * length),
    bias: lengths.map((length) => -(length ** 2)),
    counts: null,
  };
}
