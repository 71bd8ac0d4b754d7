/**
 * @file How far balanced imprinting draws the mean of each class towards the mean of all. Pure: runs in the engine
 * and in tests. Source: METHODS 1, balanced imprinting (James-Stein shrinkage of class means).
 */
import { withinClassCosine } from './cohesion';
import type { ClassStatistics } from './sums';
import { squaredDistance } from './vectors';

/** τ² is never taken below this share of σ²: classes differ at least a little, or nobody would tell them apart. */
const LEAST_BETWEEN = 0.05;

export interface Shrinkage {
  /** m [D], the mean of the class means. */
  readonly centre: Float64Array;
  /** [C] the share of x̄_c - m that is kept, above 0 to 1. */
  readonly kept: readonly number[];
}

/** x̄_c [D], the mean of a class's shots. */
export function classMean(one: ClassStatistics): Float64Array {
  return writeClassMean(one, new Float64Array(one.sum.length));
}

/** Writes x̄_c to `mean` [D] and returns that. */
export function writeClassMean({ shots, sum }: ClassStatistics, mean: Float64Array): Float64Array {
  // A loop: `map` with a function took a fifth of all time in the folds.
  for (let i = 0; i < sum.length; i++) mean[i] = sum[i]! / shots;
  return mean;
}

/**
 * λ_c = τ²/(τ² + σ²/n_c), divided by the largest of them unless the rows will stand beside base classes (which are
 * not shrunk in turn, so only the absolute λ_c makes novel rows comparable to them).
 * σ² = 1 - ρ; τ² = max(.05σ², Σ|x̄_c - m|²/(C-1) - mean σ²/n_c), the variance between classes without the noise of
 * their means. One class is its own m: any share gives the same row, and 1 is returned.
 */
export function shrinkage(
  classes: readonly ClassStatistics[],
  means: readonly Float64Array[],
  base: boolean,
): Shrinkage {
  const centre = meanOf(means);
  if (classes.length === 1) return { centre, kept: [1] };
  const within = 1 - withinClassCosine(classes);
  const noise = classes.map(({ shots }) => within / shots);
  const spread = means.reduce((sum, mean) => sum + squaredDistance(mean, centre), 0) / (means.length - 1);
  const between = Math.max(
    LEAST_BETWEEN * within,
    spread - noise.reduce((sum, value) => sum + value) / noise.length,
  );
  const lambda = noise.map((value) => between / (between + value));
  const most = base ? 1 : Math.max(...lambda);
  return { centre, kept: lambda.map((value) => value / most) };
}

function meanOf(vectors: readonly Float64Array[]): Float64Array {
  const mean = new Float64Array(vectors[0]?.length ?? 0);
  for (const vector of vectors) for (let i = 0; i < mean.length; i++) mean[i] = mean[i]! + vector[i]!;
  return mean.map((value) => value / vectors.length);
}
