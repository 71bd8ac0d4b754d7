/** @file Cosine softmax fine-tuning, started from imprinting. Runs in the engine and in tests. */
import { tf } from '../../backbone/tensorflow';
import type { Head } from '../../imprinting/head';
import { cosineHead } from '../../imprinting/joins/assemble';
import { imprint, type Prototypes } from '../../imprinting/imprint';
import { expectedScale } from '../../imprinting/scale';
import { writeNormalised } from '../../imprinting/unit';
import { joined, requireReplace } from '../joined';
import type { FitContext, LabelledSet, Method } from '../method';
import { batches } from '../optimise/batches';
import { crossEntropy } from '../optimise/crossEntropy';
import { scoped, valuesOf, variable } from '../optimise/scope';
import { train } from '../optimise/train';
import { cosineSoftmax } from '../projection/losses/cosineSoftmax';
import { projecting } from '../projection/method';
import { requireSet } from '../requireSet';
import { supportOf } from '../support';

const EPOCHS = 100;
/** Images of a step, at most. */
const BATCH = 256;
/** Of the weights, and of ln s. */
const RATE = 1e-3;

const NAME = 'Cosine softmax fine-tuning';

const projected = projecting('softmax', NAME, cosineSoftmax);

/**
 * Cross-entropy on logits s·u·w_c, w_c started from p_c and unit again after each step, ln s learned from ln s₀ with them.
 * Qi, Brown, Lowe, 'Low-Shot Learning with Imprinted Weights' (CVPR 2018), section 3.3 ('+FT'), on frozen features. All
 * classes, and all shots of a class, weigh the same. Where there are other labelled classes a projection is trained on them by
 * the same loss, and own classes are imprinted in its space.
 */
export const softmax: Method = {
  id: 'softmax',
  fit: (set, context) => (context.others ? projected.fit(set, context) : tuned(set, context)),
};

async function tuned(set: LabelledSet, context: FitContext): Promise<Head> {
  requireSet(set);
  requireReplace(context.base, NAME);
  const sums = supportOf(set).map((one) => one.sums);
  const start = imprint(sums, { balanced: false, base: false });
  const scale = expectedScale(sums, context.options.effectiveDimension);
  return fineTune(set, start, scale, context);
}

function fineTune(set: LabelledSet, start: Prototypes, scale: number, context: FitContext): Promise<Head> {
  return scoped(async (own) => {
    const weights = own(variable(start.rows, [set.classes, set.dimension]));
    const growth = own(variable(new Float32Array(1), [1]));
    const rows = batches(set.labels.length, BATCH, context.options.seed);
    const loss = crossEntropy(set, own);
    const trained = [
      { variable: weights, rate: RATE },
      { variable: growth, rate: RATE },
    ];
    const head = (): Head => {
      const fitted = cosineHead(rowsOf(start, valuesOf(weights)), scale * Math.exp(valuesOf(growth)[0]!));
      return joined(fitted, set, context.base);
    };
    await train(
      {
        trained,
        head,
        steps: context.options.steps ?? EPOCHS * rows.perEpoch,
        loss: () => loss(rows.next(), (u) => tf.matMul(u, weights, false, true).mul(growth.exp().mul(scale))),
        restore: () => weights.assign(weights.div(weights.norm('euclidean', 1, true))),
      },
      context,
    );
    return head();
  });
}

/** Unit rows on the grid, as imprinted ones are. */
function rowsOf(start: Prototypes, values: Float32Array): Prototypes {
  const rows = new Float32Array(values.length);
  for (let at = 0; at < rows.length; at += start.dimension)
    writeNormalised(values.subarray(at, at + start.dimension), rows.subarray(at, at + start.dimension));
  return { ...start, rows };
}
