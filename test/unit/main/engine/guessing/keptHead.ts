/** @file A head that was trained on a lesson, in a file as the engine keeps it. */
import path from 'node:path';
import { labelledSetOf } from '../../../../../main/engine/evaluation/labelledSet';
import type { EmbeddingMatrix } from '../../../../../main/engine/guessing/embeddings';
import type { Lesson, LessonHead } from '../../../../../main/engine/guessing/lesson';
import { writeHead } from '../../../../../main/engine/heads/headFile';
import type { Head } from '../../../../../main/engine/imprinting/head';
import { methodOf } from '../../../../../main/engine/training';

export const TRAINING = { seed: 3, effectiveDimension: 25, projection: 16, steps: 15 };
/** Share of its held-out images that were told right. */
export const TRAINED = { value: 0.75, interval: null, n: 12, groups: 12, why: null };

/** Of three classes, trained by cosine softmax. @param folder where its file is written */
export async function trainHead(
  lesson: Lesson,
  matrix: EmbeddingMatrix,
  folder: string,
): Promise<{ head: Head; kept: LessonHead }> {
  const fitted = await methodOf('softmax').fit(labelledSetOf(lesson, matrix), {
    base: null,
    others: null,
    options: TRAINING,
  });
  const head = { ...fitted, temperature: 1.4 };
  const file = path.join(folder, 'one.head');
  const lengths = lesson.samples.map(({ index }) => matrix.length(index));
  const meanLength = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  await writeHead(file, { head, backbone: 'b', meanLength });
  const kept: LessonHead = {
    ...{ of: 'one', file, method: 'softmax', classes: ['c0', 'c1', 'c2'], calibrated: true, rejection: null },
    estimate: { share: 0.75, perClass: [1, 0.5, null], figure: TRAINED },
  };
  return { head, kept };
}
