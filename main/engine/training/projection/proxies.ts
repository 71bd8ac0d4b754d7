/** @file Proxies as imprinting makes them. Pure: runs in the engine and in tests. Source: METHODS 4. */
import { squaredLength } from '../../imprinting/vectors';
import type { Points } from './points';

/**
 * [C, D'] the normalised mean of each class's unit shots.
 * @param z [M, D'] shots in the space of the projection
 */
export function imprintedProxies({ classes, labels, count }: Points, z: Float32Array): Float32Array {
  const dimension = z.length / count;
  const proxies = new Float32Array(classes * dimension);
  labels.forEach((label, shot) => {
    const row = z.subarray(shot * dimension, (shot + 1) * dimension);
    const length = lengthOf(row);
    row.forEach((value, i) => (proxies[label * dimension + i]! += value / length));
  });
  for (let at = 0; at < proxies.length; at += dimension) {
    const proxy = proxies.subarray(at, at + dimension);
    const length = lengthOf(proxy);
    proxy.forEach((value, i) => (proxy[i] = value / length));
  }
  return proxies;
}

/** Not 0, so that what has no direction stays zero instead of becoming NaN. */
const lengthOf = (row: Float32Array): number => Math.sqrt(squaredLength(row)) || 1;
