/**
 * @file The one unit vector of an embedding that everything else is computed from. Pure: runs in the engine and in tests.
 *
 * [Note: the grid]
 * u is rounded to multiples of 2^-32, which float32 holds exactly for every |value| <= 1 (from 2^-9 upwards its own
 * steps are already that coarse). A float64 holds any multiple of 2^-32 up to 2^21. So sums of up to 2^21 such values
 * never round: they do not depend on the order, and taking a value away undoes adding it, to the bit. The same
 * rounding is given to the mean of a group and to its squared length, which extends all this to groups.
 */
import { requireLength, throwNotFinite } from './checks';
import { squaredLength, type Vector } from './vectors';

/** Between 2^20 and 2^21 neighbouring float64 values are 2^-32 apart: adding this rounds to the grid, half to even. */
const ROUNDER = 1.5 * 2 ** 20;

/**
 * A u is off unit length by at most 2^-24 (float32) + 2^-33·√D (grid), so this tells what is one already: dividing
 * such a vector by its length again would only stir its last bits, and one shot would no longer give p = u.
 */
const UNIT_ALREADY = 2 ** -23;

/** The nearest multiple of 2^-32, half to even. For |value| < 2^19. */
export function toGrid(value: number): number {
  return value + ROUNDER - ROUNDER;
}

/** Throws RangeError unless u is a unit embedding [dimension] on the grid; anything else would not add up exactly. */
export function requireUnit(u: Float32Array, dimension: number): void {
  requireLength('embedding', u.length, dimension);
  for (let i = 0; i < u.length; i++)
    if (toGrid(u[i]!) !== u[i])
      throw new RangeError(`embedding has ${u[i]} at position ${i}, which is no multiple of 2^-32`);
  const length = Math.sqrt(squaredLength(u));
  if (!(Math.abs(length - 1) <= UNIT_ALREADY))
    throw new RangeError(`embedding has length ${length}, expected 1`);
}

function lengthOf(what: string, x: Vector): number {
  const length = Math.sqrt(squaredLength(x));
  if (!Number.isFinite(length)) throwNotFinite(what, x);
  if (length === 0) throw new RangeError(`${what} is zero in all ${x.length} values: it has no direction`);
  return length;
}

function writeDivided(x: Vector, length: number, target: Float32Array): void {
  for (let i = 0; i < x.length; i++) target[i] = toGrid(Math.fround(x[i]! / length));
}

/**
 * Writes u = a/|a| (float64, rounded to float32, then to multiples of 2^-32) of a raw embedding a [D] to target [D].
 * @returns |a|, so that a can be had back as |a|·u to float32 precision.
 * @throws RangeError on another length, a zero vector, NaN or infinity.
 */
export function writeUnit(a: Vector, target: Float32Array): number {
  requireLength('target of the unit embedding', target.length, a.length);
  const length = lengthOf('embedding', a);
  writeDivided(a, length, target);
  return length;
}

/** Whether {@link writeUnit} takes it: all values are numbers, and one of them is not zero. */
export function hasDirection(a: Vector): boolean {
  const length = squaredLength(a);
  return Number.isFinite(length) && length > 0;
}

/** u [D] of a raw embedding a [D]. See {@link writeUnit}. */
export function unitEmbedding(a: Vector): Float32Array {
  const u = new Float32Array(a.length);
  writeUnit(a, u);
  return u;
}

/**
 * Writes norm(mean) [D], on the grid of u, to target [D]; a mean that is a u already is kept to the bit.
 * @returns |mean|
 * @throws RangeError on a zero mean, NaN or infinity.
 */
export function writeNormalised(mean: Vector, target: Float32Array): number {
  requireLength('target of the normalised mean', target.length, mean.length);
  const length = lengthOf('class mean', mean);
  writeDivided(mean, Math.abs(length - 1) <= UNIT_ALREADY ? 1 : length, target);
  return length;
}
