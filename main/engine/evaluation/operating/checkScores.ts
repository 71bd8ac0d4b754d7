/** @file What the last lesson says of each class of the check items. Runs in the engine and in tests. */
import type { Lesson } from '../../guessing/lesson';
import type { Taught } from '../../guessing/taught';
import { softmax } from '../../imprinting/head';
import type { ScoredCheck } from './operating';

/**
 * Check items that were read, with confidences where percentages are shown, and else cosines, by classes of the lesson.
 * @param cosines [C'] of a row to the taught classes; null where it has no embedding
 */
export function checkScores(
  { checks, classes }: Lesson,
  { scale, classes: taught }: Taught,
  cosines: (index: number) => Float32Array | null,
): ScoredCheck[] {
  return checks.flatMap(({ index, class: own, group }) => {
    const row = cosines(index);
    if (!row) return [];
    const values = scale === null ? row : softmax(row.map((cosine) => scale * cosine));
    const scores = new Float64Array(classes.length).fill(-Infinity);
    taught.forEach(({ position }, c) => (scores[position] = values[c]!));
    return [{ class: own, group, scores }];
  });
}
