/**
 * @file The few loops over vectors that everything here is made of, in float64. Pure: runs in the engine and in tests.
 */

/** Values of one embedding, mean or weight vector. */
export type Vector = Float32Array | Float64Array;

/**
 * Inner product of two float32 vectors of the same length, summed in float64.
 * Four sums side by side: one alone waits for every addition and takes twice the time.
 */
export function dot(x: Float32Array, y: Float32Array): number {
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

/** |x|², summed in float64 from the first value to the last. */
export function squaredLength(x: Vector): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += x[i]! * x[i]!;
  return sum;
}

/** |x - y|² of two vectors of the same length, in float64. */
export function squaredDistance(x: Vector, y: Vector): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += (x[i]! - y[i]!) ** 2;
  return sum;
}

/** Position of the largest value, the first of equals; -1 where there is none. */
export function argmax(values: ArrayLike<number>): number {
  let best = -1;
  for (let i = 0; i < values.length; i++) if (best < 0 || values[i]! > values[best]!) best = i;
  return best;
}
