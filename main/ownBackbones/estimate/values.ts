/** @file What can be wrong with the values that a model makes of different photos. Pure; the process that tries a model. */
import { unitEmbedding } from '../../engine/imprinting/unit';
import { product } from './units';

/** Of a value to the largest one: what rounding explains, and no image's company. */
const SAME = 1e-4;
/** Photos of the same model are never so alike. */
const ALIKE = 1 - 1e-6;
const WHOLE = 1e-3;

export function faultOf(embeddings: readonly Float32Array[]): 'not finite' | 'zero' | 'alike' | null {
  if (!embeddings.every((row) => row.every(Number.isFinite))) return 'not finite';
  if (embeddings.some((row) => row.every((value) => value === 0))) return 'zero';
  const [first, ...others] = embeddings.map(unitEmbedding);
  const alike = first !== undefined && others.length > 0 && others.every((u) => product(first, u) > ALIKE);
  return alike ? 'alike' : null;
}

/** Whether all rows look like what a softmax makes: shares of classes, that add up to 1. */
export const areShares = (embeddings: readonly Float32Array[]): boolean =>
  embeddings.every(
    (row) =>
      row.every((value) => value >= 0 && value <= 1) &&
      Math.abs(row.reduce((sum, value) => sum + value, 0) - 1) < WHOLE,
  );

/** Whether both are the same but for rounding. */
export function isSame(one: Float32Array, other: Float32Array): boolean {
  const most = one.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
  return one.every(
    (value, i) =>
      Math.abs(value - other[i]!) <= SAME * Math.max(most, Number.MIN_VALUE) || Object.is(value, other[i]),
  );
}

/** The most alike of the others, by cosine. @param rows by id */
export function nearestTo(
  id: number,
  rows: ReadonlyMap<number, Float32Array>,
  most: number,
): { id: number; cosine: number }[] {
  const own = unitEmbedding(rows.get(id)!);
  return [...rows]
    .filter(([other]) => other !== id)
    .map(([other, row]) => ({ id: other, cosine: product(own, unitEmbedding(row)) }))
    .sort((a, b) => b.cosine - a.cosine)
    .slice(0, most);
}
