/**
 * @file Which labelled items look as if they were labelled wrongly, and why. Runs in the engine and in tests.
 *
 * What is compared are held-out cosines (METHODS 1): the margin of an item is the cosine to the best other class minus that to
 * its own, where it had no part in either. Above zero another class would have been guessed. Items of classes with one
 * group have no such cosine. Those accepted in bulk are scored in folds of their own, see `bulkFolds.ts`.
 */
import type { Shown } from '../guessing/guesser';
import { scoredMembers } from '../guessing/lessonSupport';
import type { Pause } from '../guessing/pace';
import type { EmbeddingMatrix } from '../guessing/embeddings';
import { bestOf } from '../guessing/table';
import type { Taught } from '../guessing/taught';
import type { Score } from '../imprinting/folds';
import { scoreBulk, type Scored } from './bulkFolds';
import { descending } from './ranking';

/** A labelled row that another class is nearer to. Classes are places in the lesson. */
export interface Suspect {
  row: number;
  class: number;
  suggests: number;
  /** Cosine to the suggested class minus that to its own, held out; above 0. */
  margin: number;
  /** The labelled rows of the suggested class that are nearest to it, nearest first. */
  reasons: number[];
}

export interface SuspicionParts {
  readonly matrix: EmbeddingMatrix;
  readonly score: Score;
  readonly pause: Pause;
}

/** Nobody goes through more, and where there are more the labels are not the trouble. */
const MOST = 500;
const REASONS = 3;

/** Suspects by their margin, the largest first and of equals the first row; none before anything was taught. */
export async function mislabelled(shown: Shown | null, parts: SuspicionParts): Promise<Suspect[]> {
  if (!shown?.taught) return [];
  const { taught, stage, lesson } = shown;
  // The sums may be those of a lesson that was given up meanwhile.
  const classes = stage.support.update(lesson);
  const bulk = await scoreBulk(classes, { imprint: taught.options, score: parts.score, pause: parts.pause });
  const held = heldOutRows(taught);
  const suspects = [
    ...held.flatMap((one) => suspectOf(one, taught.classes)),
    ...bulk.flatMap((one) => suspectOf(one, classes)),
  ].sort((one, other) => one.row - other.row);
  const order = descending(Float32Array.from(suspects, ({ margin }) => margin)).subarray(0, MOST);
  return withReasons(
    Array.from(order, (at) => suspects[at]!),
    lesson.samples,
    parts,
  );
}

/** Every scored row with its held-out cosines. */
function heldOutRows({ heldOut, classes }: Taught): Scored[] {
  return heldOut.flatMap(({ class: own, group, cosines }) =>
    scoredMembers(classes[own]!.members.get(group)!).map(({ row }, i) => ({
      row,
      class: own,
      cosines: cosines[i]!,
    })),
  );
}

type Unexplained = Omit<Suspect, 'reasons'>;

function suspectOf({ row, class: own, cosines }: Scored, classes: Taught['classes']): Unexplained[] {
  const best = bestOf(cosines, 2).find((c) => c !== own)!;
  const margin = cosines[best]! - cosines[own]!;
  return margin > 0
    ? [{ row, class: classes[own]!.position, suggests: classes[best]!.position, margin }]
    : [];
}

function withReasons(
  suspects: readonly Unexplained[],
  samples: readonly { index: number; class: number }[],
  { matrix, score }: SuspicionParts,
): Suspect[] {
  const reasons = new Map<number, number[]>();
  for (const suggested of new Set(suspects.map(({ suggests }) => suggests))) {
    const asked = suspects.filter(({ suggests }) => suggests === suggested).map(({ row }) => row);
    const labelled = samples
      .filter((sample) => sample.class === suggested && matrix.has(sample.index))
      .map(({ index }) => index)
      .sort((one, other) => one - other);
    nearestOf(asked, labelled, matrix, score).forEach((rows, i) => reasons.set(asked[i]!, rows));
  }
  return suspects.map((one) => ({ ...one, reasons: reasons.get(one.row) ?? [] }));
}

/** For each row asked about the labelled ones nearest to it by the cosine of unit embeddings. */
function nearestOf(
  asked: readonly number[],
  labelled: readonly number[],
  matrix: EmbeddingMatrix,
  score: Score,
): number[][] {
  const { dimension } = matrix;
  const rows = new Float32Array(asked.length * dimension);
  asked.forEach((row, i) => rows.set(matrix.unit(row), i * dimension));
  const cosines = score(
    labelled.map((row) => matrix.unit(row)),
    { rows, classes: asked.length, dimension, counts: null },
  );
  return asked.map((_, i) => {
    const own = Float32Array.from(labelled, (__, at) => cosines[at * asked.length + i]!);
    return bestOf(own, REASONS).map((at) => labelled[at]!);
  });
}
