/** @file Multinomial logistic regression. Runs in the engine and in tests. */
import type { Head } from '../../imprinting/head';
import { assemble } from '../../imprinting/joins/assemble';
import { pace } from '../../guessing/pace';
import { logLoss } from '../logLoss';
import type { FitContext, LabelledSet, Method } from '../method';
import { throwIfAborted } from '../optimise/abort';
import { minimise } from '../optimise/lbfgs';
import { scoped } from '../optimise/scope';
import { requireSet } from '../requireSet';
import { unitRows } from '../rows';
import { lossNotFinite, noJoin } from '../sentences';
import { groupSizes } from '../weights';

/** Of the gradient, for each shot; scikit-learn stops at 1e-4. */
const TOLERANCE = 1e-6;
const MOST_STEPS = 1000;

/**
 * min ½|W|² + Σ_i weight_i·(-ln softmax(W·u_i + b)[y_i]), b free: scikit-learn's LogisticRegression with C = 1, to convergence.
 * Images of one group share the weight of one. Two classes have |W|² in place of ½|W|², which makes it binary logistic
 * regression. Hosmer, Lemeshow, 'Applied Logistic Regression' (1989); the penalty: Hoerl, Kennard, Technometrics 12 (1970).
 */
export const logistic: Method = {
  id: 'logistic',
  fit: async (set, context) => {
    requireSet(set);
    if (context.base) throw noJoin('Logistic regression', 'replace');
    throwIfAborted(context.signal);
    return headOf(set, await solve(set, context));
  },
};

/** [W (C×D), b (C)] */
function solve(set: LabelledSet, { options, progress, signal }: FitContext): Promise<Float64Array> {
  const weights = groupSizes(set).map((images) => 1 / images);
  const shots = weights.reduce((sum, weight) => sum + weight, 0);
  const most = options.steps ?? MOST_STEPS;
  const pause = pace(() => false, 'a fit');
  return scoped((own) => {
    const evaluate = logLoss(set, weights, set.classes === 2 ? 2 : 1, own);
    const between = async (step: number, value: number): Promise<void> => {
      if (!Number.isFinite(value)) throw lossNotFinite(step);
      progress?.({ step, steps: most, loss: value / shots });
      await pause();
      throwIfAborted(signal);
    };
    const start = new Float64Array(set.classes * (set.dimension + 1));
    return minimise(evaluate, start, { tolerance: TOLERANCE * shots, most, between });
  });
}

/** Rows of unit length whose scale is their length, and b as their bias. */
function headOf({ classes, dimension }: LabelledSet, x: Float64Array): Head {
  const { weights, lengths } = unitRows(x.subarray(0, classes * dimension), dimension);
  const bias = x.slice(classes * dimension);
  return assemble('unit', dimension, [{ weights, scale: lengths, bias, counts: null }]);
}
