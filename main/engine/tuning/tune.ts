/**
 * @file Training of the last convolution with a cosine head on cached features, epoch by epoch, stopped by held-out groups.
 * Engine. Source: Qi, Brown, Lowe (CVPR 2018), '+FT', here of the last convolution and not of the whole network.
 */
import { setImmediate } from 'node:timers/promises';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { drawn } from '../../contract/draw';
import { PersonError } from '../../contract/errors';
import { softmax } from '../imprinting/head';
import { itemWeights, type Division, type Labelled } from './division';
import { AT_ONCE, type Sizes, type View } from './forward';
import type { Convolution } from './lastConvolution';
import { Learner, type Batch, type Rates, type Start } from './learner';
import { told } from '../../../strings/words';

export interface TuningSet extends Labelled {
  /** [N] views of each item, the first of it as it is. */
  readonly views: readonly (readonly View[])[];
}

export interface TuningOptions {
  /** Of every draw, by xoroshiro128plus: the same seed gives the same bytes on the same machine. */
  readonly seed: number;
  /** At most so many; in one each item is seen once, in one of its views. */
  readonly epochs: number;
  readonly rates: Rates;
}

export const DEFAULTS: TuningOptions = { seed: 0, epochs: 10, rates: { convolution: 3e-4, head: 2e-5 } };

/** What one epoch came to; the first, 0, is what training begins with. */
export interface Epoch {
  readonly epoch: number;
  /** Mean training loss over its steps; null for epoch 0. */
  readonly loss: number | null;
  /** Of the groups to stop by, each the same: log loss, and share told right; null where there are none. */
  readonly held: { readonly loss: number; readonly right: number; readonly items: number } | null;
}

export interface TuningHooks {
  /** After each step: 0 to 1 of all epochs. */
  readonly progress?: (done: number) => void;
  readonly epoch?: (epoch: Epoch) => void;
  /** Resolves when others were let through. */
  readonly giveWay?: () => Promise<unknown>;
  /** Looked at between steps. */
  readonly signal?: AbortSignal;
}

export interface Tuned {
  readonly weights: Convolution;
  readonly epochs: readonly Epoch[];
  /** The epoch whose weights these are: of least held-out loss, or the last one where none is held out. */
  readonly best: number;
}

/** Epochs without a better held-out loss after which it is over. */
const PATIENCE = 3;
/** Small sets are gone through more than once in an epoch. */
const LEAST_STEPS = 16;

/**
 * Tensors are gone when it returns, throws or is cancelled.
 * @throws the signal's reason where it was cancelled
 * @throws PersonError where the loss is no number any more
 */
export async function tune(
  set: TuningSet,
  division: Division,
  { sizes, start, options }: { sizes: Sizes; start: Start; options: TuningOptions },
  hooks: TuningHooks = {},
): Promise<Tuned> {
  const learner = new Learner(sizes, start, options.rates);
  try {
    const run: Run = { learner, set, division, hooks, epochs: options.epochs, pause: pauseOf(hooks) };
    const batches = batchesOf(set, division.teach, options);
    const epochs: Epoch[] = [{ epoch: 0, loss: null, held: await heldOut(run) }];
    hooks.epoch?.(epochs[0]!);
    let best = { epoch: 0, weights: { kernel: start.kernel, bias: start.bias } as Convolution };
    for (let epoch = 1; epoch <= options.epochs && !isOver(epochs, best.epoch); epoch++) {
      const loss = await goThrough(run, epoch, batches.next().value);
      const now: Epoch = { epoch, loss, held: await heldOut(run) };
      epochs.push(now);
      hooks.epoch?.(now);
      if (!now.held || now.held.loss < epochs[best.epoch]!.held!.loss)
        best = { epoch, weights: learner.weights() };
    }
    return { weights: best.weights, epochs, best: best.epoch };
  } finally {
    learner.dispose();
  }
}

interface Run {
  readonly learner: Learner;
  readonly set: TuningSet;
  readonly division: Division;
  readonly hooks: TuningHooks;
  /** At most. */
  readonly epochs: number;
  readonly pause: () => Promise<void>;
}

function pauseOf({ signal, giveWay = setImmediate }: TuningHooks): () => Promise<void> {
  return async () => {
    signal?.throwIfAborted();
    await giveWay();
    signal?.throwIfAborted();
  };
}

const isOver = (epochs: readonly Epoch[], best: number): boolean =>
  epochs[0]!.held !== null && epochs.length - 1 - best >= PATIENCE;

/** One epoch. @returns its mean loss */
async function goThrough({ learner, hooks, epochs, pause }: Run, epoch: number, batches: readonly Batch[]) {
  let sum = 0;
  for (const [place, batch] of batches.entries()) {
    await pause();
    sum += finite(learner.step(batch), epoch);
    hooks.progress?.((epoch - 1 + (place + 1) / batches.length) / epochs);
  }
  return sum / batches.length;
}

/** The batches of each epoch: all items in a drawn order, each in a drawn view. */
function* batchesOf(
  set: TuningSet,
  teach: readonly number[],
  { seed }: TuningOptions,
): Generator<Batch[], never> {
  const random = xoroshiro128plus(seed);
  const weights = itemWeights(set, teach);
  const passes = Math.ceil(LEAST_STEPS / Math.ceil(teach.length / AT_ONCE));
  const places = teach.map((_, place) => place);
  for (;;) {
    const order = Array.from({ length: passes }, () => drawn(places, places.length, random)).flat();
    const batches = [];
    for (let at = 0; at < order.length; at += AT_ONCE) {
      const some = order.slice(at, at + AT_ONCE);
      const views = some.map((place) => {
        const all = set.views[teach[place]!]!;
        return all[uniformInt(random, 0, all.length - 1)]!;
      });
      const labels = some.map((place) => set.labels[teach[place]!]!);
      batches.push({ views, labels, weights: some.map((place) => weights[place]!) });
    }
    yield batches;
  }
}

/** What the learner says of the items to stop by, as they are. */
async function heldOut({ learner, set, division, pause }: Run): Promise<Epoch['held']> {
  const items = division.stop;
  if (items.length === 0) return null;
  const weights = itemWeights(set, items);
  let [loss, right] = [0, 0];
  for (let at = 0; at < items.length; at += AT_ONCE) {
    await pause();
    const some = items.slice(at, at + AT_ONCE);
    const logits = learner.logits(some.map((item) => set.views[item]![0]!));
    some.forEach((item, i) => {
      const row = logits.subarray(i * set.classes, (i + 1) * set.classes);
      const own = set.labels[item]!;
      loss -= weights[at + i]! * Math.log(Math.max(softmax(row)[own]!, Number.MIN_VALUE));
      if (row.every((value, c) => c === own || value < row[own]!)) right += weights[at + i]!;
    });
  }
  return { loss: loss / items.length, right: right / items.length, items: items.length };
}

function finite(loss: number, epoch: number): number {
  if (Number.isFinite(loss)) return loss;
  throw new PersonError(told().engine.wentAstray(epoch));
}
