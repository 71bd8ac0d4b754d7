/**
 * @file Learns a linear projection: the loop that Proxy-NCA, NCA and triplets share. Runs in the engine and in tests.
 * Source: METHODS 4.
 */
import { tf, type Scalar, type Tensor2D } from '../../backbone/tensorflow';
import { pace, type Pause } from '../../guessing/pace';
import type { FitContext, LabelledSet } from '../method';
import { throwIfAborted } from '../optimise/abort';
import { scoped, valuesOf, variable, type Own } from '../optimise/scope';
import { train, type Trained } from '../optimise/train';
import { batches, type Batch } from './batches';
import { pointsOf, type Points } from './points';
import { noSpread } from './sentences';
import { startingProjection } from './start';

/** z = matrix·(a - shift). */
export interface Projection {
  /** D' */
  readonly dimension: number;
  /** [D] */
  readonly shift: Float32Array;
  /** [D', D] */
  readonly matrix: Float32Array;
}

/** What a method makes of the shared loop. */
export interface Objective {
  /** Length of the rows of A at the start: 1 where only directions matter. */
  readonly reach: number;
  /** The images that it learns from, out of all. @throws {PersonError} where there is nothing to learn from */
  readonly usable: (set: LabelledSet) => LabelledSet;
  /** Variables beside A, and the loss of a batch's z [B, D']. `z` is of all shots at the start. */
  readonly make: (points: Points, z: Float32Array, own: Own) => Loss;
}

export interface Loss {
  readonly trained: readonly Trained[];
  readonly of: (z: Tensor2D, batch: Batch) => Scalar;
}

const STEPS = 400;
const RATE = 1e-3;

/**
 * Trains on the shots of a set: Adam, 1e-3, 400 steps unless told otherwise, on class-balanced batches.
 * @throws {PersonError} where all shots are the same, or the objective has nothing to learn from
 * @throws the signal's reason where it was cancelled
 */
export async function learnProjection(
  set: LabelledSet,
  objective: Objective,
  context: FitContext,
): Promise<Projection> {
  const points = pointsOf(objective.usable(set));
  const { seed, projection: most } = context.options;
  const basis = await startingProjection(points, most, seed, pauseOf(context));
  if (basis.length === 0) throw noSpread();
  const start = basis.map((value) => objective.reach * value);
  const matrix = await optimised(start, points, objective, context);
  // Points have a mean length of 1 in training; embeddings do not.
  return {
    dimension: start.length / points.dimension,
    shift: points.shift,
    matrix: matrix.map((value) => value / points.length),
  };
}

/** A [D', D] after training. */
function optimised(
  start: Float32Array,
  points: Points,
  { make }: Objective,
  context: FitContext,
): Promise<Float32Array> {
  const { count, dimension } = points;
  return scoped(async (own) => {
    const matrix = own(variable(start, [start.length / dimension, dimension]));
    const shots: Tensor2D = own(tf.tensor2d(points.values, [count, dimension]));
    const project = (some: Tensor2D): Tensor2D => tf.matMul(some, matrix, false, true);
    const loss = make(points, valuesOf(own(project(shots))), own);
    const draw = batches(points.labels, context.options.seed);
    const step = (): Scalar => {
      const batch = draw();
      return loss.of(project(tf.gather<Tensor2D>(shots, tf.tensor1d(batch.shots, 'int32'))), batch);
    };
    const trained = [{ variable: matrix, rate: RATE }, ...loss.trained];
    await train({ trained, steps: context.options.steps ?? STEPS, loss: step }, context);
    return valuesOf(matrix);
  });
}

function pauseOf({ signal }: FitContext): Pause {
  const pause = pace(() => false, 'the start of a projection');
  return async () => {
    await pause();
    throwIfAborted(signal);
  };
}
