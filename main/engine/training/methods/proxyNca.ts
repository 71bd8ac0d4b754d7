/** @file Proxy-NCA on frozen features as a method. Runs in the engine and in tests. */
import { tf, type Scalar, type Tensor2D } from '../../backbone/tensorflow';
import { variable } from '../optimise/scope';
import { proxyDistances, proxyLosses } from '../projection/losses/proxyNca';
import { unitRows } from '../projection/losses/unit';
import { projecting } from '../projection/method';
import { imprintedProxies } from '../projection/proxies';

/** Three times that of the projection; with ten times classes that it was not trained on came out worse. */
const PROXY_RATE = 3e-3;

/**
 * A projection and one proxy per class, imprinted at the start, by L = d_y + logsumexp_{k≠y}(-d_k), d = |3u' - 3norm(P)|²:
 * Movshovitz-Attias, Toshev, Leung, Ioffe, Singh, 'No Fuss Distance Metric Learning using Proxies' (ICCV 2017), equation 4.
 * Own classes are then imprinted in its space.
 */
export const proxyNca = projecting('proxy-nca', 'Proxy-NCA', {
  reach: 1,
  usable: (set) => set,
  make: (points, z, own) => {
    const shape = [points.classes, z.length / points.count];
    const proxies = own(variable(imprintedProxies(points, z), shape));
    return {
      trained: [{ variable: proxies, rate: PROXY_RATE }],
      of: (rows, { labels, weights }) => {
        const distances = proxyDistances(unitRows(rows), proxies as unknown as Tensor2D);
        const losses = proxyLosses(distances, tf.tensor1d(labels, 'int32'));
        return losses.mul(tf.tensor1d(weights)).sum<Scalar>();
      },
    };
  },
});
