/** @file Cross-entropy on scaled cosines in a learnt space. Runs in the engine and in tests. Source: METHODS 4. */
import { tf, type Scalar, type Tensor2D } from '../../../backbone/tensorflow';
import { imprintedProxies } from '../proxies';
import { variable } from '../../optimise/scope';
import type { Objective } from '../learn';
import { unitRows } from './unit';

/** Of the rows and of ln s, as in fine-tuning. */
const RATE = 1e-3;
/** s at the start. With more, the loss is small before the space has changed, and nothing changes it then: docs/methods.md, 4. */
export const START_SCALE = 8;

/** s·u'·norm(w_c), w_c imprinted at the start, s = 8·e^g, g learned from 0. */
export const cosineSoftmax: Objective = {
  reach: 1,
  usable: (set) => set,
  make: (points, z, own) => {
    const shape = [points.classes, z.length / points.count];
    const rows = own(variable(imprintedProxies(points, z), shape));
    const growth = own(variable(new Float32Array(1), [1]));
    return {
      trained: [
        { variable: rows, rate: RATE },
        { variable: growth, rate: RATE },
      ],
      of: (batch, { labels, weights }) => {
        const cosines: Tensor2D = tf.matMul(
          unitRows(batch),
          unitRows(rows as unknown as Tensor2D),
          false,
          true,
        );
        const logs = tf.logSoftmax(cosines.mul(growth.exp().mul(START_SCALE)));
        const own = tf.oneHot(tf.tensor1d(labels, 'int32'), points.classes);
        return logs.mul(own).sum(1).mul(tf.tensor1d(weights)).sum<Scalar>().neg();
      },
    };
  },
};
