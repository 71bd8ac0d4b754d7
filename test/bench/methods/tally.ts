/** @file Shares and calibration error of what a method answered, for the bench of methods. */
import type { EvaluatedSet } from '../../../main/engine/evaluation/evaluatedSet';
import type { MethodRun } from '../../../main/engine/evaluation/run';
import type { Split } from '../../../main/engine/evaluation/splits/split';

export interface Tally {
  /** Percent, the mean over splits of the mean over classes of what was named rightly. */
  readonly accuracy: number;
  /** Percent, the mean over splits, ten bins (Guo et al. 2017). */
  readonly calibrationError: number;
}

export function tally(set: EvaluatedSet, splits: readonly Split[], { answers }: MethodRun): Tally {
  const parts = answers.map(({ own, confidences }, i) => {
    const right = Array.from(splits[i]!.query, (row, at) => Number(set.labels[row] === own[at]));
    return {
      accuracy: balanced(set, splits[i]!, right),
      calibrationError: calibrationError(right, confidences),
    };
  });
  return {
    accuracy: 100 * mean(parts.map((part) => part.accuracy)),
    calibrationError: 100 * mean(parts.map((part) => part.calibrationError)),
  };
}

export const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

function balanced(set: EvaluatedSet, { query, classes }: Split, right: readonly number[]): number {
  const [sums, counts] = [new Map<number, number>(), new Map<number, number>()];
  query.forEach((row, at) => {
    const label = set.labels[row]!;
    sums.set(label, (sums.get(label) ?? 0) + right[at]!);
    counts.set(label, (counts.get(label) ?? 0) + 1);
  });
  return mean(classes.flatMap((label) => (counts.has(label) ? [sums.get(label)! / counts.get(label)!] : [])));
}

function calibrationError(right: readonly number[], confidences: Float32Array): number {
  const bins = Array.from({ length: 10 }, () => ({ n: 0, right: 0, confidence: 0 }));
  right.forEach((one, at) => {
    const bin = bins[Math.min(9, Math.floor(10 * confidences[at]!))]!;
    bin.n++;
    bin.right += one;
    bin.confidence += confidences[at]!;
  });
  return bins.reduce((sum, bin) => sum + Math.abs(bin.right - bin.confidence), 0) / right.length;
}
