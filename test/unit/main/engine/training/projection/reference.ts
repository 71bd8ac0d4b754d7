/** @file The objective of NCA in float64, pair by pair. For tests. */

/** Σ_i Σ_{j≠i, same class} softmax_{j≠i}(-|z_i - z_j|²) of z [N, dimension]. */
export function ncaReference(z: Float64Array, labels: readonly number[], dimension: number): number {
  let objective = 0;
  labels.forEach((label, i) => {
    let [same, all] = [0, 0];
    labels.forEach((other, j) => {
      if (j === i) return;
      let distance = 0;
      for (let d = 0; d < dimension; d++) distance += (z[i * dimension + d]! - z[j * dimension + d]!) ** 2;
      all += Math.exp(-distance);
      if (other === label) same += Math.exp(-distance);
    });
    objective += same / all;
  });
  return objective;
}

/** X·Aᵀ for rows X [n, dimension] and A [k, dimension]. */
export function product(x: ArrayLike<number>, a: ArrayLike<number>, dimension: number): Float64Array {
  const rows = a.length / dimension;
  return Float64Array.from({ length: (x.length / dimension) * rows }, (_, at) => {
    const [from, row] = [Math.floor(at / rows) * dimension, (at % rows) * dimension];
    let sum = 0;
    for (let d = 0; d < dimension; d++) sum += x[from + d]! * a[row + d]!;
    return sum;
  });
}
