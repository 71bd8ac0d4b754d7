/** @file Eigenvectors of a small symmetric matrix, by Jacobi's rotations. Pure; runs in the engine and in tests. */

const SWEEPS = 30;

/**
 * @param matrix [n, n] symmetric; it is overwritten
 * @returns the eigenvectors [n], that of the largest eigenvalue first
 */
export function eigenvectors(matrix: Float64Array, n: number): Float64Array[] {
  const vectors = Float64Array.from({ length: n * n }, (_, at) => (at % (n + 1) === 0 ? 1 : 0));
  for (let sweep = 0; sweep < SWEEPS; sweep++)
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) rotate(matrix, vectors, n, p, q);
  return Array.from({ length: n }, (_, i) => i)
    .sort((i, j) => matrix[j * (n + 1)]! - matrix[i * (n + 1)]!)
    .map((i) => vectors.slice(i * n, (i + 1) * n));
}

/** Makes the value at (p, q) zero; the vectors are rows. */
function rotate(matrix: Float64Array, vectors: Float64Array, n: number, p: number, q: number): void {
  const off = matrix[p * n + q]!;
  if (off === 0) return;
  const theta = (matrix[q * n + q]! - matrix[p * n + p]!) / (2 * off);
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const cos = 1 / Math.hypot(t, 1);
  const sin = t * cos;
  mix(matrix, cos, sin, n, (k) => [k * n + p, k * n + q]);
  mix(matrix, cos, sin, n, (k) => [p * n + k, q * n + k]);
  mix(vectors, cos, sin, n, (k) => [p * n + k, q * n + k]);
}

function mix(
  values: Float64Array,
  cos: number,
  sin: number,
  n: number,
  places: (k: number) => [number, number],
): void {
  for (let k = 0; k < n; k++) {
    const [i, j] = places(k);
    const [x, y] = [values[i]!, values[j]!];
    values[i] = cos * x - sin * y;
    values[j] = sin * x + cos * y;
  }
}
