/** @file The identities of Proxy-NCA (METHODS 4). */
import { describe, expect, it } from 'vitest';
import { tf, type Tensor2D } from '../../../../../../main/engine/backbone/tensorflow';
import {
  proxyDistances,
  proxyLosses,
  RADIUS,
} from '../../../../../../main/engine/training/projection/losses/proxyNca';
import { unitRows } from '../../../../../../main/engine/training/projection/losses/unit';
import { Synthetic } from '../../imprinting/synthetic';

const [N, C, D] = [40, 7, 16];
const space = new Synthetic(3);
const labels = Array.from({ length: N }, (_, i) => i % C);

function parts() {
  const random = (rows: number): Tensor2D =>
    tf.tensor2d(
      Float32Array.from({ length: rows * D }, () => space.gaussian()),
      [rows, D],
    );
  const [u, proxies] = [unitRows(random(N)), random(C).mul<Tensor2D>(2)];
  return { u, proxies, distances: proxyDistances(u, proxies), y: tf.tensor1d(labels, 'int32') };
}

const largest = (difference: unknown): number => (difference as Tensor2D).abs().max().dataSync()[0]!;

describe('Proxy-NCA', () => {
  it('measures between embeddings and normalised proxies of length 3', () => {
    tf.tidy(() => {
      const { u, proxies, distances } = parts();
      const [x, p] = [u.mul(RADIUS), unitRows(proxies).mul(RADIUS)];
      const squares = x.expandDims(1).sub(p.expandDims(0)).square().sum(2);
      expect(largest(distances.sub(squares))).toBeLessThan(1e-4);
    });
  });

  it('is softmax cross-entropy: softplus(L), which counts the own proxy in', () => {
    tf.tidy(() => {
      const { distances, y } = parts();
      const entropy = distances.neg().logSoftmax().mul(tf.oneHot(y, C)).sum(1).neg();
      expect(largest(proxyLosses(distances, y).softplus().sub(entropy))).toBeLessThan(1e-5);
    });
  });

  it('has the softmax of 2s²·cosine: on unit vectors softmax and proxies are the same', () => {
    tf.tidy(() => {
      const { u, proxies, distances } = parts();
      const cosines = u.matMul(unitRows(proxies), false, true);
      const difference = distances
        .neg()
        .softmax()
        .sub(cosines.mul(2 * RADIUS ** 2).softmax());
      expect(largest(difference)).toBeLessThan(1e-5);
    });
  });

  it('leaves the own proxy out of what it is measured against', () => {
    tf.tidy(() => {
      const distances = tf.tensor2d([1, 4, 2, 6], [2, 2]);
      expect([...proxyLosses(distances, tf.tensor1d([0, 1], 'int32')).dataSync()]).toEqual([1 - 4, 6 - 2]);
    });
  });
});
