/**
 * @file The loss of Proxy-NCA. Runs in the engine and in tests. Source: Movshovitz-Attias, Toshev, Leung, Ioffe, Singh, 'No Fuss
 * Distance Metric Learning using Proxies' (ICCV 2017), equation 4 with one proxy per class; METHODS 4.
 */
import { tf, type Tensor1D, type Tensor2D } from '../../../backbone/tensorflow';
import { unitRows } from './unit';

/** Length to which embeddings and proxies are scaled. */
export const RADIUS = 3;
/** Takes a class out of a sum of exponentials. */
const OUT = 1e9;

/** d [N, C] = |3u - 3norm(P)|² = 18(1 - cos) for unit rows u [N, D'] and proxies P [C, D'] of any length. */
export function proxyDistances(u: Tensor2D, proxies: Tensor2D): Tensor2D {
  return tf.sub(1, u.matMul(unitRows(proxies), false, true)).mul(2 * RADIUS ** 2);
}

/** L [N] = d_y + logsumexp_{k≠y}(-d_k). The own proxy is not among those it is measured against. */
export function proxyLosses(distances: Tensor2D, labels: Tensor1D): Tensor1D {
  const own = tf.oneHot(labels, distances.shape[1]).toFloat();
  const others = tf.logSumExp(distances.add(own.mul(OUT)).neg(), 1);
  return distances.mul(own).sum<Tensor1D>(1).add(others);
}
