/** @file Curves of the last answered lesson: what more images would bring, and misses against false alarms. Runs in the engine and in tests. */
import type { LearningCurve, OperatingAnswer } from '../../contract/evaluation';
import type { ItemDetails } from '../../contract/model';
import { learningCurve, type CurveOptions } from '../evaluation/curve/curve';
import { labelledSetOf } from '../evaluation/labelledSet';
import { operatingCurve, thresholdsPerClass, type ScoredCheck } from '../evaluation/operating/operating';
import type { EmbeddingMatrix } from '../guessing/embeddings';
import type { Shown } from '../guessing/guesser';

/** Classes by their positions in the lesson. Null where nothing is labelled. */
export async function curveOf(
  shown: Shown | null,
  matrix: EmbeddingMatrix,
  options: CurveOptions,
): Promise<LearningCurve | null> {
  if (!shown?.taught) return null;
  const set = labelledSetOf(shown.lesson, matrix);
  const { classes, tooFew, ...curve } = await learningCurve(set, options);
  const placed = (some: readonly number[]): number[] => some.map((own) => set.places[own]!);
  return { ...curve, classes: placed(classes), tooFew: placed(tooFew) };
}

export interface OperatingQuestion {
  /** Id of the class that must not be missed. */
  readonly class: string;
  /** Share of its images that may be missed. */
  readonly miss: number;
}

/** @param guesses of a row with an embedding, all own classes @returns null where nothing is taught, or the class is not there any more */
export function operatingOf(
  shown: Shown | null,
  { class: id, miss }: OperatingQuestion,
  matrix: Pick<EmbeddingMatrix, 'has'>,
  guesses: (row: number) => ItemDetails['guesses'],
): OperatingAnswer | null {
  if (!shown?.taught) return null;
  const { classes, checks } = shown.lesson;
  const own = classes.findIndex((one) => one.id === id);
  if (own < 0) return null;
  const read = checks
    .filter(({ index }) => matrix.has(index))
    .map((check) => ({ check, said: guesses(check.index) }));
  const told =
    read.every(({ said }) => said.every(({ confidence }) => confidence !== null)) &&
    shown.guesses.scale !== null;
  const positions = new Map(classes.map((one, position) => [one.id, position]));
  const scored = read.map(({ check, said }): ScoredCheck => {
    const scores = new Float64Array(classes.length).fill(-Infinity);
    for (const { class: named, confidence, cosine } of said)
      scores[positions.get(named)!] = told ? confidence! : cosine;
    return { class: check.class, group: check.group, scores };
  });
  const options = { scale: told ? 'confidence' : 'cosine', wanted: miss } as const;
  const names = classes.map(({ name }) => name);
  return {
    ...operatingCurve(scored, { class: own, name: names[own]!, ...options }),
    perClass: thresholdsPerClass(scored, names, options),
  };
}
