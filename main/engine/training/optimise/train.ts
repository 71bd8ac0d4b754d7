/**
 * @file The one loop that everything is trained in: Adam, told between steps, cancelled between steps, never in the way of
 * others. Runs in the engine and in tests.
 */
import type * as TensorFlow from '@tensorflow/tfjs-node';
import { tf } from '../../backbone/tensorflow';
import { pace } from '../../guessing/pace';
import type { Head } from '../../imprinting/head';
import type { FitContext } from '../method';
import { lossNotFinite } from '../sentences';
import { throwIfAborted } from './abort';

export interface Trained {
  readonly variable: TensorFlow.Variable;
  /** Learning rate of Adam, above 0. */
  readonly rate: number;
}

export interface Training {
  /** Whoever made the variables disposes of them ({@link scoped}). */
  readonly trained: readonly Trained[];
  readonly steps: number;
  /** Mean loss of a step (0, 1, …), a scalar of the variables. What it makes besides is tidied away. */
  readonly loss: (step: number) => TensorFlow.Scalar;
  /** Puts right what a step must not change, such as the length of rows. */
  readonly restore?: () => void;
  /** The head as the variables are now. */
  readonly head?: () => Head;
}

/**
 * Kingma, Ba, 'Adam: A Method for Stochastic Optimization' (ICLR 2015), with β₁ = .9, β₂ = .999.
 * @throws {PersonError} where the loss is no number any more; the variables are then worthless
 * @throws the signal's reason where it was cancelled
 */
export async function train(
  training: Training,
  { progress, signal }: Pick<FitContext, 'progress' | 'signal'>,
): Promise<void> {
  const { steps, head } = training;
  const step = stepper(training);
  const pause = pace(() => false, 'a training');
  try {
    for (let done = 0; done < steps;) {
      throwIfAborted(signal);
      const loss = step.take(done++);
      if (!Number.isFinite(loss)) throw lossNotFinite(done);
      progress?.({ step: done, steps, loss, ...(head && { head }) });
      await pause();
    }
    throwIfAborted(signal);
  } finally {
    step.dispose();
  }
}

/** An optimiser for each rate. */
function stepper({ trained, loss, restore }: Training) {
  const rates = [...new Set(trained.map(({ rate }) => rate))];
  const parts = rates.map((rate) => ({
    optimiser: tf.train.adam(rate),
    variables: trained.filter((one) => one.rate === rate).map((one) => one.variable),
  }));
  const all = trained.map((one) => one.variable);
  const take = (step: number): number =>
    tf.tidy(() => {
      const { value, grads } = tf.variableGrads(() => loss(step), all);
      for (const { optimiser, variables } of parts)
        optimiser.applyGradients(variables.map(({ name }) => ({ name, tensor: grads[name]! })));
      restore?.();
      return value.dataSync()[0]!;
    });
  return { take, dispose: () => parts.forEach(({ optimiser }) => optimiser.dispose()) };
}
