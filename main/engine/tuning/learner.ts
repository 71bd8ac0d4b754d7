/**
 * @file The last convolution and a cosine head while they are trained: cross-entropy on s·u·w by Adam. Engine.
 *
 * u = a/|a|, a = mean over places of relu6(x·K + b); w_c is re-normalised after each step (Qi et al., section 3.3), ln s is learnt
 * as well. Tensors belong to the learner until `dispose`.
 */
import {
  tf,
  type Optimizer,
  type Scalar,
  type Tensor,
  type Tensor2D,
  type Variable,
} from '../backbone/tensorflow';
import { embed, rowsOf, type Sizes, type View } from './forward';
import type { Convolution } from './lastConvolution';

/** What training begins with. */
export interface Start extends Convolution {
  /** [C, D] unit rows, imprinted. */
  readonly rows: Float32Array;
  readonly classes: number;
  /** s₀ */
  readonly scale: number;
}

export interface Rates {
  readonly convolution: number;
  readonly head: number;
}

/** One step's worth. */
export interface Batch {
  readonly views: readonly View[];
  /** [n] class of each. */
  readonly labels: readonly number[];
  /** [n] how much each counts. */
  readonly weights: readonly number[];
}

const LEAST = 1e-12;

export class Learner {
  readonly #kernel: Variable;
  readonly #bias: Variable;
  readonly #rows: Variable;
  readonly #logScale: Variable;
  readonly #deep: Optimizer;
  readonly #head: Optimizer;

  constructor(
    private readonly sizes: Sizes,
    { kernel, bias, rows, classes, scale }: Start,
    rates: Rates,
  ) {
    const { channels, dimension } = sizes;
    const variable = (values: Float32Array, shape: number[]): Variable =>
      tf.tidy(() => tf.variable(tf.tensor(values, shape)));
    this.#kernel = variable(kernel, [channels, dimension]);
    this.#bias = variable(bias, [dimension]);
    this.#rows = variable(rows, [classes, dimension]);
    this.#logScale = variable(Float32Array.of(Math.log(scale)), []);
    this.#deep = tf.train.adam(rates.convolution);
    this.#head = tf.train.adam(rates.head);
  }

  /** One step. @returns the batch's mean loss before it */
  step(batch: Batch): number {
    const loss = tf.tidy(() => {
      const all = [this.#kernel, this.#bias, this.#rows, this.#logScale];
      const { value, grads } = tf.variableGrads(() => this.#loss(batch), all);
      const of = (...variables: Variable[]): Record<string, Tensor> =>
        Object.fromEntries(variables.map(({ name }) => [name, grads[name]!]));
      this.#deep.applyGradients(of(this.#kernel, this.#bias));
      this.#head.applyGradients(of(this.#rows, this.#logScale));
      this.#rows.assign(unit(this.#rows as unknown as Tensor2D));
      return value;
    });
    const [value = NaN] = loss.dataSync<'float32'>();
    loss.dispose();
    return value;
  }

  /** Cosines times s [n, C] of views by what was learnt so far. */
  logits(views: readonly View[]): Float32Array {
    const logits = tf.tidy(() => this.#logits(views));
    const values = logits.dataSync<'float32'>();
    logits.dispose();
    return values;
  }

  /** A copy of what was learnt so far. */
  weights(): Convolution {
    return {
      kernel: this.#kernel.dataSync<'float32'>().slice(),
      bias: this.#bias.dataSync<'float32'>().slice(),
    };
  }

  dispose(): void {
    tf.dispose([this.#kernel, this.#bias, this.#rows, this.#logScale]);
    this.#deep.dispose();
    this.#head.dispose();
  }

  #logits(views: readonly View[]): Tensor2D {
    const { places, channels } = this.sizes;
    const x = tf.tensor2d(rowsOf(views, this.sizes), [views.length * places, channels]);
    const u = unit(embed(x, this.#kernel, this.#bias, this.sizes));
    const cosines = tf.matMul(u, unit(this.#rows as unknown as Tensor2D), false, true);
    return tf.mul(cosines, tf.exp(this.#logScale));
  }

  #loss({ views, labels, weights }: Batch): Scalar {
    const logits = this.#logits(views);
    const wanted = tf.oneHot(tf.tensor1d([...labels], 'int32'), logits.shape[1]);
    const each = tf.neg(tf.sum(tf.mul(tf.logSoftmax(logits), wanted), 1));
    return tf.mean(tf.mul(each, tf.tensor1d([...weights])));
  }
}

/** Rows divided by their lengths. */
function unit(rows: Tensor2D): Tensor2D {
  return tf.div(rows, tf.sqrt(tf.add(tf.sum(tf.square(rows), 1, true), LEAST)));
}
