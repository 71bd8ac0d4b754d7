/** @file Orthonormal rows, by Gram and Schmidt. Runs in the engine and in tests. */
import type { Pause } from '../../guessing/pace';

/** A row that is this much shorter once the others' directions are taken off holds rounding alone. */
const DEPENDENT = 1e-5;

/**
 * Modified Gram-Schmidt in float64, every row twice ('twice is enough': Giraud, Langou, Rozložník, Computers and Mathematics with
 * Applications 50, 2005). Rows that lie in the span of those before them are left out.
 * @param rows [n, dimension]; not changed
 * @returns [rank, dimension] rows of length 1, at right angles to each other, with the same span
 */
export async function orthonormalRows(
  rows: Float64Array,
  dimension: number,
  pause: Pause,
): Promise<Float64Array> {
  const basis: Float64Array[] = [];
  for (let at = 0; at < rows.length; at += dimension) {
    const row = rows.slice(at, at + dimension);
    const before = length(row);
    for (let pass = 0; pass < 2; pass++) for (const other of basis) takeOff(row, other);
    const left = length(row);
    if (left > DEPENDENT * before) basis.push(row.map((value) => value / left));
    await pause();
  }
  const joined = new Float64Array(basis.length * dimension);
  basis.forEach((row, k) => joined.set(row, k * dimension));
  return joined;
}

/** row - (row·other)·other */
function takeOff(row: Float64Array, other: Float64Array): void {
  const share = product(row, other);
  for (let i = 0; i < row.length; i++) row[i] = row[i]! - share * other[i]!;
}

const length = (row: Float64Array): number => Math.sqrt(product(row, row));

/** Four sums side by side: one alone waits for every addition. */
function product(x: Float64Array, y: Float64Array): number {
  const whole = x.length & ~3;
  let [s0, s1, s2, s3] = [0, 0, 0, 0];
  for (let i = 0; i < whole; i += 4) {
    s0 += x[i]! * y[i]!;
    s1 += x[i + 1]! * y[i + 1]!;
    s2 += x[i + 2]! * y[i + 2]!;
    s3 += x[i + 3]! * y[i + 3]!;
  }
  for (let i = whole; i < x.length; i++) s0 += x[i]! * y[i]!;
  return s0 + s1 + (s2 + s3);
}
